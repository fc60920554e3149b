import type { Page } from 'playwright-core';

/** The rules of WCAG 2.2 at levels A and AA, and axe's best practices. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Runs axe, whose source the page has evaluated. Returns a line for each violation. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Without preloading: axe would fetch the style sheets again, which the page's policy forbids.
  const options = {
    runOnly: tags,
    rules: { 'target-size': { enabled: true } },
    preload: false,
    resultTypes: ['violations'],
  };
  return page.evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target, failureSummary }) =>
        target + ' ' + failureSummary).slice(0, 3).join(' | ')))`,
  );
}
