/* The link to the search page opens the search where one is. The script behind it comes on first use. */
(function () {
  'use strict';
  const entry = document.querySelector('.search-open');
  const dialog = document.getElementById('search-dialog');
  if (!entry || !dialog || !dialog.showModal || entry.getAttribute('aria-current')) return;

  entry.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!window.ZhaoshangSearch && !document.querySelector('script[data-search-loading]')) {
      const script = document.createElement('script');
      script.src = entry.dataset.searchScript;
      script.dataset.searchLoading = '';
      script.addEventListener('error', () => { location.href = entry.href; });
      document.head.append(script);
    }
    dialog.showModal();
    dialog.querySelector('input').focus();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  // A search field takes Escape for itself, to empty it; while a word is being composed it belongs to the keyboard.
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    dialog.close();
  });
})();
