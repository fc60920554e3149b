import type { Extent } from '../model/page.ts';
import type { TermKind } from '../model/term-kind.ts';
import { archiveExtent, extentOf, yearIn } from './archive.ts';
import type { Cursor } from './cursor.ts';
import type { Catalogue } from './database.ts';

/** A set of articles that has a listing: all, those of a date, those of a source or author. */
export type CollectionKey =
  | { readonly of: 'all' }
  | { readonly of: 'date'; readonly age: number }
  | { readonly of: 'term'; readonly term: TermKind; readonly slug: string };

/** A set with how many articles it holds. */
export interface CountedCollection {
  readonly key: CollectionKey;
  readonly extent: Extent;
  /** Name of a term that has articles; undefined for every other set. */
  readonly name: string | undefined;
}

/** Returns SQL that selects the documents of a set, and the values that it takes. */
export function collectionRows(set: CollectionKey): {
  readonly from: string;
  readonly values: readonly (string | number)[];
} {
  const accepted = 'FROM documents INDEXED BY timeline WHERE accepted = 1';
  if (set.of === 'all') return { from: accepted, values: [] };
  if (set.of === 'date') return { from: `${accepted} AND age = ?`, values: [set.age] };
  // Driven by the term's table, whose primary key has the order that is wanted.
  return {
    from: 'FROM (SELECT t.age AS age, t.id AS id, d.entry AS entry FROM terms AS t CROSS JOIN documents AS d USING (doc) WHERE t.kind = ? AND t.slug = ?) WHERE 1',
    values: [set.term, set.slug],
  };
}

/** As `rowsOfSet`, for queries that need no entry. */
function momentsOfSet(set: CollectionKey): ReturnType<typeof collectionRows> {
  return set.of === 'term'
    ? { from: 'FROM terms WHERE kind = ? AND slug = ?', values: [set.term, set.slug] }
    : collectionRows(set);
}

/** Returns how many articles a set holds. */
export function countCollection(catalogue: Catalogue, set: CollectionKey): number {
  const { from, values } = momentsOfSet(set);
  return Number(catalogue.prepare(`SELECT count(*) AS n ${from}`).get(...values)?.n);
}

/** Returns how many articles of a set are older than a moment. */
export function countOlder(catalogue: Catalogue, set: CollectionKey, { age, id }: Cursor): number {
  const { from, values } = momentsOfSet(set);
  const older = catalogue.prepare(`SELECT count(*) AS n ${from} AND (age, id) > (?, ?)`);
  return Number(older.get(...values, age, id)?.n);
}

/**
 * Yields the moments of a set at the places `first`, `first + every`, … counted from 1 at the newest:
 * where pieces of a long listing end.
 */
export function* cursorsAt(
  catalogue: Catalogue,
  set: CollectionKey,
  first: number,
  every: number,
): Generator<Cursor> {
  const { from, values } = momentsOfSet(set);
  const rows = catalogue.prepare(
    `SELECT age, id FROM (SELECT age, id, row_number() OVER (ORDER BY age, id) AS n ${from}) WHERE n >= ? AND (n - ?) % ? = 0`,
  );
  for (const row of rows.iterate(...values, first, first, every)) {
    yield { age: Number(row.age), id: String(row.id) };
  }
}

const dateSet = (age: number, articles: number): CountedCollection => {
  const year = yearIn(age);
  return { key: { of: 'date', age }, extent: extentOf(articles, year, year), name: undefined };
};

function termSet(row: Record<string, unknown>): CountedCollection {
  const key = { of: 'term', term: row.kind as TermKind, slug: String(row.slug) } as const;
  const extent = extentOf(Number(row.articles), row.first_year, row.last_year);
  return { key, extent, name: String(row.name) };
}

/** Tells whether any article has a date; where none has, there are no listings by date. */
export const hasDates = (catalogue: Catalogue): boolean =>
  catalogue
    .prepare('SELECT 1 FROM documents INDEXED BY timeline WHERE accepted = 1 AND age < 0 LIMIT 1')
    .get() !== undefined;

/** Returns a set with what it holds; a term without articles has no name. */
export function countedCollection(catalogue: Catalogue, key: CollectionKey): CountedCollection {
  if (key.of === 'all') return { key, extent: archiveExtent(catalogue), name: undefined };
  if (key.of === 'date') {
    const counts = key.age < 0 || hasDates(catalogue);
    return dateSet(key.age, counts ? countCollection(catalogue, key) : 0);
  }
  const row = catalogue
    .prepare('SELECT * FROM sets WHERE kind = ? AND slug = ?')
    .get(key.term, key.slug);
  return row === undefined ? { key, extent: { articles: 0 }, name: undefined } : termSet(row);
}

/** Yields every set that has a listing. */
export function* countedCollections(catalogue: Catalogue): Generator<CountedCollection> {
  yield countedCollection(catalogue, { of: 'all' });
  const dates = catalogue.prepare(
    'SELECT age, count(*) AS n FROM documents INDEXED BY timeline WHERE accepted = 1 GROUP BY age ORDER BY age',
  );
  let dated = false;
  for (const { age, n } of dates.iterate()) {
    // The undated come last.
    dated ||= Number(age) < 0;
    if (dated) yield dateSet(Number(age), Number(n));
  }
  const terms = catalogue.prepare('SELECT * FROM sets ORDER BY kind, slug');
  for (const row of terms.iterate()) yield termSet(row);
}

type Names = Iterable<Record<string, unknown>>;

const namesColumns =
  'kind, slug, name, count(*) AS n, min(age) AS newest, max(CASE WHEN age < 0 THEN age END) AS oldest';

/** A term's row in `sets`, without the name under which it was published. */
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

/** Sums up the names of terms, which come in the order of kind and slug. */
function* sumUp(rows: Names): Generator<TermCount> {
  let sum: TermCount | undefined;
  let most = 0;
  for (const row of rows) {
    const [kind, slug, name] = [String(row.kind), String(row.slug), String(row.name)];
    const n = Number(row.n);
    const [first, last] = [yearIn(row.oldest), yearIn(row.newest)];
    if (sum === undefined || sum.kind !== kind || sum.slug !== slug) {
      if (sum !== undefined) yield sum;
      sum = { kind, slug, name, articles: n, first, last };
      most = n;
      continue;
    }
    // Of two names that as many articles write, the first in the order of code points.
    const prevails = n > most || (n === most && name < sum.name);
    if (prevails) most = n;
    sum = {
      ...{ kind, slug, name: prevails ? name : sum.name, articles: sum.articles + n },
      ...{ first: earlier(sum.first, first), last: later(sum.last, last) },
    };
  }
  if (sum !== undefined) yield sum;
}

/** Returns a function that writes the row of a term, with the name under which it was last published. */
function termWriter(catalogue: Catalogue): (count: TermCount, shown: string | null) => void {
  const insert = catalogue.prepare('INSERT INTO sets VALUES (?, ?, ?, ?, ?, ?, ?)');
  return ({ kind, slug, name, articles, first, last }, shown) =>
    void insert.run(kind, slug, name, shown, articles, first, last);
}

/** Counts the sets of all terms again, as if none had been published. */
export function refreshCollections(catalogue: Catalogue): void {
  catalogue.exec('DELETE FROM sets');
  const write = termWriter(catalogue);
  const names = catalogue.prepare(
    `SELECT ${namesColumns} FROM terms GROUP BY kind, slug, name ORDER BY kind, slug, name`,
  );
  for (const count of sumUp(names.iterate())) write(count, null);
}

/** Counts the set of one term again. */
export function refreshCollection(catalogue: Catalogue, term: TermKind, slug: string): void {
  const before = catalogue
    .prepare('SELECT shown FROM sets WHERE kind = ? AND slug = ?')
    .get(term, slug)?.shown;
  catalogue.prepare('DELETE FROM sets WHERE kind = ? AND slug = ?').run(term, slug);
  const names = catalogue.prepare(
    `SELECT ${namesColumns} FROM terms WHERE kind = ? AND slug = ? GROUP BY name ORDER BY name`,
  );
  const write = termWriter(catalogue);
  for (const count of sumUp(names.iterate(term, slug))) {
    write(count, typeof before === 'string' ? before : null);
  }
}

/** Tells whether the site shows a set under another name than it has now, or not at all yet. */
export const isRenamed = (catalogue: Catalogue, key: CollectionKey): boolean =>
  key.of === 'term' &&
  catalogue
    .prepare('SELECT 1 FROM sets WHERE kind = ? AND slug = ? AND shown IS NOT name')
    .get(key.term, key.slug) !== undefined;
