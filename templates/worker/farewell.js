/* The worker of a site that keeps nothing for reading without a network. No page asks for it. Where an earlier edition
   of the site did keep something, the browser finds this text in its place at the next visit: what was kept is thrown
   away, and the worker with it. */
'use strict';
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil((async () => {
  await caches.delete('zhaoshang ' + registration.scope);
  await registration.unregister();
})()));
