import {
  changedKeywords,
  changedPositions,
  collectionChanges,
  dirtyDocuments,
  vacatedPaths,
} from '../../catalogue/changes.ts';
import { type CountedCollection, countedCollection } from '../../catalogue/collections.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import { keptFiles } from '../../catalogue/kept-files.ts';
import {
  type RecordedFile,
  unplannedAt,
  unplannedBeside,
  unplannedFiles,
} from '../../catalogue/pages.ts';
import { oldRedirects, redirectAt } from '../../catalogue/redirects.ts';
import { keywordHolders } from '../../catalogue/related.ts';
import { renamedSources } from '../../catalogue/source-parts.ts';
import { isTaken, neighbourFinder } from '../../catalogue/timeline.ts';
import { originalsFolder } from '../../outputs/article-original.ts';
import { isDownloadOf } from '../../outputs/article-outputs.ts';
import { listingKindOf, overviewKinds } from '../../pages/kinds.ts';
import { hasNumberedNewest, listingPages } from '../../pages/listing.ts';
import {
  type AffectedListing,
  affectedParts,
  isOfSource,
  partsOfRenamed,
} from './affected-parts.ts';
import { affectedRanges, wholeListing } from './affected-ranges.ts';
import { hasListing, isPart, listedParts, listingFeed } from './collection-parts.ts';
import { articleSet, listRedirectGroupOf, overviewGroup, pageGroupOf } from './page-group.ts';

/**
 * Which pages changes of the archive affect, according to the catalogue's change log:
 *
 * - the page of each changed article; of the neighbours of each article that was added, removed or has
 *   another entry, in the whole archive and within its source; of the articles that may be related to it;
 * - of each collection that gained or lost an article, the listing pages from the article's position to
 *   the newest; of each changed entry, the listing page that shows it; of each renamed collection, all
 *   listing pages; the same of its parts by source;
 * - every overview page.
 */

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

/** Yields the collections whose entries or names have changed; they must have been counted again. */
export function* affectedListings(catalogue: Catalogue): Generator<AffectedListing> {
  const renamed = renamedSources(catalogue);
  const changed = new Set<string>();
  for (const change of collectionChanges(catalogue)) {
    const collection = countedCollection(catalogue, change.key);
    changed.add(pageGroupOf(change.key));
    const parts = affectedParts(catalogue, collection, change, renamed);
    // The newest page names the sources.
    const showsRenamed = parts.some((part) => isOfSource(part.collection, renamed));
    const pages = showsRenamed
      ? wholeListing(collection)
      : affectedRanges(catalogue, collection, change);
    yield { collection, pages };
    yield* parts;
  }
  yield* partsOfRenamed(catalogue, renamed, ({ key }) => changed.has(pageGroupOf(key)));
}

/** Yields the output paths of a listing, with that of the number of its newest page and its feed. */
function* listingPaths(
  collection: CountedCollection,
  isKept: (outputPath: string) => boolean,
): Generator<string> {
  const { key, name, sourceName, extent } = collection;
  const set = articleSet(key, name, sourceName);
  const kind = listingKindOf(set);
  const pages = listingPages(extent.articles);
  for (let page = 1; page < pages; page += 1) yield kind.outputPath(set, page);
  yield kind.outputPath(set, undefined);
  if (hasNumberedNewest(extent.articles)) yield kind.outputPath(set, pages);
  const feed = listingFeed(collection, isKept);
  if (feed !== undefined) yield feed;
}

/** Yields the files of the listings of a collection and its parts that the site no longer has. */
function* removedOfListing(
  catalogue: Catalogue,
  build: number,
  collection: CountedCollection,
): Generator<RecordedFile> {
  const outputPaths = new Set<string>();
  const isKept = keptFiles(catalogue);
  if (hasListing(collection)) {
    for (const listed of [collection, ...listedParts(catalogue, collection)]) {
      for (const outputPath of listingPaths(listed, isKept)) outputPaths.add(outputPath);
    }
  }
  for (const group of [pageGroupOf(collection.key), listRedirectGroupOf(collection.key)]) {
    for (const file of unplannedFiles(catalogue, build, group)) {
      if (!outputPaths.has(file.outputPath)) yield file;
    }
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
  for (const { collection } of listings) {
    // The files of parts are in the group of their collection, which is affected with them.
    if (!isPart(collection)) yield* removedOfListing(catalogue, build, collection);
  }
  for (const { kind } of overviewKinds) {
    yield* unplannedFiles(catalogue, build, overviewGroup(kind));
  }
  for (const file of removedOfArticles(catalogue, build)) {
    if (file.pageGroup === undefined || !overviewGroups.has(file.pageGroup)) yield file;
  }
  yield* oldRedirects(catalogue, build);
}
