/* Copying the address of a page, and printing it. */
(function () {
  'use strict';
  const byHand = (text) => {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'visually-hidden';
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  };
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return byHand(text);
    }
  };

  for (const button of document.querySelectorAll('button[data-copy]')) {
    const word = button.querySelector('span');
    const status = button.parentElement.querySelector('[role="status"]');
    const usual = word.textContent;
    button.addEventListener('click', async () => {
      const done = await copy(button.dataset.copy);
      word.textContent = done ? button.dataset.copied : usual;
      status.textContent = done ? button.dataset.copied : button.dataset.failed;
      setTimeout(() => { word.textContent = usual; status.textContent = ''; }, 4000);
    });
  }
  for (const button of document.querySelectorAll('button[data-print]')) {
    button.addEventListener('click', () => print());
  }
})();
