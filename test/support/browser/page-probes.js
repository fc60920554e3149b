/**
 * What the browser tests ask of a page. Runs inside the page, so it is plain JavaScript: the tests
 * evaluate this file and then call `probes.…`.
 */
globalThis.probes = {
  /** Text of the article, or of the whole page, without any white space. */
  letters(selector) {
    const blocks = document.querySelectorAll(selector);
    return [...blocks].map((block) => block.textContent.replace(/\s+/gu, '')).join('');
  },

  /** Boxes that reach beyond the width of the page, outside boxes that scroll by themselves. */
  overflowing() {
    const width = document.documentElement.clientWidth;
    const scrolls = (element) =>
      element !== null &&
      element !== document.documentElement &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    return [...document.body.querySelectorAll('*')]
      .filter((element) => !scrolls(element.parentElement) && !element.matches('.skip'))
      .filter((element) => {
        const { left, right, width: own } = element.getBoundingClientRect();
        return own > 0 && (left < -0.5 || right > width + 0.5);
      })
      .map(
        (element) => `${element.tagName}.${element.className} ${element.textContent.slice(0, 30)}`,
      );
  },

  /** How far the page scrolls sideways; 0 where it does not. */
  sideways() {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth, document.body.scrollWidth - clientWidth);
  },

  /** Boxes whose content is cut or must be scrolled to. */
  cut() {
    return [...document.body.querySelectorAll('*')]
      .filter((element) => getComputedStyle(element).overflowX !== 'visible')
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.tagName);
  },

  /** Letters and marks of a text with the node and offset of each. */
  places(block) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const places = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (let at = 0; at < node.data.length; at += 1)
        places.push({ node, at, letter: node.data[at] });
    }
    return places;
  },

  box({ node, at }) {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return { left, right, top, bottom };
  },

  /** Boxes of the letters of `phrase` in the first matching block that holds it. */
  phrase(selector, phrase) {
    for (const block of document.querySelectorAll(selector)) {
      const places = probes.places(block);
      const start = places
        .map(({ letter }) => letter)
        .join('')
        .indexOf(phrase);
      if (start >= 0) return places.slice(start, start + phrase.length).map(probes.box);
    }
    return [];
  },

  /** Number of letters and spaces in each line of a block but the last. */
  lineLengths(block) {
    const lines = new Map();
    for (const place of probes.places(block)) {
      if (/\p{M}/u.test(place.letter)) continue;
      const { top, bottom, left, right } = probes.box(place);
      if (right === left && place.letter !== ' ') continue;
      const line = Math.round((top + bottom) / 2 / 12);
      lines.set(line, (lines.get(line) ?? 0) + 1);
    }
    return [...lines.entries()]
      .sort(([a], [b]) => a - b)
      .map(([, count]) => count)
      .slice(0, -1);
  },

  /** Line lengths of all blocks that match, one after another. */
  allLineLengths(selector) {
    return [...document.querySelectorAll(selector)].flatMap(probes.lineLengths);
  },

  /** Computed styles of the first element that matches. */
  style(selector, ...names) {
    const style = getComputedStyle(document.querySelector(selector));
    return Object.fromEntries(names.map((name) => [name, style[name]]));
  },

  /** Every element that holds text of its own and is shown, marked so that CDP can find it. */
  markTextElements() {
    const shown = [...document.body.querySelectorAll('*')].filter(
      (element) =>
        element.checkVisibility() &&
        [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ''),
    );
    return shown.map((element, i) => {
      element.setAttribute('data-probe', String(i));
      const { fontWeight, fontStyle, letterSpacing, fontFamily } = getComputedStyle(element);
      const name = `${element.tagName.toLowerCase()}.${element.className} «${element.textContent.trim().slice(0, 24)}»`;
      const code = element.closest('code, pre') !== null || element.querySelector('code') !== null;
      return { name, code, fontWeight, fontStyle, letterSpacing, fontFamily };
    });
  },

  /** Links that a person can see and follow with the keyboard; those of paragraphs are for a finger or a mouse. */
  links() {
    return (
      [...document.querySelectorAll('a[href]')]
        .filter((link) => link.checkVisibility() && link.tabIndex >= 0)
        // In a chart the address is an object.
        .map((link) => link.href.baseVal ?? link.href)
        .map((link) => new URL(link, document.baseURI).href)
    );
  },

  /** What has the focus, and whether that can be seen. */
  focused() {
    const element = document.activeElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { top, left, bottom, right } = element.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    return {
      tag: element.tagName,
      href: element.href ?? '',
      className: element.className,
      outlined: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      inView: bottom > 0 && top < clientHeight && right > 0 && left < clientWidth,
    };
  },

  /** Elements that move by themselves or on change. */
  moving() {
    return [...document.querySelectorAll('*')]
      .filter((element) => {
        const { animationName, transitionDuration } = getComputedStyle(element);
        return animationName !== 'none' || !/^0s(, 0s)*$/.test(transitionDuration);
      })
      .map((element) => element.tagName);
  },
};
