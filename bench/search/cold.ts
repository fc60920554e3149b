import type { Browser } from 'playwright-core';
import type { Delivery, Host } from './host.ts';
import { openSearch } from './search-page.ts';

/** What a search fetches up to some moment, without the page, its style and fonts, and the script. */
export interface Fetched {
  readonly requests: number;
  /** Bytes as sent, in gzip. */
  readonly sentBytes: number;
  /** Bytes without compression. */
  readonly fileBytes: number;
}

/** A search with an empty browser cache. */
export interface ColdSearch {
  readonly query: string;
  /** Number of articles found. */
  readonly resultCount: number;
  /** Everything received when the first results were shown. */
  readonly first: Fetched;
  /** Index files received when all titles of the page were shown. */
  readonly titles: Fetched;
  /** Everything fetched in the end, including the articles for excerpts. */
  readonly all: Fetched;
  /** Number of excerpts shown in the end: those of the results in view. */
  readonly excerpts: number;
  /** Milliseconds from opening the page to the first results. */
  readonly milliseconds: number;
}

/** Tells whether a path belongs to the page itself. */
const isOfPage = (path: string): boolean =>
  path === '/search.html' || path.startsWith('/assets/') || path === '/favicon.ico';

const isOfIndex = (path: string): boolean => path.startsWith('/search/');

/** Adds up the deliveries that do not belong to the page itself. */
export function totalFetched(
  deliveries: readonly Delivery[],
  isCounted: (path: string) => boolean = () => true,
): Fetched {
  const counted = deliveries.filter(({ path }) => !isOfPage(path) && isCounted(path));
  return {
    requests: counted.length,
    sentBytes: counted.reduce((sum, { sentBytes: sent }) => sum + sent, 0),
    fileBytes: counted.reduce((sum, { fileBytes: plain }) => sum + plain, 0),
  };
}

/**
 * Opens the search page with a query in its URL, in a browser with an empty cache.
 *
 * @throws Error where no results are shown
 */
export async function searchCold(browser: Browser, host: Host, query: string): Promise<ColdSearch> {
  host.takeDeliveries();
  const page = await openSearch(browser, host, query);
  try {
    await page.settled();
    const { first, titles } = await page.moments();
    if (first === undefined || titles === undefined)
      throw new Error(`No results were shown for ${query}.`);
    const [atFirst, atTitles] = [await page.receivedBy(first), await page.receivedBy(titles)];
    const deliveries = host.takeDeliveries();
    return {
      query,
      resultCount: await page.resultCount(),
      first: totalFetched(deliveries, (path) => atFirst.has(path)),
      titles: totalFetched(deliveries, (path) => isOfIndex(path) && atTitles.has(path)),
      all: totalFetched(deliveries),
      excerpts: await page.excerpts(),
      milliseconds: first,
    };
  } finally {
    await page.close();
  }
}

/** Milliseconds between keys: longer than the page's pause, so that each letter starts a search. */
const keyInterval = 160;

/** Types a query letter by letter, with an empty cache; returns the index files that were fetched. */
export async function typeCold(browser: Browser, host: Host, query: string): Promise<Fetched> {
  const page = await openSearch(browser, host);
  try {
    host.takeDeliveries();
    for (const letter of query) {
      await page.page.keyboard.insertText(letter);
      await page.page.waitForTimeout(keyInterval);
    }
    await page.settled();
    return totalFetched(host.takeDeliveries(), isOfIndex);
  } finally {
    await page.close();
  }
}
