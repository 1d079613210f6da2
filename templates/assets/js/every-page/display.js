/* Colours and large type: the choice is kept in this browser and nowhere else. */
(function () {
  'use strict';
  const root = document.documentElement;
  const keep = (name, value) => {
    try { localStorage.setItem('zhaoshang.' + name, value); } catch { /* a browser that keeps nothing */ }
  };

  const themes = document.querySelectorAll('input[name="theme"]');
  for (const input of themes) {
    input.checked = input.value === (root.dataset.theme || 'auto');
    input.addEventListener('change', () => {
      if (input.value === 'auto') delete root.dataset.theme;
      else root.dataset.theme = input.value;
      keep('theme', input.value);
    });
  }

  for (const button of document.querySelectorAll('button[data-reader]')) {
    const show = () => button.setAttribute('aria-pressed', String('reader' in root.dataset));
    button.addEventListener('click', () => {
      if ('reader' in root.dataset) delete root.dataset.reader;
      else root.dataset.reader = '';
      keep('reader', 'reader' in root.dataset ? 'on' : 'off');
      show();
    });
    show();
  }
})();
