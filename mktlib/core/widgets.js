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

/* A control reports a position among its values: no rounding, no drift.  It says which positions
   may come next, the one in the direction of the last move first. */
function control(spec, changed) {
  return { menu, slider, split }[spec.kind](spec, changed);
}

function menu(spec, changed) {
  const id = fresh('control');
  const select = element('select', { id, ...OWN_KEYS }, ...spec.written.map((text) => element('option', {}, text)));
  select.addEventListener('change', () => changed(select.selectedIndex));
  return {
    node: element('div', { class: 'mktlib-control' }, element('label', { for: id }, spec.label), select),
    set: (index) => { select.selectedIndex = index; },
    ahead: (index) => [index + 1, index - 1].filter((i) => i >= 0 && i < spec.written.length),
  };
}

function slider(spec, changed) {
  const id = fresh('control');
  const { numbers } = spec, last = numbers.length - 1;
  let direction = 1;
  const range = element('input', { id, type: 'range', min: 0, max: last, step: 1, ...OWN_KEYS });
  /* Text, not type=number, which drops the comma of "6,5" where the browser speaks English. */
  const field = element('input', { type: 'text', inputmode: 'decimal', role: 'spinbutton', 'aria-valuemin': numbers[0], 'aria-valuemax': numbers[last], 'aria-label': spec.label + (spec.unit ? ` (${spec.unit})` : ''), ...OWN_KEYS });
  let now = spec.default;
  const set = (index) => {
    now = range.value = index;
    range.setAttribute('aria-valuetext', spec.written[index]);
    field.value = String(numbers[index]).replace('.', spec.mark);
    field.setAttribute('aria-valuenow', numbers[index]);
  };
  const move = (index) => {
    direction = Math.sign(index - now) || direction;
    set(index);
    changed(index);
  };
  const nearest = (number) => numbers.reduce((best, each, i) => (Math.abs(each - number) < Math.abs(numbers[best] - number) ? i : best), 0);
  range.addEventListener('input', () => move(+range.value));
  const typed = () => {
    const number = parseFloat(field.value.replace(/\s/g, '').replace(',', '.'));
    move(Number.isFinite(number) ? nearest(number) : now);
  };
  field.addEventListener('change', typed);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') typed();
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    move(between(0, now + step, last));
  });
  const number = element('span', { class: 'mktlib-number' }, field, spec.unit);
  return {
    node: element('div', { class: 'mktlib-control' }, element('label', { for: id }, spec.label), range, number),
    set,
    ahead: (index) => [index + direction, index - direction].filter((i) => i >= 0 && i <= last),
  };
}

function between(low, value, high) { return Math.min(high, Math.max(low, value)); }

/* A bar cut in parts by handles; its position is the number of steps in each part.  A handle that
   meets another pushes it along, so that none is ever stuck. */
function split(spec, changed) {
  const whole = spec.written.length - 1;
  let cuts = [], last = { handle: 0, direction: 1 };
  const segments = spec.parts.map((_, i) => element('div', { class: 'mktlib-segment', style: `background: ${spec.colours[i]}` }));
  const shares = spec.parts.map(() => element('b'));
  const legend = element('div', { class: 'mktlib-legend' }, ...spec.parts.map((part, i) => element('span', {}, element('i', { style: `background: ${spec.colours[i]}` }), `${part} `, shares[i])));
  const handles = spec.parts.slice(1).map((part, i) => element('div', { class: 'mktlib-handle', role: 'slider', tabindex: 0, 'aria-label': `${spec.parts[i]} | ${part}`, 'aria-valuemin': 0, 'aria-valuemax': whole, ...OWN_KEYS }));
  const bar = element('div', { class: 'mktlib-bar' }, ...segments, ...handles);

  const steps = (at) => [...at, whole].map((cut, i) => cut - (i ? at[i - 1] : 0));
  const pushed = (handle, cut) => cuts.map((each, i) => (i < handle ? Math.min(each, cut) : i > handle ? Math.max(each, cut) : cut));
  function draw() {
    const parts = steps(cuts);
    parts.forEach((part, i) => {
      segments[i].style.width = `${100 * part / whole}%`;
      shares[i].textContent = spec.written[part];
    });
    handles.forEach((handle, i) => {
      handle.style.left = `${100 * cuts[i] / whole}%`;
      handle.setAttribute('aria-valuenow', cuts[i]);
      handle.setAttribute('aria-valuetext', `${spec.parts[i]} ${spec.written[parts[i]]}, ${spec.parts[i + 1]} ${spec.written[parts[i + 1]]}`);
    });
  }
  function move(handle, cut) {
    const to = between(0, cut, whole);
    if (to === cuts[handle]) return;
    last = { handle, direction: Math.sign(to - cuts[handle]) };
    cuts = pushed(handle, to);
    draw();
    changed(steps(cuts));
  }
  handles.forEach((handle, i) => {
    handle.addEventListener('keydown', (event) => {
      const to = { ArrowRight: cuts[i] + 1, ArrowUp: cuts[i] + 1, ArrowLeft: cuts[i] - 1, ArrowDown: cuts[i] - 1, Home: 0, End: whole }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      move(i, to);
    });
    handle.addEventListener('pointerdown', (event) => { handle.setPointerCapture(event.pointerId); handle.focus(); event.preventDefault(); });
    handle.addEventListener('pointermove', (event) => {
      if (!handle.hasPointerCapture(event.pointerId)) return;
      const box = bar.getBoundingClientRect();
      move(i, Math.round(whole * (event.clientX - box.left) / box.width));
    });
  });
  return {
    node: element('div', { class: 'mktlib-control mktlib-split', role: 'group', 'aria-label': spec.label }, element('span', { class: 'mktlib-label' }, spec.label), bar, legend),
    set: (parts) => { cuts = parts.slice(0, -1).reduce((at, part) => [...at, part + (at.at(-1) || 0)], []); draw(); },
    ahead: () => [1, -1].map((way) => cuts[last.handle] + way * last.direction).filter((cut) => cut >= 0 && cut <= whole).map((cut) => steps(pushed(last.handle, cut))),
  };
}

function lab(model, root) {
  const spec = model.get('spec');
  const start = spec.controls.map((each) => each.default);
  const answers = new Map([[String(start), spec.first]]);
  let positions = [...start], moved = 0, shown = null;
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

  const controls = spec.controls.map((each, i) => control(each, (position) => {
    if (String(position) === String(positions[i])) return;
    moved = i;
    positions[i] = position;
    refresh();
  }));
  const reset = element('button', { type: 'button', ...OWN_KEYS }, spec.labels.reset);
  reset.addEventListener('click', () => { positions = [...start]; settle(); refresh(); });

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

  function settle() { controls.forEach((each, i) => each.set(positions[i])); }

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
    model.send({ key: String(wanted), positions: wanted });
    return String(wanted);
  }

  /* One question about the present state at a time: what came between is skipped, not queued. */
  function refresh() {
    const key = String(positions);
    clearTimeout(timers.ahead);
    if (answers.has(key)) {
      if (shown !== key) paint(key);
      later('ahead', AHEAD_MS, lookAhead);
    } else if (live === null) {
      later('waiting', WAITING_MS, () => { shown = null; words.textContent = spec.labels.waiting; });
      live = ask(positions);  // after the timer: a kernel that is gone refuses the question
    }
  }

  /* The next step of the moved control, then the step back: asked for one by one, when nothing else is. */
  function lookAhead() {
    if (live !== null || ahead !== null) return;
    for (const position of controls[moved].ahead(positions[moved])) {
      const next = [...positions];
      next[moved] = position;
      if (answers.has(String(next))) continue;
      ahead = ask(next);
      return;
    }
  }

  function answered(answer) {
    if (answer.key === live) { live = null; clearTimeout(timers.waiting); }
    if (answer.key === ahead) ahead = null;
    if (answers.size >= KEPT) answers.delete(answers.keys().next().value);
    answers.set(answer.key, answer);
    if (!answers.has(String(positions)) && answer.key !== shown && live === null) paint(answer.key);
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

/* A curve to draw: a height at each of a few places, null where there is none yet. */
function drawn(model, root) {
  const spec = model.get('spec');
  const [width, height] = spec.size.map((inches) => inches * 72);
  const box = { left: spec.box[0] * width, top: spec.box[1] * height, width: spec.box[2] * width, height: spec.box[3] * height };
  const last = spec.written.length - 1;
  const xs = spec.across.map((share) => box.left + share * box.width);
  const y = (index) => box.top + (1 - index / last) * box.height;
  const setOut = spec.set_out.map(([across, up]) => `M ${box.left + across * box.width} ${box.top + (1 - up) * box.height}`).join('');
  let curve = [...spec.start], at = 0;

  const question = element('p', { class: 'mktlib-question', id: fresh('question') }, spec.title);
  const how = element('p', { class: 'mktlib-caption', id: fresh('how') }, spec.labels.how);
  const readout = element('p', { class: 'mktlib-readout', 'aria-hidden': 'true' });
  const said = element('p', { class: 'mktlib-said', role: 'status' }, spec.said);
  const picture = element('div', { class: 'mktlib-picture mktlib-drawing', style: `aspect-ratio: ${spec.size[0]} / ${spec.size[1]}`, role: 'slider', tabindex: 0, 'aria-labelledby': question.id, 'aria-describedby': how.id, 'aria-valuemin': 0, 'aria-valuemax': last, ...OWN_KEYS });
  picture.innerHTML = `${spec.svg}<svg class="mktlib-ink" viewBox="0 0 ${width} ${height}"><line class="mktlib-cursor"/><path/><g></g></svg>`;
  const ink = picture.querySelector('.mktlib-ink'), path = ink.querySelector('path'), dots = ink.querySelector('g'), cursor = ink.querySelector('line');
  picture.querySelectorAll('svg').forEach((svg) => svg.setAttribute('aria-hidden', 'true'));

  function draw() {
    const put = curve.map((index, i) => (index === null ? null : `${xs[i]} ${y(index)}`));
    const joined = (i) => (i ? put[i - 1] !== null : setOut !== '');
    path.setAttribute('d', setOut + put.map((point, i) => (point === null ? '' : `${joined(i) ? 'L' : 'M'} ${point}`)).join(' '));
    dots.innerHTML = curve.map((index, i) => (index === null ? '' : `<circle r="${i === at ? 5 : 3.2}" cx="${xs[i]}" cy="${y(index)}"/>`)).join('');
    for (const [name, value] of Object.entries({ x1: xs[at], x2: xs[at], y1: box.top, y2: box.top + box.height })) cursor.setAttribute(name, value);
    const text = `${spec.places[at]}${curve[at] === null ? '' : ` – ${spec.written[curve[at]]}`}`;
    readout.textContent = text;
    picture.setAttribute('aria-valuenow', curve[at] === null ? 0 : curve[at]);
    picture.setAttribute('aria-valuetext', text);
  }

  /* By pointer: every place that is passed over takes the height of the line drawn above it. */
  let pen = null;
  const point = (event) => {
    const area = picture.getBoundingClientRect();
    const across = (event.clientX - area.left) / area.width * width, down = (event.clientY - area.top) / area.height * height;
    return [between(box.left, across, box.left + box.width), between(0, 1 - (down - box.top) / box.height, 1) * last];
  };
  const put = (place, index) => { curve[place] = Math.round(index); at = place; };
  const nearest = (x) => xs.reduce((best, each, i) => (Math.abs(each - x) < Math.abs(xs[best] - x) ? i : best), 0);
  picture.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    picture.setPointerCapture(event.pointerId);
    picture.focus();
    pen = point(event);
    put(nearest(pen[0]), pen[1]);
    draw();
  });
  picture.addEventListener('pointermove', (event) => {
    if (pen === null) return;
    const [x, index] = point(event), [x0, index0] = pen;
    xs.forEach((each, i) => {
      if ((each - x0) * (each - x) <= 0 && x !== x0) put(i, index0 + (index - index0) * (each - x0) / (x - x0));
    });
    if (x === x0) put(nearest(x), index);
    pen = [x, index];
    draw();
  });
  for (const name of ['pointerup', 'pointercancel']) picture.addEventListener(name, () => { pen = null; });

  /* By keyboard: a place reached for the first time takes the height of the one left behind. */
  const go = (place) => {
    const to = between(0, place, curve.length - 1);
    if (curve[to] === null && Math.abs(to - at) === 1) curve[to] = curve[at];
    at = to;
  };
  const lift = (by) => { curve[at] = between(0, (curve[at] === null ? spec.from : curve[at]) + by, last); };
  const keys = { ArrowRight: () => go(at + 1), ArrowLeft: () => go(at - 1), Home: () => { at = 0; }, End: () => { at = curve.length - 1; }, ArrowUp: () => lift(1), ArrowDown: () => lift(-1), PageUp: () => lift(10), PageDown: () => lift(-10) };
  picture.addEventListener('keydown', (event) => {
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
    draw();
  });

  const commit = element('button', { type: 'button', ...OWN_KEYS }, spec.labels.commit);
  const clear = element('button', { type: 'button', ...OWN_KEYS }, spec.labels.clear);
  commit.addEventListener('click', () => model.send({ commit: curve }));
  clear.addEventListener('click', () => { curve = curve.map(() => null); at = 0; draw(); });
  const answered = (answer) => { said.textContent = answer.said; };
  model.on('msg:custom', answered);
  draw();
  root.classList.add('mktlib-guess');
  root.setAttribute('role', 'group');
  root.setAttribute('aria-labelledby', question.id);
  root.append(question, how, picture, readout, element('div', { class: 'mktlib-buttons' }, commit, clear), said);
  return () => model.off('msg:custom', answered);
}

export default {
  render({ model, el }) {
    const root = element('div', { class: 'mktlib' });
    el.append(root);
    return { lab, guess, drawn }[model.get('spec').kind](model, root);
  },
};
