/* The browser's side of labs and predictions.  It owns the controls; Python answers questions. */

const AHEAD_MS = 30;      // quiet time before asking for the neighbours of the moved control
const ALOUD_MS = 600;     // quiet time before a screen reader is told
const WAITING_MS = 4000;  // silence of the kernel before saying so
const KEPT = 400;         // answers kept

/* Unique on the page: every widget loads this module anew. */
function fresh(name) {
  window.mktlibSerial = (window.mktlibSerial || 0) + 1;
  return `mktlib-${name}-${window.mktlibSerial}`;
}

function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/* JupyterLab takes arrow keys and letters for itself unless the focused element says no. */
const OWN_KEYS = { 'data-lm-suppress-shortcuts': 'true' };

/* A control reports an index among its values: no rounding, no drift. */
function control(spec, changed) {
  const id = fresh('control');
  const label = element('label', { for: id }, spec.label);
  if (spec.kind === 'menu') {
    const select = element('select', { id, ...OWN_KEYS }, ...spec.written.map((text) => element('option', {}, text)));
    select.addEventListener('change', () => changed(select.selectedIndex));
    return { node: element('div', { class: 'mktlib-control' }, label, select), set: (index) => { select.selectedIndex = index; }, last: spec.written.length - 1 };
  }
  const { numbers } = spec, last = numbers.length - 1;
  const range = element('input', { id, type: 'range', min: 0, max: last, step: 1, ...OWN_KEYS });
  /* Text, not type=number, which drops the comma of "6,5" where the browser speaks English. */
  const field = element('input', { type: 'text', inputmode: 'decimal', role: 'spinbutton', 'aria-valuemin': numbers[0], 'aria-valuemax': numbers[last], 'aria-label': spec.label + (spec.unit ? ` (${spec.unit})` : ''), ...OWN_KEYS });
  const set = (index) => {
    range.value = index;
    range.setAttribute('aria-valuetext', spec.written[index]);
    field.value = String(numbers[index]).replace('.', spec.mark);
    field.setAttribute('aria-valuenow', numbers[index]);
  };
  const nearest = (number) => numbers.reduce((best, each, i) => (Math.abs(each - number) < Math.abs(numbers[best] - number) ? i : best), 0);
  range.addEventListener('input', () => { set(+range.value); changed(+range.value); });
  const typed = () => {
    const number = parseFloat(field.value.replace(/\s/g, '').replace(',', '.'));
    const index = Number.isFinite(number) ? nearest(number) : +range.value;
    set(index);
    changed(index);
  };
  field.addEventListener('change', typed);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') typed();
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const index = Math.min(last, Math.max(0, +range.value + step));
    set(index);
    changed(index);
  });
  const number = element('span', { class: 'mktlib-number' }, field, spec.unit);
  return { node: element('div', { class: 'mktlib-control' }, label, range, number), set, last };
}

function lab(model, root) {
  const spec = model.get('spec');
  const start = spec.controls.map((each) => each.default);
  const answers = new Map([[String(start), spec.first]]);
  let indices = [...start], moved = 0, direction = 1, shown = null;
  let live = null, ahead = null, timers = {};

  const words = element('p', { class: 'mktlib-now', id: fresh('words') });
  const longest = element('p', { class: 'mktlib-longest', 'aria-hidden': 'true' }, spec.longest);
  const aloud = element('p', { class: 'mktlib-aloud', 'aria-live': 'polite' });
  const picture = element('div', { class: 'mktlib-picture', style: `aspect-ratio: ${spec.size[0]} / ${spec.size[1]}` });
  picture.innerHTML = spec.svg;
  const svg = picture.querySelector('svg');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', spec.title);
  svg.setAttribute('aria-describedby', words.id);
  const marks = [...picture.querySelectorAll('g.mktlib-mark')];
  const drawn = marks.map(() => null);

  const controls = spec.controls.map((each, i) => control(each, (index) => {
    if (index === indices[i]) return;
    direction = Math.sign(index - indices[i]);
    moved = i;
    indices[i] = index;
    refresh();
  }));
  const reset = element('button', { type: 'button', ...OWN_KEYS }, spec.labels.reset);
  reset.addEventListener('click', () => { indices = [...start]; settle(); refresh(); });

  root.classList.add('mktlib-lab');
  root.setAttribute('role', 'group');
  root.setAttribute('aria-label', spec.title);
  root.append(
    element('h4', {}, spec.title),
    element('div', { class: 'mktlib-controls' }, ...controls.map((each) => each.node)),
    picture,
    element('div', { class: 'mktlib-words' }, longest, words),
    aloud,
    element('div', { class: 'mktlib-foot' }, element('p', { class: 'mktlib-caption' }, spec.caption), reset),
  );

  function settle() { controls.forEach((each, i) => each.set(indices[i])); }

  function paint(key) {
    const answer = answers.get(key);
    root.classList.toggle('mktlib-faulty', Boolean(answer.error));
    (answer.marks || []).forEach((mark, i) => {
      if (mark !== drawn[i]) marks[i].innerHTML = drawn[i] = mark;
    });
    words.textContent = answer.error || answer.words;
    root.dataset.state = shown = key;
    later('aloud', ALOUD_MS, () => { aloud.textContent = words.textContent; });
  }

  function later(name, wait, action) {
    clearTimeout(timers[name]);
    timers[name] = setTimeout(action, wait);
  }

  function ask(wanted) {
    model.send({ key: String(wanted), indices: wanted });
    return String(wanted);
  }

  /* One question about the present state at a time: what came between is skipped, not queued. */
  function refresh() {
    const key = String(indices);
    clearTimeout(timers.ahead);
    if (answers.has(key)) {
      if (shown !== key) paint(key);
      later('ahead', AHEAD_MS, lookAhead);
    } else if (live === null) {
      later('waiting', WAITING_MS, () => { shown = null; words.textContent = spec.labels.waiting; });
      live = ask(indices);  // after the timer: a kernel that is gone refuses the question
    }
  }

  /* The next step of the moved control, then the step back: asked for one by one, when nothing else is. */
  function lookAhead() {
    if (live !== null || ahead !== null) return;
    for (const step of [direction, -direction]) {
      const next = [...indices];
      next[moved] += step;
      if (next[moved] < 0 || next[moved] > controls[moved].last || answers.has(String(next))) continue;
      ahead = ask(next);
      return;
    }
  }

  function answered(answer) {
    if (answer.key === live) { live = null; clearTimeout(timers.waiting); }
    if (answer.key === ahead) ahead = null;
    if (answers.size >= KEPT) answers.delete(answers.keys().next().value);
    answers.set(answer.key, answer);
    if (!answers.has(String(indices)) && answer.key !== shown && live === null) paint(answer.key);
    refresh();
  }

  settle();
  paint(String(start));
  model.on('msg:custom', answered);
  return () => {
    model.off('msg:custom', answered);
    Object.values(timers).forEach(clearTimeout);
  };
}

/* A prediction: set a value or pick an option, then commit. */
function guess(model, root) {
  const spec = model.get('spec');
  const question = element('p', { class: 'mktlib-question', id: fresh('question') }, spec.title);
  const said = element('p', { class: 'mktlib-said', role: 'status' }, spec.said);
  const commit = element('button', { type: 'button', ...OWN_KEYS }, spec.labels.commit);
  let index = spec.start, choice;
  if (spec.control.kind === 'options') {
    const name = fresh('options');
    choice = element('fieldset', { 'aria-labelledby': question.id }, ...spec.control.written.map((text, i) => {
      const radio = element('input', { type: 'radio', name, ...OWN_KEYS });
      radio.checked = i === index;
      radio.addEventListener('change', () => { index = i; });
      return element('label', {}, radio, ' ' + text);
    }));
  } else {
    const one = control(spec.control, (moved) => { index = moved; });
    one.set(index);
    choice = element('div', { class: 'mktlib-controls' }, one.node);
  }
  commit.addEventListener('click', () => model.send({ commit: index }));
  const answered = (answer) => { said.textContent = answer.said; };
  model.on('msg:custom', answered);
  root.classList.add('mktlib-guess');
  root.setAttribute('role', 'group');
  root.setAttribute('aria-labelledby', question.id);
  root.append(question, choice, commit, said);
  return () => model.off('msg:custom', answered);
}

export default {
  render({ model, el }) {
    const root = element('div', { class: 'mktlib' });
    el.append(root);
    return { lab, guess }[model.get('spec').kind](model, root);
  },
};
