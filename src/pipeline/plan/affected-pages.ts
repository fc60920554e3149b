import {
  type CollectionChange,
  changedKeywords,
  changedPositions,
  collectionChanges,
  dirtyDocuments,
  leftPaths,
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
  publishedAt,
  type RecordedFile,
  unplannedBeside,
  unplannedFiles,
} from '../../catalogue/pages.ts';
import { keywordHolders } from '../../catalogue/related.ts';
import { isTaken, neighbourFinder } from '../../catalogue/timeline.ts';
import { originalsFolder } from '../../outputs/article-original.ts';
import { isDownloadOf } from '../../outputs/article-outputs.ts';
import { listingKindOf, overviewKinds } from '../../pages/kinds.ts';
import { listingPages, listingSize } from '../../pages/listing.ts';
import { articleSet, overviewGroup, pageGroupOf } from './page-group.ts';

/**
 * Which pages a change of the archive affects, as the change log of the catalogue tells:
 *
 * - the page of an article that has changed; of those beside one that came, left or has another entry,
 *   in the whole archive and among the articles of its source; of those that may be related to it;
 * - of each set that an article came to or left, the pages from its position to the newest; where an
 *   entry has changed, the page that shows it; where the set's name has, every page;
 * - every page that sums the archive up.
 */

/** Pages of a listing, from the one numbered `from`, the newer, down to `to`. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/** A set whose entries or name have changed, and the pages of its listing that show it, newest first. */
export interface AffectedListing {
  readonly set: CountedCollection;
  readonly pages: readonly PageRange[];
}

/** Whether a set has a listing although it holds nothing: the list of all articles does. */
export const hasListing = ({ key, extent }: CountedCollection): boolean =>
  key.of === 'all' || extent.articles > 0;

/** Returns the documents whose pages may show something else than they did. */
export function affectedArticles(catalogue: Catalogue): ReadonlySet<number> {
  const found = new Set(dirtyDocuments(catalogue).map(({ doc }) => doc));
  const neighboursOf = neighbourFinder(catalogue);
  for (const { source, ...moment } of changedPositions(catalogue)) {
    for (const doc of neighboursOf(moment, source)) found.add(doc);
  }
  const holdersOf = keywordHolders(catalogue);
  for (const { key, documents } of changedKeywords(catalogue)) {
    for (const doc of holdersOf(key, documents)) found.add(doc);
  }
  return found;
}

/** The pages of a set of `pages` pages from which on everything has moved; above all where nothing has. */
function lowestMoved(
  set: CountedCollection,
  moved: CollectionChange['moved'],
  pages: number,
  pageOf: (moment: Cursor) => number,
): number {
  if (moved === undefined) return pages + 1;
  // The page that was the newest before has another address now, and the one below it links there.
  const newestBefore = listingPages(Math.max(0, set.extent.articles - moved.count));
  return Math.max(1, Math.min(pageOf(moved.oldest), newestBefore - 1));
}

/** Returns the pages of one set's listing that a change of it affects. */
function affectedPages(
  catalogue: Catalogue,
  set: CountedCollection,
  { key, moved, edited }: CollectionChange,
): readonly PageRange[] {
  if (!hasListing(set)) return [];
  const pages = listingPages(set.extent.articles);
  if (isRenamed(catalogue, key)) return [{ from: pages, to: 1 }];
  const pageOf = (moment: Cursor): number =>
    Math.min(pages, Math.floor(countOlder(catalogue, key, moment) / listingSize) + 1);
  const lowest = lowestMoved(set, moved, pages, pageOf);
  const single = [...new Set(edited.map(pageOf))].filter((page) => page < lowest);
  return [
    ...(lowest <= pages ? [{ from: pages, to: lowest }] : []),
    ...single.map((page) => ({ from: page, to: page })),
  ];
}

/** Yields the sets whose entries or names have changed; their names must have been counted again. */
export function* affectedListings(catalogue: Catalogue): Generator<AffectedListing> {
  for (const change of collectionChanges(catalogue)) {
    const set = countedCollection(catalogue, change.key);
    yield { set, pages: affectedPages(catalogue, set, change) };
  }
}

/** Yields the files of a set's listing that it has no more. */
function* leftOfListing(
  catalogue: Catalogue,
  build: number,
  set: CountedCollection,
): Generator<RecordedFile> {
  const shown = articleSet(set.key, set.name);
  const kind = listingKindOf(shown);
  const pages = hasListing(set) ? listingPages(set.extent.articles) : 0;
  const urls = new Set<string>();
  for (let page = 1; page <= pages; page += 1) {
    urls.add(kind.outputPath(shown, page === pages ? undefined : page));
  }
  if (pages > 0 && kind.feedPath !== undefined) urls.add(kind.feedPath(shown));
  for (const file of unplannedFiles(catalogue, build, pageGroupOf(set.key))) {
    if (!urls.has(file.outputPath)) yield file;
  }
}

/** Yields the pages and downloads of articles that left their addresses, or have other downloads now. */
function* leftOfArticles(catalogue: Catalogue, build: number): Generator<RecordedFile> {
  const left = leftPaths(catalogue);
  const published = publishedAt(catalogue);
  for (const outputPath of left) {
    const file = published(outputPath);
    if (file !== undefined && !isTaken(catalogue, outputPath)) yield file;
  }
  // A download may have another name now, or belong to no article any more.
  const downloads = unplannedBeside(catalogue, build, ['', `${originalsFolder}/`]);
  for (const outputPath of new Set([
    ...left,
    ...dirtyDocuments(catalogue).map((one) => one.outputPath),
  ])) {
    for (const file of downloads(outputPath))
      if (isDownloadOf(outputPath, file.outputPath)) yield file;
  }
}

/**
 * Yields the files that the affected pages leave behind: those of the site that build number `build` did
 * not plan, once it has planned all that it makes.
 */
export function* leftFiles(
  catalogue: Catalogue,
  build: number,
  listings: readonly AffectedListing[],
): Generator<RecordedFile> {
  for (const { set } of listings) yield* leftOfListing(catalogue, build, set);
  for (const { kind } of overviewKinds) {
    yield* unplannedFiles(catalogue, build, overviewGroup(kind));
  }
  yield* leftOfArticles(catalogue, build);
}
