import type { PartOf } from '../model/listing-pages.ts';
import type { Messages } from '../model/messages.ts';
import type { CollectionSource } from './page-kind.ts';

/**
 * Returns what tells that a listing shows only the articles of one source, for its data; nothing for a whole collection.
 *
 * @param whole output path of the listing of the whole collection
 */
export const partOf = (
  source: CollectionSource | undefined,
  whole: string,
): { readonly part?: PartOf } =>
  source === undefined ? {} : { part: { source: source.name, whole } };

/** Returns the title of the articles of one source in a list; that of the list without a source. */
export const partTitle = (
  list: string,
  source: CollectionSource | undefined,
  { lists }: Messages,
): string =>
  source === undefined
    ? list
    : lists.ofSource
        .replace('{list}', () => list)
        .replace('{source}', () => source.name ?? lists.noSource);
