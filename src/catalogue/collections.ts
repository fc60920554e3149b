import type { Extent } from '../model/page.ts';
import type { TermKind } from '../model/term-kind.ts';
import { archiveExtent, extentOf, yearIn } from './archive.ts';
import { bulkInsert } from './bulk-insert.ts';
import type { Cursor } from './cursor.ts';
import type { Catalogue } from './database.ts';

/**
 * The key of a collection: all articles, those of a date, or those of a term. With `source`, the slug of a source, only
 * the articles of that source; `''` stands for articles without one.
 */
export type CollectionKey =
  | { readonly of: 'all' }
  | { readonly of: 'date'; readonly sortKey: number; readonly source?: string }
  | {
      readonly of: 'term';
      readonly term: TermKind;
      readonly slug: string;
      readonly source?: string;
    };

/** A collection with its extent. */
export interface CountedCollection {
  readonly key: CollectionKey;
  readonly extent: Extent;
  /** Name of a term with articles; undefined for every other collection. */
  readonly name: string | undefined;
  /** Name of the source whose articles these are; absent for whole collections and articles without a source. */
  readonly sourceName?: string;
}

/**
 * Returns the FROM clause that selects `sort_key`, `id` and `doc` of the articles of a collection, and the values of its
 * parameters. Rows of documents are read only where a source must be looked up.
 */
export function collectionRows(key: CollectionKey): {
  readonly from: string;
  readonly values: readonly (string | number)[];
} {
  const accepted = 'FROM documents INDEXED BY timeline WHERE accepted = 1';
  if (key.of === 'all') return { from: accepted, values: [] };
  const ofSource = key.source === undefined ? [] : [key.source];
  const condition = key.source === undefined ? '' : ' AND source = ?';
  if (key.of === 'date') {
    return { from: `${accepted} AND sort_key = ?${condition}`, values: [key.sortKey, ...ofSource] };
  }
  // Driven by `terms`, whose primary key has the timeline's order.
  if (key.source === undefined) {
    return { from: 'FROM terms WHERE kind = ? AND slug = ?', values: [key.term, key.slug] };
  }
  return {
    from: `FROM (SELECT t.sort_key AS sort_key, t.id AS id, t.doc AS doc FROM terms AS t CROSS JOIN documents AS d USING (doc) WHERE t.kind = ? AND t.slug = ?${condition}) WHERE 1`,
    values: [key.term, key.slug, ...ofSource],
  };
}

/** Returns the number of articles in a collection. */
export function countCollection(catalogue: Catalogue, key: CollectionKey): number {
  const { from, values } = collectionRows(key);
  return Number(catalogue.prepare(`SELECT count(*) AS n ${from}`).get(...values)?.n);
}

/** Returns the number of articles of a collection that follow a cursor, which are older. */
export function countOlder(
  catalogue: Catalogue,
  key: CollectionKey,
  { sortKey, id }: Cursor,
): number {
  const { from, values } = collectionRows(key);
  const older = catalogue.prepare(`SELECT count(*) AS n ${from} AND (sort_key, id) > (?, ?)`);
  return Number(older.get(...values, sortKey, id)?.n);
}

/**
 * Yields the cursors of a collection at the positions `first`, `first + every`, …, counted from 1 at the
 * newest: the ends of the pages of a long listing.
 */
export function* cursorsAt(
  catalogue: Catalogue,
  key: CollectionKey,
  first: number,
  every: number,
): Generator<Cursor> {
  const { from, values } = collectionRows(key);
  const rows = catalogue.prepare(
    `SELECT sort_key, id FROM (SELECT sort_key, id, row_number() OVER (ORDER BY sort_key, id) AS n ${from}) WHERE n >= ? AND (n - ?) % ? = 0`,
  );
  for (const row of rows.iterate(...values, first, first, every)) {
    yield { sortKey: Number(row.sort_key), id: String(row.id) };
  }
}

const dateCollection = (sortKey: number, articles: number): CountedCollection => {
  const year = yearIn(sortKey);
  return { key: { of: 'date', sortKey }, extent: extentOf(articles, year, year), name: undefined };
};

type TermRow = readonly [
  term: TermKind,
  slug: string,
  name: string,
  articles: number,
  first: number | null,
  last: number | null,
];

const selectTerms = 'SELECT kind, slug, name, articles, first_year, last_year FROM collections';

const termCollection = ([term, slug, name, articles, first, last]: TermRow): CountedCollection => ({
  ...{ key: { of: 'term', term, slug }, name },
  extent: extentOf(articles, first, last),
});

/** Tells whether any article is dated; without one there are no listings by date. */
export const hasDates = (catalogue: Catalogue): boolean =>
  catalogue
    .prepare(
      'SELECT 1 FROM documents INDEXED BY timeline WHERE accepted = 1 AND sort_key < 0 LIMIT 1',
    )
    .get() !== undefined;

/** Returns a collection with its extent; a term without articles has no name. */
export function countedCollection(catalogue: Catalogue, key: CollectionKey): CountedCollection {
  if (key.of === 'all') return { key, extent: archiveExtent(catalogue), name: undefined };
  if (key.of === 'date') {
    const hasListing = key.sortKey < 0 || hasDates(catalogue);
    return dateCollection(key.sortKey, hasListing ? countCollection(catalogue, key) : 0);
  }
  const find = catalogue.prepare(`${selectTerms} WHERE kind = ? AND slug = ?`);
  find.setReturnArrays(true);
  const row = find.get(key.term, key.slug) as unknown as TermRow | undefined;
  return row === undefined
    ? { key, extent: { articles: 0 }, name: undefined }
    : termCollection(row);
}

/** Yields the collections of these kinds that have a listing. */
export function* countedCollections(
  catalogue: Catalogue,
  of: readonly CollectionKey['of'][] = ['all', 'date', 'term'],
): Generator<CountedCollection> {
  if (of.includes('all')) yield countedCollection(catalogue, { of: 'all' });
  if (of.includes('date')) yield* datedCollections(catalogue);
  if (!of.includes('term')) return;
  const terms = catalogue.prepare(`${selectTerms} ORDER BY kind, slug`);
  terms.setReturnArrays(true);
  for (const row of terms.iterate()) yield termCollection(row as unknown as TermRow);
}

/** Yields the collections of dates; none where no article is dated. */
function* datedCollections(catalogue: Catalogue): Generator<CountedCollection> {
  const dates = catalogue.prepare(
    'SELECT sort_key, count(*) AS n FROM documents INDEXED BY timeline WHERE accepted = 1 GROUP BY sort_key ORDER BY sort_key',
  );
  let dated = false;
  for (const row of dates.iterate()) {
    const sortKey = Number(row.sort_key);
    // Undated articles come last.
    dated ||= sortKey < 0;
    if (dated) yield dateCollection(sortKey, Number(row.n));
  }
}

/** Columns of a query on `terms` that is grouped by name. */
const nameColumns =
  'kind, slug, name, count(*) AS n, min(sort_key) AS newest, max(CASE WHEN sort_key < 0 THEN sort_key END) AS oldest';

/** A term's row in `collections`, without the published name. */
interface TermCount {
  readonly kind: string;
  readonly slug: string;
  readonly name: string;
  readonly articles: number;
  readonly first: number | null;
  readonly last: number | null;
}

const earlier = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);

const later = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);

/** Merges the names of each term into one count; `rows` are in the order of kind and slug. */
function* mergeNames(rows: Iterable<Record<string, unknown>>): Generator<TermCount> {
  let total: TermCount | undefined;
  let most = 0;
  for (const row of rows) {
    const [kind, slug, name] = [String(row.kind), String(row.slug), String(row.name)];
    const n = Number(row.n);
    const [first, last] = [yearIn(row.oldest), yearIn(row.newest)];
    if (total === undefined || total.kind !== kind || total.slug !== slug) {
      if (total !== undefined) yield total;
      total = { kind, slug, name, articles: n, first, last };
      most = n;
      continue;
    }
    // Of two equally frequent names the first in code point order.
    const prevails = n > most || (n === most && name < total.name);
    if (prevails) most = n;
    total = {
      ...{ kind, slug, name: prevails ? name : total.name, articles: total.articles + n },
      ...{ first: earlier(total.first, first), last: later(total.last, last) },
    };
  }
  if (total !== undefined) yield total;
}

/** Inserts the rows of terms with their published names. */
function insertCounts(
  catalogue: Catalogue,
  counts: Iterable<TermCount>,
  publishedName: string | null,
): void {
  const start = 'INSERT INTO collections VALUES';
  const { add, flush } = bulkInsert(catalogue, start, '(?, ?, ?, ?, ?, ?, ?)');
  for (const { kind, slug, name, articles, first, last } of counts) {
    add([kind, slug, name, publishedName, articles, first, last]);
  }
  flush();
}

/** Rebuilds the counts of all terms, without published names. */
export function refreshCollections(catalogue: Catalogue): void {
  catalogue.exec('DELETE FROM collections');
  const names = catalogue.prepare(
    `SELECT ${nameColumns} FROM terms GROUP BY kind, slug, name ORDER BY kind, slug, name`,
  );
  insertCounts(catalogue, mergeNames(names.iterate()), null);
}

/** Rebuilds the count of one term and keeps its published name. */
export function refreshCollection(catalogue: Catalogue, term: TermKind, slug: string): void {
  const publishedName = catalogue
    .prepare('SELECT published_name FROM collections WHERE kind = ? AND slug = ?')
    .get(term, slug)?.published_name;
  catalogue.prepare('DELETE FROM collections WHERE kind = ? AND slug = ?').run(term, slug);
  const names = catalogue.prepare(
    `SELECT ${nameColumns} FROM terms WHERE kind = ? AND slug = ? GROUP BY name ORDER BY name`,
  );
  const counts = mergeNames(names.iterate(term, slug));
  insertCounts(catalogue, counts, typeof publishedName === 'string' ? publishedName : null);
}

/** Tells whether the published name of a term differs from the present one, or none was published. */
export const isRenamed = (catalogue: Catalogue, key: CollectionKey): boolean =>
  key.of === 'term' &&
  catalogue
    .prepare('SELECT 1 FROM collections WHERE kind = ? AND slug = ? AND published_name IS NOT name')
    .get(key.term, key.slug) !== undefined;
