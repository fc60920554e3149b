/**
 * Records when the search page shows its results, for the benchmark; it runs before the page's own script.
 * Moments are in milliseconds since the page was opened, and undefined before they occur.
 */
globalThis.searchProbe = (() => {
  const moments = { first: undefined, titles: undefined, shown: undefined, key: undefined };

  function recordMoments() {
    const items = [...document.querySelectorAll('[data-list] > li')];
    if (items.length === 0) return;
    const now = performance.now();
    const loaded = items.filter((item) => item.hasAttribute('data-result'));
    if (loaded.length > 0) moments.first ??= now;
    if (loaded.length < items.length) return;
    moments.titles ??= now;
    if (moments.shown !== undefined) return;
    // Changes become visible with the next frame.
    requestAnimationFrame(() => {
      moments.shown ??= performance.now();
    });
  }

  function restart(key) {
    Object.assign(moments, { first: undefined, titles: undefined, shown: undefined, key });
  }

  new MutationObserver(recordMoments).observe(document, { childList: true, subtree: true });
  // A MutationObserver runs later: on a busy machine the next files may have arrived by then.
  const { replaceChildren } = Element.prototype;
  Element.prototype.replaceChildren = function replaceAndRecord(...nodes) {
    replaceChildren.apply(this, nodes);
    if (this.hasAttribute('data-list')) recordMoments();
  };
  for (const kind of ['input', 'submit']) {
    addEventListener(kind, ({ timeStamp }) => restart(timeStamp), { capture: true });
  }

  /** Returns the paths of the files received completely by a moment. */
  function receivedBy(moment) {
    return performance
      .getEntriesByType('resource')
      .filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= moment)
      .map(({ name }) => decodeURIComponent(new URL(name).pathname));
  }

  /** Waits until the results are visible; throws where the page reports an error. */
  async function ready() {
    while (moments.shown === undefined) {
      if (document.querySelector('[data-trouble]')?.hidden === false)
        throw new Error('The page reports that the search failed.');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  return {
    moments,
    receivedBy,
    ready,
    total: () => document.querySelector('[data-total]')?.dataset.total,
    excerpts: () =>
      [...document.querySelectorAll('.result-excerpt')].filter(
        (excerpt) => excerpt.textContent !== '',
      ).length,
  };
})();
