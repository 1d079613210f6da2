/* Where the site is kept for reading without a network: starts the worker once the page has loaded, says so when a page
   was shown from what is kept, and when a language is kept whole. Does nothing on a page from disk. */
(function () {
  'use strict';
  const { root } = document.currentScript.dataset;
  if (!('serviceWorker' in navigator) || !location.protocol.startsWith('http')) return;
  const show = (name) => document.querySelectorAll(`[data-offline="${name}"]`).forEach((one) => { one.hidden = false; });

  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    show(data);
  });
  addEventListener('load', async () => {
    try {
      const started = await navigator.serviceWorker.register(root + 'sw.js', { updateViaCache: 'none' });
      const worker = started.active || started.installing || started.waiting;
      const fetches = !(navigator.connection && navigator.connection.saveData);
      worker.postMessage({ language: document.documentElement.lang, fetches });
    } catch { /* a browser that forbids it: the site works as it is */ }
  });
})();
