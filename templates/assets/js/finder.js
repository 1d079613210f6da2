/* Narrows, sorts and compares the list of a page. Every record stands in the page with its values as attributes
   (data-f-<facet>, data-s-<sort>); nothing is fetched. The state is the query of the address, so that back, forward,
   reload and a shared link keep it: ?sector=a,b&stage=c&q=…&sort=investment:desc&compare=x,y

   In a long list what a reader waits for comes first: the number, the counts of the options and the rows in and near the
   window. The rows far below and the address follow the paint; until then the list says that it is busy. */
(function () {
  'use strict';
  const UNKNOWN = 'unknown';
  const MOST = 4;
  const LONG = 100; // rows
  const LOWEST = 40; // pixels that a row takes at least
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const fold = (text) => text.normalize('NFKC').replace(/\u2060/g, '').toLowerCase();

  /** Calls `then` when what has changed is on the screen: with the frame after the next one. */
  function afterPaint(then) {
    if (document.hidden) then();
    else requestAnimationFrame(() => requestAnimationFrame(then));
  }

  /** The word with its places filled; a word with forms takes the one that fits `n`. */
  function fill(word, values) {
    const form = typeof word === 'string' ? word : word[plural.select(values.n)] || word.other;
    return form.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  function element(name, properties, ...children) {
    const one = Object.assign(document.createElement(name), properties);
    one.append(...children);
    return one;
  }

  function closeIcon() {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('class', 'icon');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', 'M6 6l12 12M18 6 6 18');
    svg.append(path);
    return svg;
  }

  /** The facets of the panel: key → options in order, each with its box, its label, whether it is chosen and its count. */
  function readFacets(form) {
    const facets = new Map();
    for (const box of form.querySelectorAll('input[type="checkbox"]')) {
      const row = box.closest('li');
      if (!facets.has(box.name)) facets.set(box.name, new Map());
      facets.get(box.name).set(box.value, {
        box, row, count: row.querySelector('.facet-count'), label: row.querySelector('.facet-label').textContent, on: false, n: 0,
      });
    }
    return facets;
  }

  function readItems(list, facets) {
    return [...list.children].map((row, place) => {
      const options = new Map();
      for (const [key, offered] of facets) {
        const text = row.getAttribute('data-f-' + key);
        options.set(key, (text ? text.split(' ') : [UNKNOWN]).map((value) => offered.get(value)).filter(Boolean));
      }
      const title = row.querySelector('.result-title a');
      return { row, place, options, hidden: row.hidden, id: row.dataset.id, title, box: row.querySelector('[data-compare]'), text: null, fits: true };
    });
  }

  /** What is known of a record, by its label: the pairs of a list, or the cells of a table row that have one. */
  function factsOf(row) {
    const pairs = [...row.querySelectorAll('.result-facts > div')].map((pair) => [pair.firstElementChild.textContent, pair.lastElementChild]);
    const cells = [...row.querySelectorAll('td[data-label]')].map((cell) => [cell.dataset.label, cell]);
    return new Map([...pairs, ...cells].filter(([, value]) => value.textContent.trim()));
  }

  class Finder {
    constructor(root) {
      this.root = root;
      this.words = JSON.parse(root.dataset.words);
      this.form = root.querySelector('form.facets');
      this.list = root.querySelector('.results');
      this.count = root.querySelector('.finder-count');
      this.sorting = root.querySelector('[data-sort]');
      this.chosen = root.querySelector('.chosen');
      this.none = root.querySelector('[data-none]');
      this.active = root.querySelector('[data-active]');
      this.facets = readFacets(this.form);
      this.items = readItems(this.list, this.facets);
      this.order = '';
      this.ordered = this.items;
      this.left = []; // what is still to do for the last change
      this.tray = root.querySelector('.tray');
      this.listen();
      this.readAddress();
    }

    listen() {
      const { form, root } = this;
      form.addEventListener('submit', (event) => event.preventDefault());
      form.addEventListener('change', (event) => {
        if (event.target.type === 'checkbox') this.changed(true);
      });
      form.elements.q.addEventListener('input', () => this.changed(false));
      form.addEventListener('reset', (event) => { event.preventDefault(); this.clear(); });
      root.querySelector('[data-clear]').addEventListener('click', () => { this.clear(); form.elements.q.focus(); });
      if (this.sorting) this.sorting.addEventListener('change', () => this.changed(true));
      addEventListener('popstate', () => this.readAddress());
      addEventListener('beforeprint', () => this.settle());
      const wide = matchMedia('(min-width: 68rem)');
      const unfold = () => { form.querySelector('.facets-fold').open = wide.matches; };
      wide.addEventListener('change', unfold);
      unfold();
      if (this.tray) this.listenToComparison();
    }

    listenToComparison() {
      const dialog = this.root.querySelector('dialog.comparison');
      this.list.addEventListener('change', (event) => {
        if (event.target.matches('[data-compare]')) this.compareChanged(event.target);
      });
      this.root.querySelector('[data-compare-open]').addEventListener('click', () => this.openComparison(dialog));
      this.root.querySelector('[data-compare-clear]').addEventListener('click', () => {
        for (const item of this.compared()) item.box.checked = false;
        this.compareChanged(null);
        this.count.closest('.finder-main').querySelector('a').focus();
      });
      dialog.querySelector('[data-compare-close]').addEventListener('click', () => dialog.close());
    }

    /* State and address */

    readAddress() {
      this.settle();
      const query = new URLSearchParams(location.search);
      for (const [key, options] of this.facets) {
        const wanted = new Set((query.get(key) || '').split(','));
        for (const [value, option] of options) option.box.checked = wanted.has(value);
        if (options.size && [...options.keys()].some((value) => wanted.has(value))) {
          options.values().next().value.row.closest('details').open = true;
        }
      }
      this.form.elements.q.value = query.get('q') || '';
      if (this.sorting) {
        this.sorting.value = query.get('sort') || '';
        if (this.sorting.selectedIndex < 0) this.sorting.value = '';
      }
      const compared = new Set((query.get('compare') || '').split(',').slice(0, MOST));
      for (const item of this.items) if (item.box) item.box.checked = compared.has(item.id);
      this.apply();
    }

    address() {
      const query = new URLSearchParams();
      for (const key of this.facets.keys()) {
        const values = this.checked(key);
        if (values.length) query.set(key, values.join(','));
      }
      if (this.form.elements.q.value.trim()) query.set('q', this.form.elements.q.value.trim());
      if (this.sorting && this.sorting.value) query.set('sort', this.sorting.value);
      const compared = this.compared();
      if (compared.length) query.set('compare', compared.map((item) => item.id).join(','));
      const text = query.toString().replace(/%2C/g, ',').replace(/%3A/g, ':');
      return location.pathname + (text && '?' + text) + location.hash;
    }

    writeAddress(address, push) {
      try {
        history[push ? 'pushState' : 'replaceState'](null, '', address);
      } catch { /* a page opened from disk may not change its address; the list still works */ }
    }

    checked(key) {
      return [...this.facets.get(key)].filter(([, option]) => option.box.checked).map(([value]) => value);
    }

    changed(push) {
      this.settle();
      const address = this.address();
      this.apply(this.enough());
      this.later(() => this.writeAddress(address, push));
    }

    /** Does something after the next paint, or before the next change; in a short list at once. */
    later(task) {
      if (this.items.length <= LONG) return void task();
      if (!this.left.length) {
        this.list.setAttribute('aria-busy', 'true');
        afterPaint(() => this.settle());
      }
      this.left.push(task);
    }

    settle() {
      if (!this.left.length) return;
      for (const task of this.left.splice(0)) task();
      this.list.removeAttribute('aria-busy');
    }

    /** The number of rows that reach from the top of the list to a screen below the window, however low they are. */
    enough() {
      if (this.items.length <= LONG) return Infinity;
      return Math.ceil((2 * innerHeight - this.list.getBoundingClientRect().top) / LOWEST);
    }

    clear() {
      for (const options of this.facets.values()) for (const { box } of options.values()) box.checked = false;
      this.form.elements.q.value = '';
      this.changed(true);
    }

    /* The list */

    /** Shows what fits: so many rows at once, the others after the next paint. */
    apply(enough = Infinity) {
      const wanted = new Map();
      for (const [key, options] of this.facets) {
        for (const option of options.values()) {
          option.on = option.box.checked;
          option.n = 0;
        }
        const chosen = [...options.values()].filter((option) => option.on);
        if (chosen.length) wanted.set(key, chosen);
      }
      const terms = fold(this.form.elements.q.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const item of this.items) {
        const failed = this.failures(item, wanted, terms);
        item.fits = failed !== null && failed.length === 0;
        shown += item.fits;
        if (failed !== null) this.countOptions(item, failed[0]);
      }
      this.showCounts();
      this.showChosen(wanted);
      this.arrange(enough);
      const narrowed = wanted.size > 0 || terms.length > 0;
      const word = narrowed ? this.words.count_of : this.words.count;
      this.count.textContent = fill(word, { n: shown, total: this.items.length });
      this.none.hidden = shown > 0;
      if (this.tray) this.showTray();
    }

    /** The facets in which the item does not fit; null when the typed words are not in it or it fits in none of two. */
    failures(item, wanted, terms) {
      if (terms.length) {
        item.text ??= fold([...item.row.querySelectorAll('.result-main, .result-facts, [data-label]')].map((part) => part.textContent).join(' '));
        if (!terms.every((term) => item.text.includes(term))) return null;
      }
      const failed = [];
      for (const key of wanted.keys()) {
        if (item.options.get(key).some((option) => option.on)) continue;
        failed.push(key);
        if (failed.length > 1) return null;
      }
      return failed;
    }

    /** An option's count is what choosing it would show with the other facets as they are. */
    countOptions(item, failed) {
      for (const [key, options] of item.options) {
        if (failed === undefined || failed === key) for (const option of options) option.n += 1;
      }
    }

    showCounts() {
      for (const options of this.facets.values()) {
        for (const option of options.values()) {
          const n = String(option.n);
          if (option.count.textContent !== n) option.count.textContent = n;
          option.row.classList.toggle('empty-option', option.n === 0 && !option.on);
        }
      }
    }

    showChosen(wanted) {
      const chips = [];
      for (const options of wanted.values()) {
        for (const { box, label } of options) {
          const button = element('button', { type: 'button' }, label, closeIcon());
          button.setAttribute('aria-label', fill(this.words.clear_one, { value: label }));
          button.addEventListener('click', () => {
            box.checked = false;
            this.changed(true);
            (this.chosen.querySelector('button') || this.form.elements.q).focus();
          });
          chips.push(element('li', {}, button));
        }
      }
      this.chosen.replaceChildren(...chips);
      this.chosen.hidden = chips.length === 0;
      this.active.textContent = chips.length || '';
    }

    /** Puts the rows in order and hides those that do not fit, first so many that `enough` of them are shown. */
    arrange(enough) {
      const moves = this.sort();
      let first = 0;
      for (let shown = 0; first < this.ordered.length && shown < enough; first += 1) shown += this.ordered[first].fits;
      const rest = this.ordered.slice(first);
      const show = (items, place) => {
        if (moves) place(...items.map((item) => item.row));
        for (const item of items) if (item.hidden === item.fits) item.row.hidden = item.hidden = !item.fits;
      };
      show(this.ordered.slice(0, first), (...rows) => this.list.prepend(...rows));
      if (rest.length && enough < Infinity) this.later(() => show(rest, (...rows) => this.list.append(...rows)));
      else show(rest, (...rows) => this.list.append(...rows));
    }

    /** Brings the items into the order that is chosen; whether it is another one than before. */
    sort() {
      const order = this.sorting ? this.sorting.value : '';
      if (order === this.order) return false;
      this.order = order;
      const [key, direction] = order.split(':');
      const sign = direction === 'desc' ? -1 : 1;
      const value = (item) => item.row.getAttribute('data-s-' + key);
      const compare = (a, b) => {
        const x = key && value(a), y = key && value(b);
        if (!key || x === y) return a.place - b.place;
        if (x === null || y === null) return x === null ? 1 : -1;
        const difference = Number(x) - Number(y);
        return sign * (Number.isNaN(difference) ? x.localeCompare(y) : difference) || a.place - b.place;
      };
      this.ordered = [...this.items].sort(compare);
      return true;
    }

    /* Comparison */

    compared() {
      return this.items.filter((item) => item.box && item.box.checked);
    }

    compareChanged(box) {
      const full = this.compared().length > MOST;
      if (full) box.checked = false;
      this.settle();
      this.writeAddress(this.address(), false);
      this.showTray();
      if (full) this.tray.querySelector('.tray-count').textContent = this.words.tray_full;
    }

    showTray() {
      const compared = this.compared();
      this.tray.hidden = compared.length === 0;
      document.documentElement.classList.toggle('with-tray', compared.length > 0);
      this.tray.querySelector('[data-compare-open]').disabled = compared.length < 2;
      this.tray.querySelector('.tray-count').textContent = compared.length < 2
        ? this.words.tray_hint : fill(this.words.tray_count, { n: compared.length });
      this.tray.querySelector('.tray-list').replaceChildren(...compared.map((item) => {
        const title = item.title.textContent;
        const button = element('button', { type: 'button' }, element('span', { textContent: title }), closeIcon());
        button.setAttribute('aria-label', this.words.remove + ' ' + title);
        button.addEventListener('click', () => {
          item.box.checked = false;
          this.compareChanged(item.box);
          item.box.focus();
        });
        return element('li', {}, button);
      }));
    }

    openComparison(dialog) {
      const compared = this.compared();
      const facts = compared.map((item) => factsOf(item.row));
      const labels = [...new Set(facts.flatMap((one) => [...one.keys()]))];
      const head = element('tr', {}, element('td', {}), ...compared.map((item) => {
        const link = item.title.cloneNode(true);
        return element('th', { scope: 'col' }, link);
      }));
      const rows = labels.map((label) => {
        const cells = facts.map((one) => one.get(label));
        const texts = new Set(cells.map((cell) => (cell ? cell.textContent : '')));
        return element('tr', { className: texts.size > 1 ? 'differs' : '' },
          element('th', { scope: 'row', textContent: label }),
          ...cells.map((cell) => element('td', {}, ...(cell ? [...cell.cloneNode(true).childNodes] : [this.words.unknown]))));
      });
      const table = element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows));
      dialog.querySelector('.table-scroll').replaceChildren(table);
      dialog.showModal();
    }
  }

  for (const root of document.querySelectorAll('[data-finder]')) new Finder(root);
})();
