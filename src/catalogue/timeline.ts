import type { ArticleContext } from '../model/archive.ts';
import type { Article } from '../model/article.ts';
import type { Entry } from '../model/page.ts';
import { articleReader } from './article-store.ts';
import { type CollectionKey, collectionRows } from './collections.ts';
import { type Cursor, cursorOf } from './cursor.ts';
import type { Catalogue } from './database.ts';
import { parseEntry } from './entry.ts';
import { relatedArticles } from './related.ts';

/** Reads articles in the order of time, a range at a time. */
export interface Timeline {
  /** The articles that follow `after`, `count` at most. */
  articles(after: Cursor, count: number): readonly ArticleContext[];
  /** One article; none where it is not in the archive. */
  article(doc: number): ArticleContext | undefined;
  /** The entries of a set that follow `after`, `count` at most. */
  entries(set: CollectionKey, after: Cursor, count: number): readonly Entry[];
}

type Row = Record<string, unknown>;

/** The slug of the source of an article. */
const sourceOf = ({ terms }: Article): string | undefined =>
  terms.find(({ kind }) => kind === 'source')?.slug;

/** Finds the articles just before and after a position, in the whole archive and among those of one source. */
function openNeighbours(catalogue: Catalogue) {
  const side = (operator: string, order: string) => ({
    all: catalogue.prepare(
      `SELECT entry FROM documents INDEXED BY timeline WHERE accepted = 1 AND (age, id) ${operator} (?, ?) ORDER BY age ${order}, id ${order} LIMIT 1`,
    ),
    source: catalogue.prepare(
      `SELECT d.entry AS entry FROM terms AS t CROSS JOIN documents AS d USING (doc) WHERE t.kind = 'source' AND t.slug = ? AND (t.age, t.id) ${operator} (?, ?) ORDER BY t.age ${order}, t.id ${order} LIMIT 1`,
    ),
  });
  const [newer, older] = [side('<', 'DESC'), side('>', 'ASC')];
  const parsed = (row: Row | undefined): Entry | undefined => row && parseEntry(row.entry);
  const beside =
    (statements: ReturnType<typeof side>) =>
    ({ age, id }: Cursor): Entry | undefined =>
      parsed(statements.all.get(age, id));
  const besideOfSource =
    (statements: ReturnType<typeof side>) =>
    (source: string | undefined, { age, id }: Cursor): Entry | undefined =>
      source === undefined ? undefined : parsed(statements.source.get(source, age, id));
  return {
    newer: beside(newer),
    older: beside(older),
    newerOfSource: besideOfSource(newer),
    olderOfSource: besideOfSource(older),
  };
}

/** Opens the archive in the order of time. */
export function openTimeline(catalogue: Catalogue): Timeline {
  const run = catalogue.prepare(
    'SELECT doc, age, id, entry FROM documents INDEXED BY timeline WHERE accepted = 1 AND (age, id) > (?, ?) ORDER BY age, id LIMIT ?',
  );
  const one = catalogue.prepare('SELECT age, id FROM documents WHERE doc = ? AND accepted = 1');
  /** Prepared statements by selection: preparing one takes as long as running it. */
  const entriesOf = new Map<string, ReturnType<Catalogue['prepare']>>();
  const neighbours = openNeighbours(catalogue);
  const related = relatedArticles(catalogue);
  const store = articleReader(catalogue);
  return {
    articles(after, count) {
      const rows = run.all(after.age, after.id, count);
      const entries = rows.map(({ entry }) => parseEntry(entry));
      const stored = rows.map(({ doc }) => store.read(Number(doc)));
      const sources = stored.map(({ article }) => sourceOf(article));
      // Most neighbours of one source are in the same range.
      const newest = new Map<string | undefined, number>();
      const newerInPiece = sources.map((source, i) => {
        const found = newest.get(source);
        newest.set(source, i);
        return found;
      });
      const olderInPiece: (number | undefined)[] = sources.map(() => undefined);
      newerInPiece.forEach((newer, i) => {
        if (newer !== undefined) olderInPiece[newer] = i;
      });
      return stored.map(({ article, original }, i) => {
        const row = rows[i] ?? {};
        const [moment, source] = [cursorOf(row), sources[i]];
        const [newer, older] = [newerInPiece[i], olderInPiece[i]];
        return {
          article,
          newer: entries[i - 1] ?? neighbours.newer(moment),
          older: entries[i + 1] ?? neighbours.older(moment),
          newerOfSource:
            source !== undefined && newer !== undefined
              ? entries[newer]
              : neighbours.newerOfSource(source, moment),
          olderOfSource:
            source !== undefined && older !== undefined
              ? entries[older]
              : neighbours.olderOfSource(source, moment),
          related: related(Number(row.doc), article.keywords),
          original,
        };
      });
    },
    article(doc) {
      const row = one.get(doc);
      if (row === undefined) return undefined;
      const { article, original } = store.read(doc);
      const moment = cursorOf(row);
      const source = sourceOf(article);
      return {
        article,
        newer: neighbours.newer(moment),
        older: neighbours.older(moment),
        newerOfSource: neighbours.newerOfSource(source, moment),
        olderOfSource: neighbours.olderOfSource(source, moment),
        related: related(doc, article.keywords),
        original,
      };
    },
    entries(set, after, count) {
      const { from, values } = collectionRows(set);
      const rows =
        entriesOf.get(from) ??
        catalogue.prepare(`SELECT entry ${from} AND (age, id) > (?, ?) ORDER BY age, id LIMIT ?`);
      entriesOf.set(from, rows);
      return rows.all(...values, after.age, after.id, count).map(({ entry }) => parseEntry(entry));
    },
  };
}

/** Yields every `count`th position of the archive, at which ranges of the timeline end. */
export function* cursorsEvery(catalogue: Catalogue, count: number): Generator<Cursor> {
  let n = 0;
  const rows = catalogue.prepare(
    'SELECT age, id FROM documents INDEXED BY timeline WHERE accepted = 1 ORDER BY age, id',
  );
  for (const row of rows.iterate()) {
    n += 1;
    if (n % count === 0) yield { age: Number(row.age), id: String(row.id) };
  }
}

/**
 * Returns a function that gives the documents just before and after a position, which need not be that of
 * an article any more: in the whole archive, or among the articles of a source.
 */
export function neighbourFinder(
  catalogue: Catalogue,
): (moment: Cursor, source: string | undefined) => readonly number[] {
  const side = (operator: string, order: string) => ({
    all: catalogue.prepare(
      `SELECT doc FROM documents INDEXED BY timeline WHERE accepted = 1 AND (age, id) ${operator} (?, ?) ORDER BY age ${order}, id ${order} LIMIT 1`,
    ),
    source: catalogue.prepare(
      `SELECT doc FROM terms WHERE kind = 'source' AND slug = ? AND (age, id) ${operator} (?, ?) ORDER BY age ${order}, id ${order} LIMIT 1`,
    ),
  });
  const sides = [side('<', 'DESC'), side('>', 'ASC')];
  return ({ age, id }, source) =>
    sides.flatMap(({ all, source: ofSource }) => {
      const row = source === undefined ? all.get(age, id) : ofSource.get(source, age, id);
      return row === undefined ? [] : [Number(row.doc)];
    });
}

/** Tells whether an article of the archive has an address. */
export const isTaken = (catalogue: Catalogue, outputPath: string): boolean =>
  catalogue
    .prepare('SELECT 1 FROM documents WHERE accepted = 1 AND path_key = ? AND output_path = ?')
    .get(outputPath.normalize('NFC').toLowerCase(), outputPath) !== undefined;
