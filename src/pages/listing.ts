/** Articles on one page of a listing. */
export const listingSize = 50;

/** The articles of a collection that one page of its listing shows. */
export interface ListingSlice {
  /** Number of articles in the collection that are older than those of the page. */
  readonly offset: number;
  readonly count: number;
}

/** Returns the number of pages in a listing of `articles` articles; an empty listing has one. */
export const listingPages = (articles: number): number =>
  Math.max(1, Math.ceil(articles / listingSize));

/**
 * Returns the slice that page `number` (1 is the oldest) shows of a collection of `articles` articles.
 * Pages are filled from the oldest: the one with the highest number is the newest and the only one that
 * may hold fewer than `listingSize`, so a new article does not change the others. For a number outside
 * the listing the count is 0.
 */
export function listingSlice(articles: number, number: number): ListingSlice {
  const offset = (number - 1) * listingSize;
  const count = Math.min(listingSize, articles - offset);
  return { offset, count: offset < 0 ? 0 : Math.max(0, count) };
}
