/**
 * Notes when the page of searching shows what, for the bench: it runs in the page before the page's own
 * script. Moments are in milliseconds since the page began; undefined where they have not come.
 */
globalThis.searchProbe = (() => {
  const moments = { first: undefined, titles: undefined, shown: undefined, key: undefined };

  function look() {
    const items = [...document.querySelectorAll('[data-list] > li')];
    if (items.length === 0) return;
    const now = performance.now();
    const named = items.filter((item) => item.hasAttribute('data-result'));
    if (named.length > 0) moments.first ??= now;
    if (named.length < items.length) return;
    moments.titles ??= now;
    if (moments.shown !== undefined) return;
    // What is changed now is seen with the next frame.
    requestAnimationFrame(() => {
      moments.shown ??= performance.now();
    });
  }

  function begin(key) {
    Object.assign(moments, { first: undefined, titles: undefined, shown: undefined, key });
  }

  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  // An observer is told a little later: on a busy machine what is fetched next may have come by then.
  const { replaceChildren } = Element.prototype;
  Element.prototype.replaceChildren = function replaceAndLook(...nodes) {
    replaceChildren.apply(this, nodes);
    if (this.hasAttribute('data-list')) look();
  };
  for (const kind of ['input', 'submit']) {
    addEventListener(kind, ({ timeStamp }) => begin(timeStamp), { capture: true });
  }

  /** Paths of what had come whole by a moment. */
  function arrivedBy(moment) {
    return performance
      .getEntriesByType('resource')
      .filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= moment)
      .map(({ name }) => decodeURIComponent(new URL(name).pathname));
  }

  /** Waits until the results are seen; fails where the page says that it cannot search. */
  async function ready() {
    while (moments.shown === undefined) {
      if (document.querySelector('[data-trouble]')?.hidden === false) throw new Error('trouble');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  return {
    moments,
    arrivedBy,
    ready,
    total: () => document.querySelector('[data-total]')?.dataset.total,
    excerpts: () =>
      [...document.querySelectorAll('.result-excerpt')].filter((one) => one.textContent !== '')
        .length,
  };
})();
