/* Put in before any script of the page.  Notes, on one clock (performance.now()):
 *   keys    arrow keys, at the time the browser got them;
 *   frames  every painted frame in which the picture, or the height around it, changed;
 *   busy    [message, "busy" or "idle", milliseconds], by the kernel's own clock.
 * A frame is sampled in a ResizeObserver, that is after the frame's scripts and layout and before
 * its paint; `painted` is read in a task queued there, that is after the paint was handed over. */
(() => {
  const recorder = (window.recorder = { on: false, keys: [], frames: [], busy: [] });

  /* `value`, the stop that the picture shows (null if it does not tell); `drawn`, what it is made
   * of; `blank`, nothing is there to be seen. */
  const READ = {
    lab(svg, place) {
      const marks = [...svg.querySelectorAll('g.mktlib-mark')].map((mark) => mark.innerHTML);
      const value = +svg.closest('.mktlib-lab').dataset.state.split(',')[place];
      return { value, drawn: hash(marks.join('|')), blank: !marks.some(Boolean) };
    },
    text({ textContent }) {
      return { value: /\d/.test(textContent) ? +textContent : null, drawn: textContent, blank: !textContent };
    },
    image({ src, complete, naturalWidth }) {
      return { value: null, drawn: hash(src), blank: complete && !naturalWidth };
    },
  };
  function hash(text) {
    let h = 2166136261;
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
    return h;
  }

  let changed, node, seen, box, probe, tick, unpainted = [];
  const afterPaint = new MessageChannel();
  afterPaint.port1.onmessage = () => {
    for (const frame of unpainted.splice(0)) frame.painted = performance.now();
  };
  function sample() {
    const now = document.querySelector(probe.css);
    if (now && (changed || now !== node)) seen = READ[probe.how](now, probe.place);
    node = now;
    changed = probe.how === 'image';  // one is loaded without a change of the document
    const size = node && node.getBoundingClientRect();
    const blank = !node || seen.blank || size.width < 2 || size.height < 2;
    const frame = { ...seen, blank, height: Math.round(box.getBoundingClientRect().height) };
    const last = recorder.frames.at(-1);
    if (last && Object.keys(frame).every((key) => frame[key] === last[key])) return;
    recorder.frames.push(frame);
    unpainted.push(frame);
    afterPaint.port2.postMessage(0);
  }
  function ticking() {
    if (!recorder.on) return;
    tick.style.width = tick.style.width === '1px' ? '2px' : '1px';
    requestAnimationFrame(ticking);
  }
  function status(_, { header, parent_header, content }) {
    if (header.msg_type !== 'status') return;
    const micros = +/\.\d{3}(\d*)/.exec(header.date)[1].padEnd(3, '0') / 1000;
    recorder.busy.push([parent_header.msg_id, content.execution_state, Date.parse(header.date) + micros]);
  }
  const kernel = () => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;

  window.addEventListener('keydown', (event) => {
    if (recorder.on && event.key === 'ArrowRight') recorder.keys.push(event.timeStamp);
  }, true);
  recorder.aim = (what) => {
    probe = what;
    box = document.querySelector(probe.css).closest('.jp-Cell-outputArea');
    if (tick) return;
    tick = document.createElement('div');
    tick.style.cssText = 'position:fixed;top:0;left:0;height:1px;width:1px;contain:strict;opacity:0';
    document.body.append(tick);
    new ResizeObserver(() => recorder.on && sample()).observe(tick);
    new MutationObserver(() => { changed = true; }).observe(document.body, {
      subtree: true, childList: true, characterData: true, attributeFilter: ['data-state', 'src'],
    });
  };
  recorder.start = () => {
    Object.assign(recorder, { on: true, keys: [], frames: [], busy: [] });
    changed = true;
    kernel().iopubMessage.connect(status);
    requestAnimationFrame(ticking);
  };
  recorder.stop = () => {
    recorder.on = false;
    kernel().iopubMessage.disconnect(status);
    return { keys: recorder.keys, frames: recorder.frames, busy: recorder.busy };
  };
})();
