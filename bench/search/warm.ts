import type { Browser } from 'playwright-core';
import type { Host } from './host.ts';
import { openSearch, type SearchPage } from './search-page.ts';

/** Milliseconds until the results of a query were shown, with all its files in the cache. */
export interface WarmSearch {
  readonly query: string;
  /** From its last letter, including the pause in which the page waits for another letter. */
  readonly fromKey: number;
  /** From the return key. */
  readonly fromReturn: number;
}

/** Milliseconds of idle time, so that searches of earlier keys have ended. */
const idleMilliseconds = 250;

const field = '#q';

async function keyLatency(page: SearchPage): Promise<number> {
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
      // Fetches all files for the query and its beginning first.
      for (const typed of [query, letters.join('')]) {
        await tab.fill(field, typed);
        await page.settled();
        await tab.waitForTimeout(idleMilliseconds);
      }
      await tab.focus(field);
      await tab.keyboard.press('End');
      await tab.keyboard.insertText(last);
      const fromKey = await keyLatency(page);
      await tab.waitForTimeout(idleMilliseconds);
      await tab.keyboard.press('Enter');
      measured.push({ query, fromKey, fromReturn: await keyLatency(page) });
      await tab.waitForTimeout(idleMilliseconds);
    }
  } finally {
    await page.close();
  }
  return measured;
}
