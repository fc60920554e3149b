import type { PlacedArticle } from '../model/archive.ts';
import type { Article } from '../model/article.ts';
import type { Entry } from '../model/page.ts';
import { wholeArchive } from './changes.ts';
import type { Catalogue } from './open.ts';
import { rowsOfSet, type SetKey } from './sets.ts';

/** Where an article stands in the order of time, newest first. */
export interface Moment {
  readonly age: number;
  readonly id: string;
}

/** Newer than every article. */
export const beforeAll: Moment = { age: -1_000_000_000, id: '' };

/** Reads articles in the order of time, in pieces. */
export interface Timeline {
  /** The articles that follow `after`, `count` at most. */
  articles(after: Moment, count: number): readonly PlacedArticle[];
  /** One article; none where it is not in the archive. */
  article(doc: number): PlacedArticle | undefined;
  /** The entries of a set that follow `after`, `count` at most. */
  entries(set: SetKey, after: Moment, count: number): readonly Entry[];
}

/** Returns an entry from its JSON; keys without a value are absent, which reads the same. */
export const parseEntry = (json: unknown): Entry => JSON.parse(String(json)) as Entry;

/** Opens the archive in the order of time. */
export function openTimeline(catalogue: Catalogue): Timeline {
  const run = catalogue.prepare(
    'SELECT age, id, entry, article FROM documents INDEXED BY timeline JOIN bodies USING (doc) WHERE accepted = 1 AND (age, id) > (?, ?) ORDER BY age, id LIMIT ?',
  );
  const one = catalogue.prepare(
    'SELECT age, id, article FROM documents JOIN bodies USING (doc) WHERE doc = ? AND accepted = 1',
  );
  const before = catalogue.prepare(
    'SELECT entry FROM documents INDEXED BY timeline WHERE accepted = 1 AND (age, id) < (?, ?) ORDER BY age DESC, id DESC LIMIT 1',
  );
  const next = catalogue.prepare(
    'SELECT entry FROM documents INDEXED BY timeline WHERE accepted = 1 AND (age, id) > (?, ?) ORDER BY age, id LIMIT 1',
  );
  /** A statement for each way to select: to prepare one takes as long as to run it. */
  const entriesOf = new Map<string, ReturnType<Catalogue['prepare']>>();
  const parsed = (row: Record<string, unknown> | undefined): Entry | undefined =>
    row && parseEntry(row.entry);
  const newerThan = ({ age, id }: Moment): Entry | undefined => parsed(before.get(age, id));
  const olderThan = ({ age, id }: Moment): Entry | undefined => parsed(next.get(age, id));
  const momentOf = (row: Record<string, unknown>): Moment => ({
    age: Number(row.age),
    id: String(row.id),
  });
  const articleOf = (row: Record<string, unknown>): Article =>
    JSON.parse(String(row.article)) as Article;
  return {
    articles(after, count) {
      const rows = run.all(after.age, after.id, count);
      const entries = rows.map(({ entry }) => parseEntry(entry));
      return rows.map((row, i) => ({
        article: articleOf(row),
        newer: entries[i - 1] ?? newerThan(momentOf(row)),
        older: entries[i + 1] ?? olderThan(momentOf(row)),
      }));
    },
    article(doc) {
      const row = one.get(doc);
      if (row === undefined) return undefined;
      const moment = momentOf(row);
      return { article: articleOf(row), newer: newerThan(moment), older: olderThan(moment) };
    },
    entries(set, after, count) {
      const { from, values } = rowsOfSet(set);
      const rows =
        entriesOf.get(from) ??
        catalogue.prepare(`SELECT entry ${from} AND (age, id) > (?, ?) ORDER BY age, id LIMIT ?`);
      entriesOf.set(from, rows);
      return rows.all(...values, after.age, after.id, count).map(({ entry }) => parseEntry(entry));
    },
  };
}

/** Yields every `count`th moment of the archive: where pieces of the timeline end. */
export function* momentsEvery(catalogue: Catalogue, count: number): Generator<Moment> {
  let n = 0;
  const rows = catalogue.prepare(
    'SELECT age, id FROM documents INDEXED BY timeline WHERE accepted = 1 ORDER BY age, id',
  );
  for (const row of rows.iterate()) {
    n += 1;
    if (n % count === 0) yield { age: Number(row.age), id: String(row.id) };
  }
}

/** Returns the documents that changed since the site was last published and are in the archive. */
export const freshDocuments = (catalogue: Catalogue): readonly number[] =>
  catalogue
    .prepare('SELECT doc FROM documents WHERE fresh = 1 AND accepted = 1')
    .all()
    .map(({ doc }) => Number(doc));

/** Returns the documents that stand beside one that came, left or is shown otherwise. */
export function neighbourDocuments(catalogue: Catalogue): ReadonlySet<number> {
  const side = (operator: string, order: string): ReturnType<Catalogue['prepare']> =>
    catalogue.prepare(
      `SELECT doc FROM documents INDEXED BY timeline WHERE accepted = 1 AND (age, id) ${operator} (?, ?) ORDER BY age ${order}, id ${order} LIMIT 1`,
    );
  const [newer, older] = [side('<', 'DESC'), side('>', 'ASC')];
  const found = new Set<number>();
  const changes = catalogue.prepare('SELECT DISTINCT age, id FROM changes WHERE kind = ?');
  for (const { age, id } of changes.all(wholeArchive)) {
    for (const beside of [newer, older]) {
      const doc = beside.get(Number(age), String(id))?.doc;
      if (doc !== undefined) found.add(Number(doc));
    }
  }
  return found;
}

/** Tells whether an article of the archive has a place. */
export const isTaken = (catalogue: Catalogue, url: string): boolean =>
  catalogue
    .prepare('SELECT 1 FROM documents WHERE accepted = 1 AND url_key = ? AND url = ?')
    .get(url.normalize('NFC').toLowerCase(), url) !== undefined;
