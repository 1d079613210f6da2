/* An enquiry without a server: what was filled in becomes an e-mail, a text to copy or a file to keep. Nothing is stored
   and nothing is sent but by the reader's own mail program, unless the site names an address that takes the form. */
(function () {
  'use strict';
  const form = document.querySelector('[data-enquiry]');
  if (!form) return;
  const status = form.querySelector('.enquiry-status');

  /** The filled-in fields, a line each, in the order of the form. */
  function text() {
    const lines = [];
    for (const [name, value] of new FormData(form)) if (value.trim()) lines.push(`${name}: ${value.trim()}`);
    return lines.join('\r\n');
  }

  form.addEventListener('submit', (event) => {
    if (!form.action.startsWith('mailto:')) return;
    event.preventDefault();
    const query = `subject=${encodeURIComponent(form.dataset.subject)}&body=${encodeURIComponent(text())}`;
    location.href = `mailto:${form.dataset.mail}?${query}`;
  });
  form.querySelector('[data-copy-text]').addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text());
      status.textContent = form.dataset.copied;
    } catch {
      status.textContent = form.dataset.failed;
    }
  });
  form.querySelector('[data-save]').addEventListener('click', () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['\ufeff' + text()], { type: 'text/plain;charset=utf-8' }));
    link.download = form.dataset.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
})();
