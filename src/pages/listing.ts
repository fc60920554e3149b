import type { Entry } from '../model/page.ts';

/** Articles on one page of a listing. */
export const listingSize = 50;

/**
 * Returns where page `page` of `pages` is written. Page 1 shows the newest and is the index; the
 * others are named by their number from the oldest, so that a new article leaves them as they are.
 */
export const listingUrl = (page: number, pages: number): string =>
  page === 1 ? 'all/index.html' : `all/page-${pages - page + 1}.html`;

/** Returns how many pages a list fills: an article in excess of full pages opens a new page 1. */
export const listingPages = (articles: number): number =>
  Math.max(1, Math.ceil(articles / listingSize));

/**
 * Cuts a newest-first list of `articles` entries into pages, filled from the oldest: only the first
 * may hold fewer than `listingSize`. An empty list has one empty page.
 */
export function* listingSlices(
  entries: Iterable<Entry>,
  articles: number,
): Generator<readonly Entry[]> {
  let room = articles - (listingPages(articles) - 1) * listingSize;
  let slice: Entry[] = [];
  for (const entry of entries) {
    if (slice.length === room) {
      yield slice;
      slice = [];
      room = listingSize;
    }
    slice.push(entry);
  }
  yield slice;
}

/** Returns the first `count` entries of a list. */
export function firstEntries(entries: Iterable<Entry>, count: number): readonly Entry[] {
  const first: Entry[] = [];
  for (const entry of entries) {
    if (first.length === count) break;
    first.push(entry);
  }
  return first;
}
