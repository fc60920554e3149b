/** Articles on every page of a listing but the newest, which holds up to twice as many, less one. */
export const listingSize = 50;

/** The articles of a collection that one page of its listing shows. */
export interface ListingSlice {
  /** Number of articles in the collection that are older than those of the page. */
  readonly offset: number;
  readonly count: number;
}

/**
 * Returns the number of pages in a listing of `articles` articles: as many as are full; a listing of less than a full
 * page has one.
 */
export const listingPages = (articles: number): number =>
  Math.max(1, Math.floor(articles / listingSize));

/**
 * Returns the slice that page `number` (1 is the oldest) shows of a collection of `articles` articles.
 * Pages are filled from the oldest. The newest also holds what fills no page: 50 to 99 articles, where the collection
 * has as many. So a new article changes only the newest page, and every fiftieth divides that page in two. For a
 * number outside the listing the count is 0.
 */
export function listingSlice(articles: number, number: number): ListingSlice {
  const pages = listingPages(articles);
  const offset = (number - 1) * listingSize;
  if (number < 1 || number > pages) return { offset, count: 0 };
  return { offset, count: number === pages ? articles - offset : listingSize };
}

/** Returns the number of articles in a collection that are newer than those of page `number`. */
export const newerThanPage = (articles: number, number: number): number =>
  number === listingPages(articles) ? 0 : articles - number * listingSize;

/** Returns the number of the page that shows an article with `older` older ones in its collection. */
export const listingPageOf = (articles: number, older: number): number =>
  Math.min(listingPages(articles), Math.floor(older / listingSize) + 1);

/**
 * Tells whether the newest page of a listing has an address by its number beside its own, which leads to it. Earlier
 * versions divided a listing of more than fifty articles into one page more, and so published that address.
 */
export const hasNumberedNewest = (articles: number): boolean => articles > listingSize;

/** Tells whether a collection is so large that the articles of each of its sources have a listing of their own. */
export const isDividedBySource = (articles: number): boolean => articles > 2 * listingSize;

/** Most pages of a listing for the newest page to link to every one. */
const allPagesLimit = 100;

/**
 * Returns the numbers of older pages that page `number` links to, in descending order: from the newest page of a listing
 * of up to a hundred pages all; else the next ten to nineteen, down to a multiple of ten, from there as many multiples of
 * ten, down to one of a hundred, and so on to page 1. Each page is a few links from any newer one, and the links grow
 * with the number of digits. None leads to a newer page: their number changes with the listing.
 */
export function olderPages(number: number, isNewest: boolean): readonly number[] {
  const numbers: number[] = [];
  const isComplete = isNewest && number <= allPagesLimit;
  for (let [below, step] = [number, 1]; below > 1; step *= 10) {
    const coarser = 10 * step;
    const end = isComplete ? 1 : Math.max(1, Math.floor((below - coarser) / coarser) * coarser);
    const highest = Math.floor((below - 1) / step) * step;
    for (let page = highest; page >= end; page -= step) numbers.push(page);
    below = end;
  }
  return number > 1 && numbers.at(-1) !== 1 ? [...numbers, 1] : numbers;
}
