/* The worker of a site that can be read without a network. Before this text the build writes
     FILES   what is kept: part → { path from the site's root: the first digits of its SHA-256 }. The part '' is for
             everybody, the others are languages, kept once a page in that language has been opened.
   A file is kept under its path and digest, so a new edition of the site fetches only what has changed, and what is
   kept is what was published: an answer with another digest is thrown away. The network always comes first, but for
   files that are named by their content. */
'use strict';
const ROOT = registration.scope;
const STORE = 'zhaoshang ' + ROOT; // a host may have several sites, and all see all stores
const PATIENCE = 4000; // milliseconds for an answer before a kept page is shown instead
const AT_ONCE = 4;
const NAMED_BY_CONTENT = /^(?:assets|media)\/.*\.[0-9a-f]{10}\.\w+$/;
const PHOTOGRAPH = /-\d+(\.[0-9a-f]{10})\.\w+$/;

const digests = new Map(Object.values(FILES).flatMap((part) => Object.entries(part)));
const photographs = new Map([...digests.keys()].map((path) => [path.replace(PHOTOGRAPH, '$1'), path]));
const shownFromStore = new Set(); // the windows whose page came from the store

const key = (path, digest) => ROOT + encodeURI(path) + '?kept=' + digest;

/** The path of an address from the root of the site; a folder stands for its first page. */
function pathOf(url) {
  const path = decodeURI(url.slice(ROOT.length).replace(/[?#].*$/s, ''));
  return path === '' || path.endsWith('/') ? path + 'index.html' : path;
}

async function isAsPublished(answer, digest) {
  const found = new Uint8Array(await crypto.subtle.digest('SHA-256', await answer.arrayBuffer()));
  return [...found].map((byte) => byte.toString(16).padStart(2, '0')).join('').startsWith(digest);
}

let before = Promise.resolve();

/** Fetches what is not yet kept of these parts, one call after the other; whether all of it is kept then. */
function keep(parts) {
  before = before.then(() => fetchMissing(parts));
  return before;
}

/** What fails is tried again at the next page. */
async function fetchMissing(parts) {
  const store = await caches.open(STORE);
  const kept = new Set((await store.keys()).map((one) => one.url));
  const wanted = parts.flatMap((part) => Object.entries(FILES[part] || {})).filter(([path, digest]) => !kept.has(key(path, digest)));
  let whole = true;
  const fetchNext = async () => {
    for (let next = wanted.shift(); next; next = wanted.shift()) {
      const [path, digest] = next;
      try {
        const answer = await fetch(ROOT + encodeURI(path), { cache: 'no-cache' });
        if (!answer.ok || answer.redirected || !await isAsPublished(answer.clone(), digest)) throw new Error(path);
        await store.put(key(path, digest), answer);
      } catch { whole = false; }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchNext));
  return whole;
}

/** The languages of which a page is kept, in this edition or the one before. */
async function languagesKept() {
  const urls = (await (await caches.open(STORE)).keys()).map((one) => one.url);
  return Object.keys(FILES).filter((part) => part && urls.some((url) => url.startsWith(ROOT + part + '/')));
}

async function forgetOlder() {
  const store = await caches.open(STORE);
  const current = new Set([...digests].map(([path, digest]) => key(path, digest)));
  for (const one of await store.keys()) if (!current.has(one.url)) await store.delete(one);
}

/** The kept file for a path; for a photograph in another width or format, the one that is kept. */
async function keptFile(path) {
  const found = digests.has(path) ? path : photographs.get(path.replace(PHOTOGRAPH, '$1'));
  return found && (await caches.open(STORE)).match(key(found, digests.get(found)));
}

async function networkFirst(event, path) {
  const answer = fetch(event.request);
  answer.catch(() => {}); // nobody may be waiting for it any more
  const patience = new Promise((tired) => setTimeout(tired, PATIENCE));
  const said = await Promise.race([answer, patience]).catch(() => null);
  if (said && said.status < 500) return said;
  const kept = await keptFile(path);
  if (!kept) return answer;
  if (event.resultingClientId) shownFromStore.add(event.resultingClientId);
  return kept;
}

addEventListener('install', (event) => event.waitUntil((async () => {
  await keep(['', ...await languagesKept()]);
  await skipWaiting();
})()));
addEventListener('activate', (event) => event.waitUntil(forgetOlder().then(() => clients.claim())));
addEventListener('message', (event) => event.waitUntil((async () => {
  const { language, fetches } = event.data;
  if (shownFromStore.delete(event.source.id)) event.source.postMessage('shown from the store');
  if (fetches && FILES[language] && await keep(['', language])) event.source.postMessage('kept');
})()));
addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method !== 'GET' || !url.startsWith(ROOT)) return;
  const path = pathOf(url);
  if (NAMED_BY_CONTENT.test(path) && digests.has(path)) event.respondWith(keptFile(path).then((kept) => kept || fetch(event.request)));
  else if (digests.has(path) || photographs.has(path.replace(PHOTOGRAPH, '$1'))) event.respondWith(networkFirst(event, path));
});
