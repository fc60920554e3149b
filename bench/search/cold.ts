import type { Browser } from 'playwright-core';
import type { Delivery, Host } from './host.ts';
import { openSearch } from './search-page.ts';

/** What a search costs on its way to some moment: beyond the page, its style and fonts, and the script. */
export interface Fetched {
  readonly requests: number;
  /** Bytes as the host sent them, in gzip. */
  readonly sent: number;
  /** Bytes as a host sends them that compresses nothing. */
  readonly plain: number;
}

/** A query that a reader asks who has visited nothing before. */
export interface ColdSearch {
  readonly query: string;
  /** How many articles were found. */
  readonly found: number;
  /** All that had come when the first results were shown. */
  readonly first: Fetched;
  /** Files of the index that had come when all titles of the page were shown. */
  readonly titles: Fetched;
  /** All that was fetched in the end: with articles, of which excerpts are taken. */
  readonly all: Fetched;
  /** Excerpts that are shown in the end: of the results in view. */
  readonly excerpts: number;
  /** Milliseconds from the opening of the page to the first results. */
  readonly milliseconds: number;
}

/** What belongs to the page itself. */
const isOfPage = (path: string): boolean =>
  path === '/search.html' || path.startsWith('/assets/') || path === '/favicon.ico';

const isOfIndex = (path: string): boolean => path.startsWith('/search/');

/** Adds up what was delivered beyond the page. */
export function fetched(
  deliveries: readonly Delivery[],
  isCounted: (path: string) => boolean = () => true,
): Fetched {
  const counted = deliveries.filter(({ path }) => !isOfPage(path) && isCounted(path));
  return {
    requests: counted.length,
    sent: counted.reduce((sum, { sent }) => sum + sent, 0),
    plain: counted.reduce((sum, { plain }) => sum + plain, 0),
  };
}

/** Asks a query of a page that was never opened before, by its address. */
export async function searchCold(browser: Browser, host: Host, query: string): Promise<ColdSearch> {
  host.taken();
  const page = await openSearch(browser, host, query);
  try {
    await page.settled();
    const { first, titles } = await page.moments();
    if (first === undefined || titles === undefined) throw new Error(`Nothing shown for ${query}.`);
    const [early, named] = [await page.arrivedBy(first), await page.arrivedBy(titles)];
    const deliveries = host.taken();
    return {
      query,
      found: await page.found(),
      first: fetched(deliveries, (path) => early.has(path)),
      titles: fetched(deliveries, (path) => isOfIndex(path) && named.has(path)),
      all: fetched(deliveries),
      excerpts: await page.excerpts(),
      milliseconds: first,
    };
  } finally {
    await page.close();
  }
}

/** Milliseconds from one letter to the next: slower than the page's pause, so that each letter is asked for. */
const betweenLetters = 160;

/** Types a query, letter after letter, into a page that was never opened before; returns what all that took. */
export async function typeCold(browser: Browser, host: Host, query: string): Promise<Fetched> {
  const page = await openSearch(browser, host);
  try {
    host.taken();
    for (const letter of query) {
      await page.page.keyboard.insertText(letter);
      await page.page.waitForTimeout(betweenLetters);
    }
    await page.settled();
    return fetched(host.taken(), isOfIndex);
  } finally {
    await page.close();
  }
}
