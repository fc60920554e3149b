/** Articles on one page of a listing. */
export const listingSize = 50;

/** Which articles of a set a page of its listing shows. */
export interface ListingSlice {
  /** How many articles of the set are older than those of the page. */
  readonly offset: number;
  readonly count: number;
}

/** Returns how many pages the listing of `articles` articles has: one even where it is empty. */
export const listingPages = (articles: number): number =>
  Math.max(1, Math.ceil(articles / listingSize));

/**
 * Returns what page `number`, counted from the oldest and from 1, shows of a set of `articles`
 * articles. Pages are filled from the oldest: the one with the highest number is the newest and the
 * only one that may hold fewer than `listingSize`, so a new article leaves the others as they are.
 * A number that the listing does not have gives a slice of 0.
 */
export function listingSlice(articles: number, number: number): ListingSlice {
  const offset = (number - 1) * listingSize;
  const count = Math.min(listingSize, articles - offset);
  return { offset, count: offset < 0 ? 0 : Math.max(0, count) };
}
