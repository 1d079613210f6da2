/* What an award would pay for the reader's own figures. Every award stands in the page with its Program as data;
   awards.js runs it. Fields with the same data-shared hold the same figure, so that it is typed once. The state is the
   fragment of the address, which no server sees: #total-investment=8000万元&sector=food */
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

  const problemOf = (field) => document.getElementById(field.id + '-problem');

  /** What a field holds as the Program's number; undefined where it is empty or cannot be read, which is then said. */
  function readField(field, given) {
    const note = problemOf(field);
    note.textContent = '';
    field.removeAttribute('aria-invalid');
    const empty = !field.value.trim();
    if (empty && !typed.has(field.dataset.shared)) return undefined;
    const read = Awards.read(given, field.value);
    if (!read.problem) return read.value;
    note.textContent = Awards.message(read.problem, words.problems);
    field.setAttribute('aria-invalid', 'true');
    return undefined;
  }

  class Sum {
    constructor(box) {
      this.box = box;
      this.program = JSON.parse(document.getElementById(box.dataset.program).textContent);
      this.fields = [...box.querySelectorAll('[data-input]')];
      this.output = box.querySelector('[data-result]');
      this.answer = this.fields.length ? null : Awards.evaluate(this.program, {});
    }

    /** Reads the fields, says what is wrong beside them, and shows what is due. */
    update() {
      if (!this.fields.length) return;
      const inputs = {};
      for (const field of this.fields) {
        const value = readField(field, this.program.inputs.find((one) => one.id === field.dataset.input));
        if (value !== undefined) inputs[field.dataset.input] = value;
      }
      const wrong = this.fields.some((field) => field.getAttribute('aria-invalid'));
      this.answer = wrong || !Object.keys(inputs).length ? null : Awards.evaluate(this.program, inputs);
      this.show();
    }

    show() {
      const { program, answer } = this;
      this.output.replaceChildren();
      if (!answer) return;
      this.output.append(element('p', { className: 'calc-answer', textContent: sayAnswer(program, answer) }));
      const rows = schedule(program, answer);
      if (rows.length > 1) this.output.append(list(rows));
      const traced = answer.kind === 'asks' || answer.kind === 'readings' ? [] : steps(program, answer);
      if (traced.length) {
        this.output.append(element('details', { className: 'calc-steps' }, element('summary', { textContent: words.steps }), list(traced)));
      }
    }
  }

  const typed = new Map();
  const sums = new Map([...root.querySelectorAll('[data-program]')].map((box) => [box.id, new Sum(box)]));
  const fields = [...root.querySelectorAll('[data-shared]')];
  const common = [...root.querySelectorAll('[data-common]')].map((box) => ({
    box, field: box.querySelector('[data-shared]'), given: JSON.parse(box.querySelector('[data-given]').textContent),
  }));
  const project = new Map();

  /** What the awards of each group come to, where the text warrants a figure and all of them are worked out. */
  function combineGroups() {
    for (const box of root.querySelectorAll('[data-group]')) {
      const group = JSON.parse(box.dataset.group);
      const members = group.ids.map((id) => sums.get(id));
      const answers = members.map((sum) => sum.answer);
      const known = answers.every(Boolean) ? Awards.combine(group.figure, answers) : null;
      const inputs = members.flatMap((sum) => sum.program.inputs);
      const amount = known && sayAnswer({ inputs, notes: [] }, known);
      const word = known && known.kind !== 'asks' ? words[group.figure] : '{amount}';
      box.querySelector('[data-together]').textContent = known ? fill(word, { amount }) : '';
    }
  }

  function state() {
    const query = new URLSearchParams();
    for (const [id, value] of typed) if (value.trim()) query.set(id, value);
    for (const choice of root.querySelectorAll('[data-narrow]')) if (choice.value) query.set(choice.name, choice.value);
    return String(query);
  }

  function keep() {
    const text = state();
    try { history.replaceState(null, '', text ? '#' + text : location.pathname + location.search); } catch { /* a page from disk keeps no state in some browsers */ }
  }

  /** Puts a figure into every field that holds it; `except` is the one it was typed into. */
  function spread(id, value, except) {
    typed.set(id, value);
    for (const field of fields) if (field !== except && field.dataset.shared === id) field.value = value;
  }

  function update() {
    for (const { field, given } of common) project.set(given.id, readField(field, given));
    for (const sum of sums.values()) sum.update();
    combineGroups();
    narrow();
  }

  /** Whether a figure of the project lies between the ends of a document; what is not typed rules nothing out. */
  function within(ends, value) {
    if (!ends || value === undefined) return true;
    const [low, high] = ends.split(' ');
    return (low === '-' || BigInt(low) <= value) && (high === '-' || value <= BigInt(high));
  }

  function narrow() {
    const chosen = Object.fromEntries([...root.querySelectorAll('[data-narrow]')].map((one) => [one.name, one.value]));
    const among = (values, value) => !value || !values || values.split(' ').includes(value);
    let shown = 0;
    for (const box of root.querySelectorAll('[data-who]')) {
      const { who, sectors, origins, sizes, investment, land } = box.dataset;
      const suits = among(sectors, chosen.sector) && among(origins, chosen.origin) && among(sizes, chosen.size)
        && within(investment, project.get('total-investment')) && within(land, project.get('land-area'));
      box.hidden = who !== chosen.who || (who === 'policies' && !suits);
      if (!box.hidden) shown += box.querySelectorAll('[data-program]').length;
    }
    for (const part of root.querySelectorAll('[data-for]')) part.hidden = part.dataset.for !== chosen.who;
    root.querySelector('[data-shown]').textContent = fill(words.shown, { n: shown });
  }

  function restore() {
    const query = new URLSearchParams(location.hash.slice(1));
    for (const choice of root.querySelectorAll('[data-narrow]')) {
      if (query.has(choice.name)) choice.value = query.get(choice.name);
      if (choice.selectedIndex < 0) choice.selectedIndex = 0;
    }
    for (const id of new Set(fields.map((field) => field.dataset.shared))) if (query.has(id)) spread(id, query.get(id), null);
    update();
  }

  root.addEventListener('input', (event) => {
    const field = event.target;
    if (field.dataset.shared) spread(field.dataset.shared, field.value, field);
    update();
    keep();
  });
  root.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
  root.querySelector('[data-clear]').addEventListener('click', () => {
    for (const field of fields) field.value = '';
    typed.clear();
    update();
    keep();
  });
  window.addEventListener('hashchange', restore);
  restore();
})();
