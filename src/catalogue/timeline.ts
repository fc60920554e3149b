import type { ArticleContext } from '../model/archive.ts';
import type { Article } from '../model/article.ts';
import { pathKeyOf } from '../model/old-path.ts';
import type { Entry } from '../model/page.ts';
import { articleReader, type StoredArticle } from './article-store.ts';
import { type CollectionKey, collectionRows } from './collections.ts';
import type { Cursor } from './cursor.ts';
import type { Catalogue } from './database.ts';
import { docsIn } from './document-numbers.ts';
import { newestEntries } from './duplicates.ts';
import {
  type EntryReader,
  entriesOf,
  entryReader,
  type ListedEntry,
  listedEntries,
} from './entry.ts';
import { type KeywordHolders, storedHolders } from './keyword-columns.ts';
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
function openNeighbours(catalogue: Catalogue, read: EntryReader) {
  const side = (operator: string, order: string) => ({
    all: catalogue.prepare(
      `SELECT doc FROM documents INDEXED BY timeline WHERE accepted = 1 AND (sort_key, id) ${operator} (?, ?) ORDER BY sort_key ${order}, id ${order} LIMIT 1`,
    ),
    source: catalogue.prepare(
      `SELECT doc FROM terms WHERE kind = 'source' AND slug = ? AND (sort_key, id) ${operator} (?, ?) ORDER BY sort_key ${order}, id ${order} LIMIT 1`,
    ),
  });
  const [newer, older] = [side('<', 'DESC'), side('>', 'ASC')];
  const entryAt = (row: Row | undefined): Entry | undefined => row && read(Number(row.doc))?.entry;
  const neighbour =
    (statements: ReturnType<typeof side>) =>
    ({ sortKey, id }: Cursor): Entry | undefined =>
      entryAt(statements.all.get(sortKey, id));
  const neighbourOfSource =
    (statements: ReturnType<typeof side>) =>
    (source: string | undefined, { sortKey, id }: Cursor): Entry | undefined =>
      source === undefined ? undefined : entryAt(statements.source.get(source, sortKey, id));
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

/**
 * Returns the timeline of an archive.
 *
 * @param read the reader of entries, which others may share
 * @param holders the documents of keywords, and their order
 */
export function openTimeline(
  catalogue: Catalogue,
  read: EntryReader = entryReader(catalogue),
  holders: KeywordHolders = storedHolders(catalogue, read),
): Timeline {
  const range = catalogue.prepare(
    'SELECT doc FROM documents INDEXED BY timeline WHERE accepted = 1 AND (sort_key, id) > (?, ?) ORDER BY sort_key, id LIMIT ?',
  );
  range.setReturnArrays(true);
  const isAccepted = catalogue.prepare('SELECT 1 FROM documents WHERE doc = ? AND accepted = 1');
  /** Prepared statements by FROM clause: preparing one takes as long as running it. */
  const docsOf = new Map<string, ReturnType<Catalogue['prepare']>>();
  const neighbours = openNeighbours(catalogue, read);
  const related = relatedArticles(read, holders);
  const newest = newestEntries(read, holders.compare);
  /** What an article's page shows of articles like it. */
  const similar = ({ keywords }: Article, { doc, duplicates }: ListedEntry) => ({
    related: related(doc, keywords, duplicates),
    alsoPublished: newest(
      duplicates.filter((other) => other !== doc),
      maxAlsoPublished,
    ),
  });
  const store = articleReader(catalogue);
  const destinations = destinationReader(catalogue);
  return {
    articles(after, count) {
      const listed = listedEntries(read, docsIn(range.all(after.sortKey, after.id, count)));
      const stored = listed.map(({ doc }) => store.read(doc));
      const sources = stored.map(({ article }) => sourceOf(article));
      const inRange = neighboursOfSource(sources);
      const entryAt = (index: number | undefined): Entry | undefined =>
        index === undefined ? undefined : listed[index]?.entry;
      return listed.map((own, i) => {
        const { article, original } = stored[i] as StoredArticle;
        const source = sources[i];
        const [newer, older] = source === undefined ? [] : [inRange.newer[i], inRange.older[i]];
        return {
          article,
          newer: entryAt(i - 1) ?? neighbours.newer(own),
          older: entryAt(i + 1) ?? neighbours.older(own),
          newerOfSource: entryAt(newer) ?? neighbours.newerOfSource(source, own),
          olderOfSource: entryAt(older) ?? neighbours.olderOfSource(source, own),
          ...similar(article, own),
          destinations: destinations(own.doc, article),
          original,
        };
      });
    },
    article(doc) {
      const own = isAccepted.get(doc) === undefined ? undefined : read(doc);
      if (own === undefined) return undefined;
      const { article, original } = store.read(doc);
      const source = sourceOf(article);
      return {
        article,
        newer: neighbours.newer(own),
        older: neighbours.older(own),
        newerOfSource: neighbours.newerOfSource(source, own),
        olderOfSource: neighbours.olderOfSource(source, own),
        ...similar(article, own),
        destinations: destinations(doc, article),
        original,
      };
    },
    entries(key, after, count) {
      const { from, values } = collectionRows(key);
      let rows = docsOf.get(from);
      if (rows === undefined) {
        rows = catalogue.prepare(
          `SELECT doc ${from} AND (sort_key, id) > (?, ?) ORDER BY sort_key, id LIMIT ?`,
        );
        rows.setReturnArrays(true);
        docsOf.set(from, rows);
      }
      return entriesOf(read, docsIn(rows.all(...values, after.sortKey, after.id, count)));
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
