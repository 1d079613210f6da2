/* A form without a server: what was filled in becomes an e-mail, a text to copy or a file to keep. Nothing is stored, and
   nothing is sent but by the reader's own mail program, unless the site names an address that takes the form. */
(function () {
  'use strict';
  const form = document.querySelector('[data-form]');
  if (!form) return;
  const status = form.querySelector('.form-status');
  const shown = form.querySelector('.form-text');
  // Mail programs cut longer addresses off, without a word.
  const LONGEST = 1900;

  const labelOf = (field) => field.labels[0].firstChild.textContent.trim() || field.labels[0].textContent.trim();

  /** The filled-in fields, a line each, in the order of the form. */
  function text() {
    const lines = [form.dataset.subject, ''];
    for (const field of form.elements) {
      if (!field.name || !field.labels || !field.labels.length || (field.type === 'checkbox' && !field.checked)) continue;
      if (field.value.trim()) lines.push(`${labelOf(field)}: ${field.value.trim()}`);
    }
    return lines.join('\r\n');
  }

  async function copy(said) {
    try {
      await navigator.clipboard.writeText(text());
      status.textContent = said;
    } catch { // no clipboard: the text is shown, selected
      shown.hidden = false;
      shown.value = text();
      shown.select();
      status.textContent = form.dataset.byHand;
    }
  }

  form.addEventListener('submit', (event) => {
    if (!form.action.startsWith('mailto:')) return;
    event.preventDefault();
    const subject = encodeURIComponent(form.dataset.subject);
    const address = `mailto:${form.dataset.mail}?subject=${subject}&body=${encodeURIComponent(text())}`;
    if (address.length <= LONGEST) location.href = address;
    else {
      copy(form.dataset.long);
      location.href = `mailto:${form.dataset.mail}?subject=${subject}`;
    }
  });
  form.querySelector('[data-copy-text]').addEventListener('click', () => copy(form.dataset.copied));
  form.querySelector('[data-save]').addEventListener('click', () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['\ufeff' + text()], { type: 'text/plain;charset=utf-8' }));
    link.download = form.dataset.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
})();
