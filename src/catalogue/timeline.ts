import type { ArticleContext } from '../model/archive.ts';
import type { Article } from '../model/article.ts';
import { pathKeyOf } from '../model/old-path.ts';
import type { Entry } from '../model/page.ts';
import { articleReader } from './article-store.ts';
import { type CollectionKey, collectionRows } from './collections.ts';
import { type Cursor, cursorOf } from './cursor.ts';
import type { Catalogue } from './database.ts';
import { documentNumbers, duplicateEntries } from './duplicates.ts';
import { parseEntry } from './entry.ts';
import { destinationReader } from './links.ts';
import { relatedArticles } from './related.ts';

/** Reads ranges of articles in timeline order: newest first. */
export interface Timeline {
  /**
   * Returns at most `count` articles after a cursor.
   *
   * @throws ArticleBytesError if a stored article cannot be read
   */
  articles(after: Cursor, count: number): readonly ArticleContext[];
  /**
   * Returns one article; undefined if it is not in the archive.
   *
   * @throws ArticleBytesError if the stored article cannot be read
   */
  article(doc: number): ArticleContext | undefined;
  /** Returns at most `count` entries of a collection after a cursor. */
  entries(key: CollectionKey, after: Cursor, count: number): readonly Entry[];
}

/** Most articles with nearly the same text that a page names. */
const maxAlsoPublished = 10;

type Row = Record<string, unknown>;

/** Returns the slug of an article's source. */
const sourceOf = ({ terms }: Article): string | undefined =>
  terms.find(({ kind }) => kind === 'source')?.slug;

/** Returns functions that find the entries next to a cursor, in the whole archive and within one source. */
function openNeighbours(catalogue: Catalogue) {
  const side = (operator: string, order: string) => ({
    all: catalogue.prepare(
      `SELECT entry FROM documents INDEXED BY timeline WHERE accepted = 1 AND (sort_key, id) ${operator} (?, ?) ORDER BY sort_key ${order}, id ${order} LIMIT 1`,
    ),
    source: catalogue.prepare(
      `SELECT d.entry AS entry FROM terms AS t CROSS JOIN documents AS d USING (doc) WHERE t.kind = 'source' AND t.slug = ? AND (t.sort_key, t.id) ${operator} (?, ?) ORDER BY t.sort_key ${order}, t.id ${order} LIMIT 1`,
    ),
  });
  const [newer, older] = [side('<', 'DESC'), side('>', 'ASC')];
  const parsed = (row: Row | undefined): Entry | undefined => row && parseEntry(row.entry);
  const neighbour =
    (statements: ReturnType<typeof side>) =>
    ({ sortKey, id }: Cursor): Entry | undefined =>
      parsed(statements.all.get(sortKey, id));
  const neighbourOfSource =
    (statements: ReturnType<typeof side>) =>
    (source: string | undefined, { sortKey, id }: Cursor): Entry | undefined =>
      source === undefined ? undefined : parsed(statements.source.get(source, sortKey, id));
  return {
    newer: neighbour(newer),
    older: neighbour(older),
    newerOfSource: neighbourOfSource(newer),
    olderOfSource: neighbourOfSource(older),
  };
}

/**
 * Returns the indexes of the neighbours within a source that are in the same range, as most are.
 *
 * @param sources slug of the source of each article of the range, newest first
 */
function neighboursOfSource(sources: readonly (string | undefined)[]): {
  readonly newer: readonly (number | undefined)[];
  readonly older: readonly (number | undefined)[];
} {
  const latest = new Map<string | undefined, number>();
  const newer = sources.map((source, i) => {
    const previous = latest.get(source);
    latest.set(source, i);
    return previous;
  });
  const older: (number | undefined)[] = sources.map(() => undefined);
  newer.forEach((index, i) => {
    if (index !== undefined) older[index] = i;
  });
  return { newer, older };
}

/** Returns the timeline of an archive. */
export function openTimeline(catalogue: Catalogue): Timeline {
  const range = catalogue.prepare(
    'SELECT doc, sort_key, id, entry, duplicates FROM documents INDEXED BY timeline WHERE accepted = 1 AND (sort_key, id) > (?, ?) ORDER BY sort_key, id LIMIT ?',
  );
  const position = catalogue.prepare(
    'SELECT sort_key, id, duplicates FROM documents WHERE doc = ? AND accepted = 1',
  );
  /** Prepared statements by FROM clause: preparing one takes as long as running it. */
  const entriesOf = new Map<string, ReturnType<Catalogue['prepare']>>();
  const neighbours = openNeighbours(catalogue);
  const related = relatedArticles(catalogue);
  const duplicatesIn = duplicateEntries(catalogue);
  /** What an article's page shows of articles like it. */
  const similar = (doc: number, { keywords }: Article, column: unknown) => {
    const duplicates = documentNumbers(column);
    return {
      related: related(doc, keywords, duplicates),
      alsoPublished: duplicatesIn(duplicates).slice(0, maxAlsoPublished),
    };
  };
  const store = articleReader(catalogue);
  const destinations = destinationReader(catalogue);
  return {
    articles(after, count) {
      const rows = range.all(after.sortKey, after.id, count);
      const entries = rows.map(({ entry }) => parseEntry(entry));
      const stored = rows.map(({ doc }) => store.read(Number(doc)));
      const sources = stored.map(({ article }) => sourceOf(article));
      const inRange = neighboursOfSource(sources);
      return stored.map(({ article, original }, i) => {
        const row = rows[i] ?? {};
        const [cursor, source] = [cursorOf(row), sources[i]];
        const newer = inRange.newer[i];
        const older = inRange.older[i];
        return {
          article,
          newer: entries[i - 1] ?? neighbours.newer(cursor),
          older: entries[i + 1] ?? neighbours.older(cursor),
          newerOfSource:
            source !== undefined && newer !== undefined
              ? entries[newer]
              : neighbours.newerOfSource(source, cursor),
          olderOfSource:
            source !== undefined && older !== undefined
              ? entries[older]
              : neighbours.olderOfSource(source, cursor),
          ...similar(Number(row.doc), article, row.duplicates),
          destinations: destinations(Number(row.doc), article),
          original,
        };
      });
    },
    article(doc) {
      const row = position.get(doc);
      if (row === undefined) return undefined;
      const { article, original } = store.read(doc);
      const cursor = cursorOf(row);
      const source = sourceOf(article);
      return {
        article,
        newer: neighbours.newer(cursor),
        older: neighbours.older(cursor),
        newerOfSource: neighbours.newerOfSource(source, cursor),
        olderOfSource: neighbours.olderOfSource(source, cursor),
        ...similar(doc, article, row.duplicates),
        destinations: destinations(doc, article),
        original,
      };
    },
    entries(key, after, count) {
      const { from, values } = collectionRows(key);
      const rows =
        entriesOf.get(from) ??
        catalogue.prepare(
          `SELECT entry ${from} AND (sort_key, id) > (?, ?) ORDER BY sort_key, id LIMIT ?`,
        );
      entriesOf.set(from, rows);
      return rows
        .all(...values, after.sortKey, after.id, count)
        .map(({ entry }) => parseEntry(entry));
    },
  };
}

/** Yields the cursor of every `count`th article: the ends of the ranges of the timeline. */
export function* cursorsEvery(catalogue: Catalogue, count: number): Generator<Cursor> {
  let n = 0;
  const rows = catalogue.prepare(
    'SELECT sort_key, id FROM documents INDEXED BY timeline WHERE accepted = 1 ORDER BY sort_key, id',
  );
  for (const row of rows.iterate()) {
    n += 1;
    if (n % count === 0) yield { sortKey: Number(row.sort_key), id: String(row.id) };
  }
}

/**
 * Returns a function that returns the documents next to a cursor, at which there may be no article any more:
 * in the whole archive, or among the articles of a source.
 */
export function neighbourFinder(
  catalogue: Catalogue,
): (cursor: Cursor, source: string | undefined) => readonly number[] {
  const side = (operator: string, order: string) => ({
    all: catalogue.prepare(
      `SELECT doc FROM documents INDEXED BY timeline WHERE accepted = 1 AND (sort_key, id) ${operator} (?, ?) ORDER BY sort_key ${order}, id ${order} LIMIT 1`,
    ),
    source: catalogue.prepare(
      `SELECT doc FROM terms WHERE kind = 'source' AND slug = ? AND (sort_key, id) ${operator} (?, ?) ORDER BY sort_key ${order}, id ${order} LIMIT 1`,
    ),
  });
  const sides = [side('<', 'DESC'), side('>', 'ASC')];
  return ({ sortKey, id }, source) =>
    sides.flatMap(({ all, source: ofSource }) => {
      const row = source === undefined ? all.get(sortKey, id) : ofSource.get(source, sortKey, id);
      return row === undefined ? [] : [Number(row.doc)];
    });
}

/** Tells whether an article of the archive has an output path. */
export const isTaken = (catalogue: Catalogue, outputPath: string): boolean =>
  catalogue
    .prepare('SELECT 1 FROM documents WHERE accepted = 1 AND path_key = ? AND output_path = ?')
    .get(pathKeyOf(outputPath), outputPath) !== undefined;
