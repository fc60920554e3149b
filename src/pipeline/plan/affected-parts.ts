import { type CollectionChange, partChange } from '../../catalogue/changes.ts';
import {
  type CountedCollection,
  countedCollections,
  isRenamed,
} from '../../catalogue/collections.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import { isDividedBySource, listingPages } from '../../pages/listing.ts';
import { affectedRanges, type PageRange, wholeListing } from './affected-ranges.ts';
import { listedParts } from './collection-parts.ts';

/** A collection whose entries or name have changed, and the listing pages that show the change, newest first. */
export interface AffectedListing {
  readonly collection: CountedCollection;
  readonly pages: readonly PageRange[];
}

/** A part of a changed collection, with the changes of its own articles. */
interface ChangedPart {
  readonly collection: CountedCollection;
  readonly change: CollectionChange;
}

/** Tells whether a part had an article before the changes: more are there than can have come. */
const existedBefore = ({ collection, change }: ChangedPart): boolean =>
  collection.extent.articles > (change.moved?.count ?? 0);

/** Tells whether a collection surely had listings of its parts before its changes. */
const wasDivided = (
  { extent }: CountedCollection,
  moved: CollectionChange['moved'],
  parts: readonly ChangedPart[],
): boolean =>
  isDividedBySource(extent.articles - (moved?.count ?? 0)) &&
  parts.filter(existedBefore).length > 1;

/** Tells whether a part is of one of these sources, given by slug. */
export const isOfSource = ({ key }: CountedCollection, sources: ReadonlySet<string>): boolean =>
  key.of !== 'all' && sources.has(key.source ?? '');

/**
 * Returns the listings of parts of a changed collection that the change affects: those of the sources whose articles
 * have changed, and all where the collection was not divided before.
 *
 * @param renamed slugs of sources that have another name now
 */
export function affectedParts(
  catalogue: Catalogue,
  whole: CountedCollection,
  { key, moved }: CollectionChange,
  renamed: ReadonlySet<string>,
): readonly AffectedListing[] {
  const parts = listedParts(catalogue, whole).map(
    (collection): ChangedPart => ({ collection, change: partChange(catalogue, collection.key) }),
  );
  const isKnown = !isRenamed(catalogue, key) && wasDivided(whole, moved, parts);
  return parts.flatMap(({ collection, change }) => {
    const isWhole = !isKnown || isOfSource(collection, renamed);
    const pages = isWhole
      ? wholeListing(collection)
      : affectedRanges(catalogue, collection, change);
    return pages.length === 0 ? [] : [{ collection, pages }];
  });
}

/**
 * Yields the listings that show the former name of a renamed source: of parts, and the newest page of each collection
 * that links to one.
 *
 * @param isAffected tells whether a collection is affected itself, with its parts
 */
export function* partsOfRenamed(
  catalogue: Catalogue,
  renamed: ReadonlySet<string>,
  isAffected: (collection: CountedCollection) => boolean,
): Generator<AffectedListing> {
  if (renamed.size === 0) return;
  for (const collection of countedCollections(catalogue)) {
    if (isAffected(collection)) continue;
    const parts = listedParts(catalogue, collection).filter((part) => isOfSource(part, renamed));
    if (parts.length === 0) continue;
    const newest = listingPages(collection.extent.articles);
    yield { collection, pages: [{ from: newest, to: newest }] };
    for (const part of parts) yield { collection: part, pages: wholeListing(part) };
  }
}
