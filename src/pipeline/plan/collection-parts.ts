import {
  type CollectionKey,
  type CountedCollection,
  countedCollections,
} from '../../catalogue/collections.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import { sourceParts } from '../../catalogue/source-parts.ts';
import { listingKindOf } from '../../pages/kinds.ts';
import { isDividedBySource } from '../../pages/listing.ts';
import { hasTermFeed } from '../../pages/term-feed.ts';
import { articleSet } from './page-group.ts';

/** Tells whether a collection has a listing: that of all articles has one even if it is empty. */
export const hasListing = ({ key, extent }: CountedCollection): boolean =>
  key.of === 'all' || extent.articles > 0;

/** Tells whether a collection is the part of another one that is of one source. */
export const isPart = ({ key }: CountedCollection): boolean =>
  key.of !== 'all' && key.source !== undefined;

/** Returns the parts of a collection by source that have listings of their own; none where it is not divided. */
export const listedParts = (
  catalogue: Catalogue,
  collection: CountedCollection,
): readonly CountedCollection[] =>
  isDividedBySource(collection.extent.articles) ? sourceParts(catalogue, collection) : [];

/**
 * Yields every collection that has a listing, each followed by its parts.
 *
 * @param of only collections of these kinds
 */
export function* listedCollections(
  catalogue: Catalogue,
  of?: readonly CollectionKey['of'][],
): Generator<CountedCollection> {
  for (const collection of countedCollections(catalogue, of)) {
    if (!hasListing(collection)) continue;
    yield collection;
    yield* listedParts(catalogue, collection);
  }
}

/**
 * Returns the output path of the feed of a listing; undefined where it has none: it has few articles, and no earlier build
 * published its feed.
 *
 * @param isKept tells of an output path that an earlier build published a file there, which stays
 */
export function listingFeed(
  { key, name, sourceName, extent }: CountedCollection,
  isKept: (outputPath: string) => boolean,
): string | undefined {
  const set = articleSet(key, name, sourceName);
  const path = listingKindOf(set).feedPath?.(set);
  return path !== undefined && (hasTermFeed(extent.articles) || isKept(path)) ? path : undefined;
}
