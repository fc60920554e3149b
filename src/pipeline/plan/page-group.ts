import type { CollectionKey } from '../../catalogue/collections.ts';
import { listRedirectPrefix } from '../../catalogue/list-redirects.ts';
import { addressGroup } from '../../catalogue/pages.ts';
import { dateOfSortKey } from '../../catalogue/sort-key.ts';
import { overviewKinds } from '../../pages/kinds.ts';
import type { Collection } from '../../pages/page-kind.ts';

/** Page group of the articles' pages and downloads. */
export const articleGroup = 'article';

/** Returns the page group of a collection's listing, and of the listings of its parts by source. */
export const pageGroupOf = (key: CollectionKey): string =>
  key.of === 'all' ? 'all' : key.of === 'date' ? `date ${key.sortKey}` : `${key.term} ${key.slug}`;

/** Returns the page group of the pages that lead to the newest pages of these listings. */
export const listRedirectGroupOf = (key: CollectionKey): string =>
  `${listRedirectPrefix}${pageGroupOf(key)}`;

/** Returns the page group of an overview kind. */
export const overviewGroup = (kind: string): string => `overview ${kind}`;

/** Page groups of the pages that search engines must not list. */
export const unlistedGroups: readonly string[] = [
  addressGroup,
  ...overviewKinds.filter((kind) => 'unlisted' in kind).map(({ kind }) => overviewGroup(kind)),
];

/**
 * Returns a collection as page kinds take it; the name of a term without articles is its slug.
 *
 * @param sourceName name of the source, where the collection holds only articles of one
 */
export function articleSet(
  key: CollectionKey,
  name: string | undefined,
  sourceName?: string,
): Collection {
  if (key.of === 'all') return { of: 'all' };
  const source = key.source === undefined ? {} : { source: { slug: key.source, name: sourceName } };
  if (key.of === 'date') return { of: 'date', date: dateOfSortKey(key.sortKey), ...source };
  return { of: 'term', term: key.term, slug: key.slug, name: name ?? key.slug, ...source };
}
