import type { Browser } from 'playwright-core';
import type { Host } from './host.ts';
import { openSearch, type SearchPage } from './search-page.ts';

/** Milliseconds until the results of a query stood on the page, whose files were all there. */
export interface WarmSearch {
  readonly query: string;
  /** From its last letter, with the pause in which another letter may follow. */
  readonly fromKey: number;
  /** From the return key. */
  readonly fromReturn: number;
}

/** Milliseconds without anything: what was begun by earlier keys is over. */
const rest = 250;

const field = '#q';

async function took(page: SearchPage): Promise<number> {
  await page.ready();
  const { shown = Number.NaN, key = Number.NaN } = await page.moments();
  return shown - key;
}

/** Types queries into one open page, and measures the last letter of each. */
export async function searchWarm(
  browser: Browser,
  host: Host,
  queries: readonly string[],
): Promise<readonly WarmSearch[]> {
  const page = await openSearch(browser, host);
  const { page: tab } = page;
  const measured: WarmSearch[] = [];
  try {
    for (const query of queries) {
      const letters = [...query];
      const last = letters.pop() ?? '';
      // All that the query and its beginning need is fetched first.
      for (const typed of [query, letters.join('')]) {
        await tab.fill(field, typed);
        await page.settled();
        await tab.waitForTimeout(rest);
      }
      await tab.focus(field);
      await tab.keyboard.press('End');
      await tab.keyboard.insertText(last);
      const fromKey = await took(page);
      await tab.waitForTimeout(rest);
      await tab.keyboard.press('Enter');
      measured.push({ query, fromKey, fromReturn: await took(page) });
      await tab.waitForTimeout(rest);
    }
  } finally {
    await page.close();
  }
  return measured;
}
