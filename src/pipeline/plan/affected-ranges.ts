import type { CollectionChange } from '../../catalogue/changes.ts';
import { type CountedCollection, countOlder, isRenamed } from '../../catalogue/collections.ts';
import type { Cursor } from '../../catalogue/cursor.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import { listingPageOf, listingPages } from '../../pages/listing.ts';
import { hasListing } from './collection-parts.ts';

/** Pages of a listing, from the one numbered `from`, the newer, down to `to`. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/** Returns all pages of a listing. */
export const wholeListing = ({ extent }: CountedCollection): readonly PageRange[] => [
  { from: listingPages(extent.articles), to: 1 },
];

/** Returns the lowest number of a listing page whose entries or links have changed; `pages + 1` if none has. */
function lowestMovedPage(
  { extent: { articles } }: CountedCollection,
  moved: CollectionChange['moved'],
  pages: number,
  pageOf: (cursor: Cursor) => number,
): number {
  if (moved === undefined) return pages + 1;
  const oldest = pageOf(moved.oldest);
  // Articles that came and went are counted alike, so the former number of pages is only known within bounds.
  const fewest = listingPages(Math.max(0, articles - moved.count));
  if (fewest === listingPages(articles + moved.count)) return oldest;
  // A page that was or is the newest has another output path, and the page below it links there.
  return Math.max(1, Math.min(oldest, fewest - 1));
}

/** Returns the listing pages of a collection that a change of it affects, newest first. */
export function affectedRanges(
  catalogue: Catalogue,
  collection: CountedCollection,
  { key, moved, edited }: CollectionChange,
): readonly PageRange[] {
  if (!hasListing(collection)) return [];
  if (isRenamed(catalogue, key)) return wholeListing(collection);
  const { articles } = collection.extent;
  const pages = listingPages(articles);
  const pageOf = (cursor: Cursor): number =>
    listingPageOf(articles, countOlder(catalogue, key, cursor));
  const lowest = lowestMovedPage(collection, moved, pages, pageOf);
  const editedPages = [...new Set(edited.map(pageOf))].filter((page) => page < lowest);
  return [
    ...(lowest <= pages ? [{ from: pages, to: lowest }] : []),
    ...editedPages.map((page) => ({ from: page, to: page })),
  ];
}
