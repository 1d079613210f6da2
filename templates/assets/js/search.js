/* The search: one pack of text per language, scanned for substrings. A pack is a script, because a page opened from disk
   cannot fetch. It sets
     window.ZHAOSHANG_SEARCH = { language, folds, entries: [{ url, kind, title, headings, text }] }
   url is relative to the root of the site; headings is one text with a line each; folds is a text of pairs, traditional
   character then simplified. Pack and query are folded alike: NFKC, lower case, simplified. Chinese is found anywhere,
   a Latin word from its beginning, in the singular and the plural.
   The pack of a large site has no texts but names its parts, { folder, shards, beginning }: pairs of characters and beginnings of
   words with the pages they stand on, and the text of each page. A query loads the pairs it is made of, then the texts of the
   hits that are shown. */
(function () {
  'use strict';
  const LATIN = /[a-z0-9]/;
  const plural = new Intl.PluralRules(document.documentElement.lang);
  let pack = null;
  let waiting = [];
  let folds = new Map();
  const parts = new Map();

  const fill = (word, values) => {
    const form = typeof word === 'string' ? word : word[plural.select(values.n)] || word.other;
    return form.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  };

  function simplify(text) {
    let out = '';
    for (const character of text) out += folds.get(character) || character;
    return out;
  }

  const anyFold = () => folds.size && new RegExp('[' + [...folds.keys()].join('') + ']', 'gu');

  function fold(text, pattern) {
    const plain = text.normalize('NFKC').replace(/\u2060/g, '').toLowerCase();
    return pattern ? plain.replace(pattern, (character) => folds.get(character)) : plain;
  }

  /** The folded text, and for each of its units the place in `text` it came from. */
  function foldWithPlaces(text) {
    let folded = '';
    const places = [];
    let place = 0;
    for (const character of text) {
      const piece = simplify(character.normalize('NFKC').toLowerCase());
      for (let i = 0; i < piece.length; i += 1) places.push(place);
      folded += piece;
      place += character.length;
    }
    places.push(place);
    return { folded, places };
  }

  /** The forms of one typed word: itself and, for an English plural, the singular. */
  function forms(word) {
    if (!/^[a-z]{3,}s$/.test(word) || word.endsWith('ss')) return [word];
    const singular = [word.slice(0, -1)];
    if (word.endsWith('ies')) singular.push(word.slice(0, -3) + 'y');
    else if (/(?:s|x|z|ch|sh)es$/.test(word)) singular.push(word.slice(0, -2));
    return [word, ...singular];
  }

  function terms(query) {
    return fold(query, anyFold()).split(/\s+/).filter(Boolean).map(forms);
  }

  /** Where `form` stands in `text` from `start` on; a Latin word only from its beginning. -1 where it does not. */
  function find(text, form, start) {
    let at = text.indexOf(form, start);
    if (!LATIN.test(form[0])) return at;
    while (at > 0 && LATIN.test(text[at - 1])) at = text.indexOf(form, at + 1);
    return at;
  }

  const has = (text, term) => term.some((form) => find(text, form, 0) >= 0);

  function take(given) {
    pack = given;
    folds = new Map();
    const pairs = [...(pack.folds || '')];
    for (let i = 0; i + 1 < pairs.length; i += 2) folds.set(pairs[i], pairs[i + 1]);
    pack.entries.forEach((entry) => {
      entry.unread = Boolean(pack.parts);
      prepare(entry);
    });
  }

  function prepare(entry) {
    const pattern = anyFold();
    entry.folded = [entry.title, entry.headings || '', entry.text].map((text) => fold(text, pattern));
  }

  const latin = (character) => LATIN.test(character || '');

  /** The part a key lies in: zhaoshang/web/shards.py counts likewise. */
  function shard(key) {
    const first = key.codePointAt(0);
    const second = key.length > 1 && latin(key[0]) ? key.codePointAt(1) : 0;
    return `pairs-${(31 * first + second) % pack.parts.shards}`;
  }

  /** A part that has come; the text of a page goes to its entry. */
  function takePart(name, part) {
    parts.set(name, part);
    const [kind, place] = name.split('-');
    if (kind !== 'words') return;
    const entry = pack.entries[place];
    entry.text = part;
    entry.unread = false;
    prepare(entry);
  }

  /** What a form is looked up by, its pairs and Latin words: [key, whether only how the keys begin]. */
  function keys(form) {
    const { beginning } = pack.parts;
    const characters = [...form];
    const words = [...form.matchAll(/[a-z0-9]+/g)].map(({ 0: word, index }) => [
      word.slice(0, beginning), word.length > 1 && word.length < beginning && index + word.length === form.length]);
    const pairs = characters.slice(1).map((second, n) => characters[n] + second).filter((pair) => !latin(pair[0]));
    const last = characters[characters.length - 1];
    const alone = !latin(last) && (characters.length === 1 || latin(characters[characters.length - 2]));
    return [...words, ...pairs.map((pair) => [pair, false]), ...(alone ? [[last, true]] : [])];
  }

  /** The places of the entries on which all keys of `form` stand. */
  function holding(form) {
    return keys(form).map(([text, begins]) => {
      const part = parts.get(shard(text));
      const any = begins ? Object.keys(part).filter((key) => key.startsWith(text)) : [text];
      return new Set(any.flatMap((key) => {
        let place = 0;
        return (part[key] || []).map((step) => (place += step));
      }));
    }).reduce((all, more) => new Set([...all].filter((place) => more.has(place))));
  }

  /** The places of the entries that may answer, once the pairs are there. */
  function candidates(query) {
    return query.map((term) => new Set(term.flatMap((form) => [...holding(form)])))
      .reduce((all, more) => new Set([...all].filter((place) => more.has(place))));
  }

  /** The parts a query still needs: first of pairs, then the texts of the hits that are shown. */
  function missing(text, shown) {
    if (!pack.parts) return [];
    const pairs = terms(text).flat().flatMap(keys).map(([key]) => shard(key)).filter((name) => !parts.has(name));
    const words = () => search(text).slice(0, shown).filter(({ entry }) => entry.unread).map(({ place }) => `words-${place}`);
    return [...new Set(pairs.length ? pairs : words())];
  }

  /** 0 where a term is missing; else more for the title than for a heading than for the text, read or likely. */
  function score(entry, query) {
    const [title, headings, text] = entry.folded;
    let sum = 0;
    for (const term of query) {
      if (has(title, term)) sum += title === term[0] ? 400 : title.startsWith(term[0]) ? 250 : 200;
      else if (has(headings, term)) sum += 60;
      else if (entry.unread || has(text, term)) sum += 10;
      else return 0;
    }
    return sum;
  }

  function search(text) {
    const query = terms(text);
    if (!pack || !query.length) return [];
    const places = pack.parts ? [...candidates(query)] : [...pack.entries.keys()];
    return places
      .map((place) => ({ entry: pack.entries[place], place, score: score(pack.entries[place], query) }))
      .filter((hit) => hit.score > 0)
      .sort((a, b) => b.score - a.score || a.place - b.place);
  }

  /** The stretches of `text` that match, as [start, end] in its own units, in order and without overlap. */
  function matches(text, query) {
    const { folded, places } = foldWithPlaces(text);
    const found = [];
    for (const term of query) {
      for (const form of term) {
        for (let at = find(folded, form, 0); at >= 0; at = find(folded, form, at + form.length)) {
          found.push([places[at], places[at + form.length]]);
        }
      }
    }
    found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    const apart = [];
    for (const one of found) if (!apart.length || one[0] >= apart[apart.length - 1][1]) apart.push(one);
    return apart;
  }

  function marked(text, spans, from, to) {
    const out = document.createDocumentFragment();
    let at = from;
    for (const [start, end] of spans) {
      if (start < from || end > to) continue;
      const mark = document.createElement('mark');
      mark.textContent = text.slice(start, end);
      out.append(text.slice(at, start), mark);
      at = end;
    }
    out.append(text.slice(at, to));
    return out;
  }

  /** A stretch of the text around its first match that is not the title again. */
  function excerpt(entry, query) {
    const { text, title } = entry;
    const spans = matches(text, query);
    const after = text.indexOf(title) + title.length;
    const [first] = spans.find(([start]) => start >= after) || spans[0] || [0];
    let from = Math.max(0, first - 30);
    if (from > 0 && LATIN.test(text[from].toLowerCase())) from = text.indexOf(' ', from) + 1 || from;
    if (from > first) from = first;
    let to = Math.min(text.length, from + 120);
    if (to < text.length && LATIN.test(text[to].toLowerCase())) to = Math.max(text.lastIndexOf(' ', to), first + 40);
    const out = marked(text, spans, from, to);
    if (from > 0) out.prepend('… ');
    if (to < text.length) out.append(' …');
    return out;
  }

  function link(hit, query, root) {
    const { entry } = hit;
    const one = document.createElement('a');
    one.href = root + entry.url;
    const title = document.createElement('span');
    title.className = 'hit-title';
    title.append(marked(entry.title, matches(entry.title, query), 0, entry.title.length));
    const text = document.createElement('span');
    text.className = 'hit-text';
    text.append(excerpt(entry, query));
    one.append(title, text);
    return one;
  }

  /** The hits by kind; the kind with the best hit first. */
  function groups(hits, query, box) {
    const kinds = JSON.parse(box.dataset.kinds);
    const level = box.closest('dialog') ? 'h3' : 'h2';
    const byKind = new Map();
    for (const hit of hits) {
      if (!byKind.has(hit.entry.kind)) byKind.set(hit.entry.kind, []);
      byKind.get(hit.entry.kind).push(hit);
    }
    return [...byKind].map(([kind, list]) => {
      const section = document.createElement('section');
      const head = document.createElement(level);
      head.textContent = kinds[kind] || kind;
      const items = document.createElement('ul');
      for (const hit of list) {
        const row = document.createElement('li');
        row.append(link(hit, query, box.dataset.root));
        items.append(row);
      }
      section.append(head, items);
      return section;
    });
  }

  function run(address, box) {
    return new Promise((done) => {
      const script = document.createElement('script');
      script.src = address;
      script.addEventListener('load', done);
      script.addEventListener('error', () => {
        waiting = [];
        box.querySelector('.search-status').textContent = JSON.parse(box.dataset.words).failed;
      });
      document.head.append(script);
    });
  }

  function load(box, then) {
    if (pack) return then();
    waiting.push(then);
    if (waiting.length > 1) return undefined;
    return run(box.dataset.pack, box).then(() => {
      take(window.ZHAOSHANG_SEARCH);
      for (const one of waiting.splice(0)) one();
    });
  }

  /** How many hits are listed at first, and how many more each time the reader asks: few where their texts must come. */
  const step = () => (pack.parts ? 10 : 30);

  /** Load what the first `shown` hits of a query need; `then` follows at once where nothing does. */
  function complete(text, shown, box, then) {
    const names = missing(text, shown);
    if (!names.length) return then();
    return Promise.all(names.map((name) => run(box.dataset.root + pack.parts.folder + name + '.js', box)))
      .then(() => complete(text, shown, box, then));
  }

  /** List the first hits of what is in the field: so many, or as many as are listed at first. */
  function show(box, shown) {
    const asked = () => box.querySelector('input').value.trim();
    const text = asked();
    const most = shown || step();
    return complete(text, most, box, () => { if (text === asked()) present(box, text, most); });
  }

  function present(box, text, most) {
    const words = JSON.parse(box.dataset.words);
    const hits = search(text);
    box.querySelector('.search-results').replaceChildren(...groups(hits.slice(0, most), terms(text), box));
    box.querySelector('.search-status').textContent = !text ? '' : hits.length === 0 ? fill(words.none, { query: text })
      : fill(words.count, { n: hits.length }) + (hits.length > most ? fill(words.first, { n: most }) : '');
    const more = box.querySelector('.search-more');
    more.hidden = hits.length <= most;
    more.onclick = () => show(box, most + step());
  }

  /** Up and down walk through the field and the hits. */
  function walk(box, event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.isComposing) return;
    const stops = [box.querySelector('input'), ...box.querySelectorAll('.search-results a')];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  function start(box) {
    const input = box.querySelector('input');
    const status = box.querySelector('.search-status');
    const inDialog = Boolean(box.closest('dialog'));
    const ask = () => {
      if (!pack) status.textContent = JSON.parse(box.dataset.words).loading;
      load(box, () => show(box));
    };
    input.addEventListener('focus', () => load(box, () => show(box)), { once: true });
    let pause;
    input.addEventListener('input', (event) => {
      if (event.isComposing) return;
      clearTimeout(pause); // parts are fetched for what was typed, not for every letter on the way
      pause = setTimeout(ask, pack && pack.parts ? 150 : 0);
    });
    input.addEventListener('compositionend', ask);
    box.addEventListener('keydown', (event) => walk(box, event));
    if (inDialog) {
      if (document.activeElement === input) ask();
      return;
    }
    box.querySelector('form').addEventListener('submit', (event) => {
      event.preventDefault();
      ask();
      try {
        history.replaceState(null, '', location.pathname + '?q=' + encodeURIComponent(input.value.trim()));
      } catch { /* a page opened from disk may not change its address */ }
    });
    input.value = new URLSearchParams(location.search).get('q') || '';
    if (input.value) ask();
  }

  window.ZHAOSHANG_SEARCH_PART = takePart;
  window.ZhaoshangSearch = { search, terms, take, complete };
  for (const box of document.querySelectorAll('[data-search]')) start(box);
})();
