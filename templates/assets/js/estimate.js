/* What a project would cost for the reader's own figures. The lines stand in the page as two Programs, for what is paid
   once and what is paid every year; awards.js runs them, with whole numbers only. A figure left empty counts as nothing.
   The state is the fragment of the address, which no server sees: #land=60亩&land.item=shibu-50 */
(function () {
  'use strict';
  const Awards = window.ZhaoshangAwards;
  const root = document.querySelector('[data-estimate]');
  if (!root || !Awards) return;
  const words = JSON.parse(root.dataset.words);
  const { programs, example } = JSON.parse(document.getElementById('estimate-programs').textContent);
  const fill = (word, values) => word.replace(/\{(\w+)\}/g, (gap, name) => (name in values ? values[name] : gap));
  const inputs = new Map(Object.values(programs).flatMap((program) => program.inputs.map((given) => [given.id, given])));
  const fields = [...root.querySelectorAll('[data-input]')];
  const say = (low, high) => fill(low === high ? words.exact : words.range, { low, high });

  /** What a field holds as a whole number; what cannot be read is said beside it and counts as a mistake. */
  function read(field) {
    const note = document.getElementById(field.id + '-problem');
    if (note) note.textContent = '';
    field.removeAttribute('aria-invalid');
    if (!field.value.trim()) return 0n;
    const { value, problem } = Awards.read(inputs.get(field.dataset.input), field.value);
    if (!problem) return value;
    note.textContent = Awards.message(problem, words.problems);
    field.setAttribute('aria-invalid', 'true');
    return null;
  }

  function update() {
    const typed = fields.map((field) => [field.dataset.input, read(field)]);
    const blank = fields.every((field) => field.tagName === 'SELECT' || !field.value.trim());
    root.toggleAttribute('data-blank', blank);
    const wrong = typed.some(([, value]) => value === null);
    const values = Object.fromEntries(typed.map(([id, value]) => [id, value ?? 0n]));
    for (const field of root.querySelectorAll('select[data-input]')) {
      for (const note of root.querySelectorAll(`[data-cost^="${field.id} "]`)) {
        note.hidden = note.dataset.cost !== `${field.id} ${field.value}`;
      }
    }
    for (const [paid, program] of Object.entries(programs)) {
      const answer = Awards.evaluate(program, values);
      for (const [index, { low, high }] of Awards.trace(program, answer).entries()) {
        const line = program.notes[answer.trace[index].note].place;
        root.querySelector(`[data-sum="${line}"]`).textContent = high === '0' ? '' : say(low, high);
      }
      root.querySelector(`[data-total="${paid}"]`).textContent = wrong
        ? words.mend : blank ? '' : say(Awards.yuan(answer.sum.low), Awards.yuan(answer.sum.high));
    }
  }

  /* The address */

  const plain = (field) => (field.tagName === 'SELECT' ? field.options[0].value : '');

  function keep() {
    const query = new URLSearchParams();
    for (const field of fields) if (field.value.trim() && field.value !== plain(field)) query.set(field.dataset.input, field.value.trim());
    const text = String(query);
    try {
      history.replaceState(null, '', text ? '#' + text : location.pathname + location.search);
    } catch { /* a page from disk keeps no state in some browsers */ }
  }

  function set(given) {
    for (const field of fields) {
      const value = given.get(field.dataset.input);
      const known = field.tagName !== 'SELECT' || [...field.options].some((option) => option.value === value);
      field.value = value !== null && known ? value : plain(field);
    }
    update();
  }

  const restore = () => set(new URLSearchParams(location.hash.slice(1)));
  root.addEventListener('input', () => { update(); keep(); });
  root.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
  root.querySelector('[data-clear]').addEventListener('click', () => { set(new URLSearchParams()); keep(); });
  root.querySelector('[data-example]').addEventListener('click', () => { set(new URLSearchParams(example)); keep(); });
  addEventListener('hashchange', restore);
  // An empty estimate is a sheet to fill in by hand, with all unit costs to choose from.
  addEventListener('beforeprint', () => {
    if (root.hasAttribute('data-blank')) for (const note of root.querySelectorAll('[data-cost]')) note.hidden = false;
  });
  addEventListener('afterprint', update);
  restore();
})();
