import {
  type CollectionChange,
  changedKeywords,
  changedPositions,
  collectionChanges,
  dirtyDocuments,
  vacatedPaths,
} from '../../catalogue/changes.ts';
import {
  type CountedCollection,
  countedCollection,
  countOlder,
  isRenamed,
} from '../../catalogue/collections.ts';
import type { Cursor } from '../../catalogue/cursor.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import {
  type RecordedFile,
  unplannedAt,
  unplannedBeside,
  unplannedFiles,
} from '../../catalogue/pages.ts';
import { oldRedirects, redirectAt } from '../../catalogue/redirects.ts';
import { keywordHolders } from '../../catalogue/related.ts';
import { isTaken, neighbourFinder } from '../../catalogue/timeline.ts';
import { originalsFolder } from '../../outputs/article-original.ts';
import { isDownloadOf } from '../../outputs/article-outputs.ts';
import { listingKindOf, overviewKinds } from '../../pages/kinds.ts';
import { listingPages, listingSize } from '../../pages/listing.ts';
import { articleSet, overviewGroup, pageGroupOf } from './page-group.ts';

/**
 * Which pages changes of the archive affect, according to the catalogue's change log:
 *
 * - the page of each changed article; of the neighbours of each article that was added, removed or has
 *   another entry, in the whole archive and within its source; of the articles that may be related to it;
 * - of each collection that gained or lost an article, the listing pages from the article's position to
 *   the newest; of each changed entry, the listing page that shows it; of each renamed collection, all
 *   listing pages;
 * - every overview page.
 */

/** Pages of a listing, from the one numbered `from`, the newer, down to `to`. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/** A collection whose entries or name have changed, and the listing pages that show the change, newest first. */
export interface AffectedListing {
  readonly collection: CountedCollection;
  readonly pages: readonly PageRange[];
}

/** Tells whether a collection has a listing: that of all articles has one even if it is empty. */
export const hasListing = ({ key, extent }: CountedCollection): boolean =>
  key.of === 'all' || extent.articles > 0;

/** Returns the documents whose pages may have changed. */
export function affectedArticles(catalogue: Catalogue): ReadonlySet<number> {
  const docs = new Set(dirtyDocuments(catalogue).map(({ doc }) => doc));
  const neighboursOf = neighbourFinder(catalogue);
  for (const { source, ...cursor } of changedPositions(catalogue)) {
    for (const doc of neighboursOf(cursor, source)) docs.add(doc);
  }
  const holdersOf = keywordHolders(catalogue);
  for (const { key, documents } of changedKeywords(catalogue)) {
    for (const doc of holdersOf(key, documents)) docs.add(doc);
  }
  return docs;
}

/** Returns the lowest number of a listing page whose entries have moved; `pages + 1` if none has. */
function lowestMovedPage(
  collection: CountedCollection,
  moved: CollectionChange['moved'],
  pages: number,
  pageOf: (cursor: Cursor) => number,
): number {
  if (moved === undefined) return pages + 1;
  // The former newest page now has another output path, and the page below it links there.
  const formerNewest = listingPages(Math.max(0, collection.extent.articles - moved.count));
  return Math.max(1, Math.min(pageOf(moved.oldest), formerNewest - 1));
}

/** Returns the listing pages of a collection that a change of it affects. */
function affectedRanges(
  catalogue: Catalogue,
  collection: CountedCollection,
  { key, moved, edited }: CollectionChange,
): readonly PageRange[] {
  if (!hasListing(collection)) return [];
  const pages = listingPages(collection.extent.articles);
  if (isRenamed(catalogue, key)) return [{ from: pages, to: 1 }];
  const pageOf = (cursor: Cursor): number =>
    Math.min(pages, Math.floor(countOlder(catalogue, key, cursor) / listingSize) + 1);
  const lowest = lowestMovedPage(collection, moved, pages, pageOf);
  const editedPages = [...new Set(edited.map(pageOf))].filter((page) => page < lowest);
  return [
    ...(lowest <= pages ? [{ from: pages, to: lowest }] : []),
    ...editedPages.map((page) => ({ from: page, to: page })),
  ];
}

/** Yields the collections whose entries or names have changed; they must have been counted again. */
export function* affectedListings(catalogue: Catalogue): Generator<AffectedListing> {
  for (const change of collectionChanges(catalogue)) {
    const collection = countedCollection(catalogue, change.key);
    yield { collection, pages: affectedRanges(catalogue, collection, change) };
  }
}

/** Yields the files of a collection's listing that the site no longer has. */
function* removedOfListing(
  catalogue: Catalogue,
  build: number,
  collection: CountedCollection,
): Generator<RecordedFile> {
  const set = articleSet(collection.key, collection.name);
  const kind = listingKindOf(set);
  const pages = hasListing(collection) ? listingPages(collection.extent.articles) : 0;
  const outputPaths = new Set<string>();
  for (let page = 1; page <= pages; page += 1) {
    outputPaths.add(kind.outputPath(set, page === pages ? undefined : page));
  }
  if (pages > 0 && kind.feedPath !== undefined) outputPaths.add(kind.feedPath(set));
  for (const file of unplannedFiles(catalogue, build, pageGroupOf(collection.key))) {
    if (!outputPaths.has(file.outputPath)) yield file;
  }
}

/** Yields the pages and downloads of articles that were removed, moved or have other downloads now. */
function* removedOfArticles(catalogue: Catalogue, build: number): Generator<RecordedFile> {
  const formerPaths = vacatedPaths(catalogue);
  const unplanned = unplannedAt(catalogue, build);
  const isRedirect = redirectAt(catalogue);
  for (const outputPath of formerPaths) {
    // A page of another kind may have the path now, as that of a withdrawn article.
    const file = unplanned(outputPath);
    const isUsed = isTaken(catalogue, outputPath) || isRedirect(outputPath);
    if (file !== undefined && !isUsed) yield file;
  }
  // A download may have another name now, or no article.
  const downloads = unplannedBeside(catalogue, build, ['', `${originalsFolder}/`]);
  for (const outputPath of new Set([
    ...formerPaths,
    ...dirtyDocuments(catalogue).map((document) => document.outputPath),
  ])) {
    for (const file of downloads(outputPath))
      if (isDownloadOf(outputPath, file.outputPath)) yield file;
  }
}

/** Page groups of the overview kinds, whose unplanned files are found by group. */
const overviewGroups: ReadonlySet<string> = new Set(
  overviewKinds.map(({ kind }) => overviewGroup(kind)),
);

/**
 * Yields the files that the site no longer has because of the changes: those that build number `build`
 * has not planned, once it has planned everything else.
 */
export function* removedFiles(
  catalogue: Catalogue,
  build: number,
  listings: readonly AffectedListing[],
): Generator<RecordedFile> {
  for (const { collection } of listings) yield* removedOfListing(catalogue, build, collection);
  for (const { kind } of overviewKinds) {
    yield* unplannedFiles(catalogue, build, overviewGroup(kind));
  }
  for (const file of removedOfArticles(catalogue, build)) {
    if (file.pageGroup === undefined || !overviewGroups.has(file.pageGroup)) yield file;
  }
  yield* oldRedirects(catalogue, build);
}
