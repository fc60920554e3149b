import type { CollectionKey } from '../../catalogue/collections.ts';
import { dateOfSortKey } from '../../catalogue/sort-key.ts';
import type { Collection } from '../../pages/page-kind.ts';

/** Group of the articles' pages and downloads. */
export const articleGroup = 'article';

/** Returns the group of the pages of a set's listing. */
export const pageGroupOf = (key: CollectionKey): string =>
  key.of === 'all' ? 'all' : key.of === 'date' ? `date ${key.age}` : `${key.term} ${key.slug}`;

/** Returns the group of the pages of a kind that sums the archive up. */
export const overviewGroup = (kind: string): string => `overview ${kind}`;

/** Returns a set as page kinds know it; a term without articles has no name but its slug. */
export function articleSet(key: CollectionKey, name: string | undefined): Collection {
  if (key.of === 'all') return { of: 'all' };
  if (key.of === 'date') return { of: 'date', date: dateOfSortKey(key.age) };
  return { of: 'term', term: key.term, slug: key.slug, name: name ?? key.slug };
}
