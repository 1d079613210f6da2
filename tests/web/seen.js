/* What a test sees of a page: each function gives a list of faults, empty where there are none. */
window.seen = (function () {
  'use strict';
  const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';
  const name = (one) => one.outerHTML.slice(0, 90);
  const style = (one) => getComputedStyle(one);
  const visible = (one) => one.checkVisibility({ visibilityProperty: true });
  const all = (selector) => [...document.querySelectorAll(selector)];
  const above = (one) => (one ? [one, ...above(one.parentElement)] : []);
  const scrolls = (one) => /auto|scroll/.test(style(one).overflowX);
  const hides = (one) => /hidden|clip/.test(style(one).overflow);

  /** The texts that are shown, with their place; those of drawings scale with them and are left out. */
  function* texts() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const own = text.parentElement;
      if (!text.data.trim() || own.closest('svg, script, .skip') || !visible(own)) continue;
      range.selectNodeContents(text);
      const box = range.getBoundingClientRect();
      if (box.width >= 1) yield { text: text.data.trim(), own, box };
    }
  }

  /** Text that is cut off or stands outside of the window without a way to scroll there. */
  function lost() {
    const found = [];
    for (const { text, own, box } of texts()) {
      const frames = above(own).slice(0, -2);
      const within = frames.slice(0, frames.findIndex(scrolls) < 0 ? undefined : frames.findIndex(scrolls));
      const hiding = within.filter(hides).map((one) => one.getBoundingClientRect());
      if (hiding.some((frame) => frame.width < 2)) continue; // for ears only
      const cut = (frame) => box.right > frame.right + 2 || box.left < frame.left - 2 || box.bottom > frame.bottom + 4;
      if (hiding.some(cut)) found.push('cut: ' + text);
      else if (within === frames || within.length === frames.length) {
        if (box.right > innerWidth + 1 || box.left < -1) found.push('outside: ' + text);
      }
    }
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
    return found;
  }

  const pixel = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
  const read = new Map();

  /** Any colour that CSS can say, as red, green, blue from 0 to 255 and its opacity. */
  function channels(colour) {
    if (!read.has(colour)) {
      pixel.clearRect(0, 0, 1, 1);
      pixel.fillStyle = colour;
      pixel.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
      read.set(colour, [red, green, blue, alpha / 255]);
    }
    return read.get(colour);
  }

  const over = (front, ground) => [0, 1, 2].map((n) => front[n] * front[3] + ground[n] * (1 - front[3]));

  /** The colour behind a part; null where a picture or a run of colours is. `known` keeps what was found. */
  function ground(one, known) {
    if (!one) return channels('Canvas');
    if (!known.has(one)) {
      const { backgroundImage, backgroundColor } = style(one);
      const own = channels(backgroundColor);
      const below = own[3] === 1 ? own : ground(one.parentElement, known);
      known.set(one, backgroundImage === 'none' ? below && over(own, below) : null);
    }
    return known.get(one);
  }

  function light(colour) {
    const [red, green, blue] = colour.slice(0, 3).map((level) => level / 255)
      .map((level) => (level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  /** Text that stands out too little from the colour behind it (WCAG 2.2, 1.4.3). */
  function faint() {
    const found = new Set();
    const known = new Map();
    for (const { text, own } of texts()) {
      const behind = own.closest(':disabled') ? null : ground(own, known);
      if (!behind) continue;
      const { color, fontSize, fontWeight } = style(own);
      const [dark, bright] = [light(over(channels(color), behind)), light(behind)].sort((a, b) => a - b);
      const ratio = (bright + 0.05) / (dark + 0.05);
      const large = parseFloat(fontSize) >= (fontWeight >= 700 ? 18.66 : 24);
      if (ratio < (large ? 3 : 4.5)) found.add('faint ' + ratio.toFixed(2) + ': ' + text.slice(0, 40));
    }
    return [...found];
  }

  const stops = () => all(FOCUSABLE).filter((one) => one.tabIndex >= 0 && !one.disabled && visible(one));

  /** Stops of the Tab key that cannot be seen when they have the focus, or that jump the order. */
  function unseenStops() {
    const found = all('[tabindex]').filter((one) => one.tabIndex > 0).map((one) => 'jumps the order: ' + name(one));
    const look = (one) => style(one).outlineStyle + style(one).outlineWidth + style(one).boxShadow;
    for (const one of stops()) {
      const marks = [one, one.nextElementSibling, one.closest('label'), one.parentElement].filter(Boolean);
      const before = marks.map(look);
      const box = one.getBoundingClientRect();
      one.focus({ focusVisible: true, preventScroll: true });
      if (document.activeElement !== one) found.push('takes no focus: ' + name(one));
      else if (marks.every((at, n) => look(at) === before[n])) found.push('focus is not seen: ' + name(one));
      if (box.width < 1 || box.height < 1) found.push('has no size: ' + name(one));
    }
    document.activeElement.blur();
    return found;
  }

  /** Parts that stand before the one that is reached before them: above it, or beside it on the side where lines begin. */
  function outOfOrder() {
    const before = (a, b) => a.bottom <= b.top + 1 || (Math.abs(a.top - b.top) < 1 && a.right <= b.left + 1);
    const laid = (one) => visible(one) && /flex|grid/.test(style(one).display);
    const placed = (one) => visible(one) && !/absolute|fixed|sticky/.test(style(one).position);
    return all('body *').filter(laid).flatMap((parent) => {
      const parts = [...parent.children].filter((one) => placed(one) && one.querySelector(FOCUSABLE));
      const boxes = parts.map((one) => one.getBoundingClientRect());
      return parts.filter((_, n) => n && before(boxes[n], boxes[n - 1])).map((one) => 'out of order: ' + name(one));
    });
  }

  /** The stop that has the focus: its place in the page, whether something else lies over it, and what it is. */
  function stop() {
    const one = document.activeElement;
    const box = one.getBoundingClientRect();
    const middle = (box.left + Math.min(box.right, innerWidth)) / 2;
    const bare = (y) => {
      const top = document.elementFromPoint(middle, y);
      return one.contains(top) || Boolean(top && top.contains(one));
    };
    return { place: all('*').indexOf(one), bare: bare(box.top + 2) || bare(box.bottom - 2), name: name(one) };
  }

  /** Controls whose edge is only a colour, which forced colours take away. */
  function edgeless() {
    const controls = all('button, .button, input:not([type=checkbox], [type=radio]), select, textarea');
    return controls.filter((one) => visible(one) && !parseFloat(style(one).borderTopWidth)).map((one) => 'no edge: ' + name(one));
  }

  /** What moves, or fades, by itself or when something changes. */
  function moving() {
    const lasts = (one) => style(one).transitionDuration.split(',').some((time) => parseFloat(time) > 0);
    const found = all('*').filter((one) => style(one).animationName !== 'none' || lasts(one)).map((one) => 'moves: ' + name(one));
    return style(document.documentElement).scrollBehavior === 'smooth' ? [...found, 'scrolls smoothly'] : found;
  }

  /** The controls on show that nothing answers to without scripts; a form with an address sends, a list is ticked by itself. */
  function deadControls() {
    const dead = (one) => visible(one) && !one.closest('form[action]') && !(one.type === 'checkbox' && !one.name);
    return all('button, input, select, textarea, output, dialog').filter(dead).map((one) => 'does nothing: ' + name(one));
  }

  /** The text of the page as it is read, every fold included. */
  function words() {
    for (const one of all('details')) one.open = true;
    return document.querySelector('main').innerText.replace(/\s+/g, ' ');
  }

  /** The same by paragraph, row or cell, without what needs scripts and is not there without them. */
  function lines() {
    for (const one of all('.needs-js')) one.remove();
    words();
    return document.querySelector('main').innerText.split(/\s*[\n\t]\s*/).map((line) => line.trim()).filter(Boolean);
  }

  return { lost, faint, unseenStops, outOfOrder, stop, edgeless, moving, deadControls, words, lines };
})();
