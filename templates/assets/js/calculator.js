/* What an award would pay for the reader's own figures. Every award stands in the page with its Program as data;
   awards.js runs it. A figure typed once serves every award that asks for it. The state is the fragment of the address,
   which no server sees: #fixed-investment=8000万元&jobs=120 */
(function () {
  'use strict';
  const Awards = window.ZhaoshangAwards;
  const root = document.querySelector('[data-calculator]');
  if (!root || !Awards) return;
  const lang = document.documentElement.lang;
  const words = JSON.parse(root.dataset.words);
  const fill = (word, values) => word.replace(/\{(\w+)\}/g, (gap, name) => (name in values ? values[name] : gap));
  const said = (text) => text[lang] || Object.values(text)[0];
  const money = (fen) => fill(words.money, { sum: Awards.yuan(fen) });

  function element(name, properties, ...children) {
    const one = Object.assign(document.createElement(name), properties);
    one.append(...children);
    return one;
  }

  /** A sum as firmly as it stands. */
  function sayRange(sum) {
    const low = money(sum.low);
    if (sum.high === null) return fill(words.answer.at_least, { low });
    const key = sum.low === sum.high ? 'exact' : sum.low === '0' ? 'up_to' : 'range';
    return fill(words.answer[key], { low, high: money(sum.high) });
  }

  function sayAnswer(program, answer) {
    const notes = (numbers) => numbers.map((number) => said(program.notes[number].text)).join(words.lists.comma);
    if (answer.kind === 'readings') {
      return answer.readings.map((one) => notes(one.names) + words.lists.colon + sayAnswer(program, one.answer)).join(words.lists.semicolon);
    }
    const missing = program.inputs.filter((given) => answer.missing.includes(given.id)).map((given) => said(given.name));
    const amount = fill(words.answer[answer.kind], {
      low: money(answer.sum.low),
      high: answer.sum.high === null ? '' : money(answer.sum.high),
      things: notes(answer.things),
      missing: missing.join(words.lists.comma),
      number: answer.readings.length,
    });
    if (answer.failed.length) return fill(words.answer.because, { amount, reason: notes(answer.failed) });
    if (answer.things.length && answer.kind !== 'in_kind') return fill(words.answer.with_things, { amount, things: notes(answer.things) });
    return amount;
  }

  /** By year and by instalment, where there is more than one. */
  function schedule(program, answer) {
    const rows = [];
    for (const year of answer.years) {
      if (answer.years.length > 1) rows.push([fill(words.answer.year, { year: year.year }), sayRange(year.sum)]);
      for (const part of year.instalments) rows.push([said(program.notes[part.note].text), sayRange(part.sum)]);
    }
    return rows;
  }

  function list(rows) {
    const dl = element('dl', { className: 'calc-rows' });
    for (const [label, value] of rows) dl.append(element('div', {}, element('dt', { textContent: label }), element('dd', { textContent: value })));
    return dl;
  }

  function steps(program, answer) {
    return Awards.trace(program, answer).map((step) => {
      const unit = (value) => (value === null ? '' : step.unit ? fill(words.in_currency, { currency: step.unit, sum: value }) : value);
      const ends = step.low === null && step.high === null ? '' : step.low === step.high ? unit(step.low) : `${unit(step.low)}–${unit(step.high)}`;
      return [said(step.text), ends];
    });
  }

  class Sum {
    constructor(box) {
      this.box = box;
      this.program = JSON.parse(document.getElementById(box.dataset.program).textContent);
      this.fields = [...box.querySelectorAll('[data-input]')];
      this.output = box.querySelector('[data-result]');
    }

    /** Reads the fields, says what is wrong beside them, and shows what is due. */
    update() {
      const inputs = {};
      let wrong = false;
      for (const field of this.fields) {
        const given = this.program.inputs.find((one) => one.id === field.dataset.input);
        const note = document.getElementById(field.getAttribute('aria-describedby').split(' ').pop());
        note.textContent = '';
        field.removeAttribute('aria-invalid');
        if (!field.value.trim()) continue;
        const read = Awards.read(given, field.value);
        if (read.problem) {
          wrong = true;
          note.textContent = Awards.message(read.problem, words.problems);
          field.setAttribute('aria-invalid', 'true');
        } else inputs[given.id] = read.value;
      }
      this.output.replaceChildren();
      if (wrong || !Object.keys(inputs).length) return;
      const answer = Awards.evaluate(this.program, inputs);
      this.output.append(element('p', { className: 'calc-answer', textContent: sayAnswer(this.program, answer) }));
      const rows = schedule(this.program, answer);
      if (rows.length > 1) this.output.append(list(rows));
      const traced = answer.kind === 'asks' || answer.kind === 'readings' ? [] : steps(this.program, answer);
      if (traced.length) {
        this.output.append(element('details', { className: 'calc-steps' }, element('summary', { textContent: words.steps }), list(traced)));
      }
    }
  }

  const sums = [...root.querySelectorAll('[data-program]')].map((box) => new Sum(box));
  const fields = [...root.querySelectorAll('[data-input]')];
  const typed = new Map();

  function state() {
    const query = new URLSearchParams();
    for (const [id, value] of typed) if (value.trim()) query.set(id, value);
    for (const choice of root.querySelectorAll('[data-narrow]')) if (choice.value) query.set(choice.name, choice.value);
    return String(query);
  }

  function keep() {
    const text = state();
    const place = location.pathname + location.search + (text ? '#' + text : '');
    try { history.replaceState(null, '', text ? '#' + text : place); } catch { /* a page from disk keeps no state in some browsers */ }
  }

  function spread(id, value, except) {
    typed.set(id, value);
    for (const field of fields) if (field !== except && field.dataset.input === id) field.value = value;
    for (const sum of sums) if (sum.fields.some((field) => field.dataset.input === id)) sum.update();
  }

  function narrow() {
    const who = root.querySelector('[name="who"]').value;
    const sector = root.querySelector('[name="sector"]').value;
    let shown = 0;
    for (const box of root.querySelectorAll('[data-who]')) {
      const sectors = box.dataset.sectors ? box.dataset.sectors.split(' ') : [];
      const fits = box.dataset.who === who && (!sector || !sectors.length || sectors.includes(sector));
      box.hidden = !fits;
      if (fits) shown += 1;
    }
    root.querySelector('[data-shown]').textContent = fill(words.shown, { n: shown });
  }

  function restore() {
    const query = new URLSearchParams(location.hash.slice(1));
    for (const choice of root.querySelectorAll('[data-narrow]')) if (query.has(choice.name)) choice.value = query.get(choice.name);
    for (const id of new Set(fields.map((field) => field.dataset.input))) if (query.has(id)) spread(id, query.get(id), null);
    narrow();
  }

  root.addEventListener('input', (event) => {
    const field = event.target;
    if (field.dataset.input) spread(field.dataset.input, field.value, field);
    else if ('narrow' in field.dataset) narrow();
    keep();
  });
  root.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
  root.querySelector('[data-clear]').addEventListener('click', () => {
    for (const field of fields) field.value = '';
    typed.clear();
    for (const sum of sums) sum.update();
    keep();
  });
  window.addEventListener('hashchange', restore);
  restore();
})();
