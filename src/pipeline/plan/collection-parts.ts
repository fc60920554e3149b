import {
  type CollectionKey,
  type CountedCollection,
  countedCollections,
} from '../../catalogue/collections.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import { sourceParts } from '../../catalogue/source-parts.ts';
import { isDividedBySource } from '../../pages/listing.ts';

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
