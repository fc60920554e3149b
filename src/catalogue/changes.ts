import type { TermName } from '../model/document.ts';
import type { TermKind } from '../model/term-kind.ts';
import type { CollectionKey } from './collections.ts';
import { type Cursor, cursorOf } from './cursor.ts';
import type { Catalogue } from './database.ts';

/** What listings and other articles show of a document. */
export interface ListedDocument {
  readonly doc: number;
  readonly age: number;
  readonly id: string;
  readonly outputPath: string;
  readonly entry: string;
  readonly terms: readonly TermName[];
  /** Keys of its keywords. */
  readonly keywords: readonly number[];
}

/**
 * Notes what has changed since the site was last published, in a table for each kind of change. They
 * outlive a build that is killed: the next one publishes what that one had read.
 */
export interface ChangeLog {
  /** False for a build that plans every page anyway. */
  readonly tracks: boolean;
  /** The document came into the archive, or left it, at its position in its collections. */
  moved(listed: ListedDocument): void;
  /** It has its position, and its entry has changed. */
  edited(listed: ListedDocument): void;
  /** The document has gained or lost these keywords, or their articles show another entry of it. */
  keywordsChanged(doc: number, keywords: readonly number[]): void;
  /** The document has left this address. */
  left(outputPath: string): void;
}

/** The collection of all articles, among the kinds of `changed_entries`. */
const wholeArchive = 'all';

/** Returns a log that goes into the catalogue. */
export function changeLog(catalogue: Catalogue): ChangeLog {
  const entry = catalogue.prepare('INSERT OR IGNORE INTO changed_entries VALUES (?, ?, ?, ?, ?)');
  const keyword = catalogue.prepare('INSERT OR IGNORE INTO changed_keywords VALUES (?, ?)');
  const left = catalogue.prepare('INSERT OR IGNORE INTO left_paths VALUES (?)');
  function noteKeywords(doc: number, keywords: readonly number[]): void {
    for (const key of keywords) keyword.run(key, doc);
  }
  function note({ doc, age, id, terms, keywords }: ListedDocument, moved: 0 | 1): void {
    entry.run(wholeArchive, '', age, id, moved);
    for (const { kind, slug } of terms) entry.run(kind, slug, age, id, moved);
    noteKeywords(doc, keywords);
  }
  return {
    tracks: true,
    moved: (listed) => note(listed, 1),
    edited: (listed) => note(listed, 0),
    keywordsChanged: noteKeywords,
    left: (outputPath) => void left.run(outputPath),
  };
}

/** The log of a build that plans every page anyway. */
export const noChangeLog: ChangeLog = {
  tracks: false,
  moved() {},
  edited() {},
  keywordsChanged() {},
  left() {},
};

/** The entries of one collection that have changed. */
export interface CollectionChange {
  readonly key: CollectionKey;
  /** The oldest position that an article came to or left, and how many such there are. */
  readonly moved: { readonly oldest: Cursor; readonly count: number } | undefined;
  /** Articles that have their position and another entry. */
  readonly edited: readonly Cursor[];
}

type Row = Record<string, unknown>;

/** Sums up what changed in a collection; `rows` come in the order of time. */
function setChange(key: CollectionKey, rows: readonly Row[]): CollectionChange {
  const moved = rows.filter((row) => row.moved === 1);
  const oldest = moved.at(-1);
  return {
    key,
    moved: oldest && { oldest: cursorOf(oldest), count: moved.length },
    edited: rows.filter((row) => row.moved === 0).map(cursorOf),
  };
}

/** Yields what changed, collection by collection. */
export function* collectionChanges(catalogue: Catalogue): Generator<CollectionChange> {
  const changes = catalogue.prepare(
    'SELECT age, id, moved FROM changed_entries WHERE kind = ? AND slug = ? ORDER BY age, id',
  );
  const whole = changes.all(wholeArchive, '');
  if (whole.length > 0) yield setChange({ of: 'all' }, whole);
  for (const [age, rows] of Map.groupBy(whole, (row) => Number(row.age))) {
    yield setChange({ of: 'date', age }, rows);
  }
  for (const key of changedTerms(catalogue)) {
    yield setChange(key, changes.all(key.term, key.slug));
  }
}

/** Returns the terms with changed entries. */
export function changedTerms(
  catalogue: Catalogue,
): readonly Extract<CollectionKey, { of: 'term' }>[] {
  return catalogue
    .prepare('SELECT DISTINCT kind, slug FROM changed_entries WHERE kind <> ?')
    .all(wholeArchive)
    .map(({ kind, slug }) => ({ of: 'term', term: kind as TermKind, slug: String(slug) }));
}

/** A position at which an entry has changed, in the whole archive or among the articles of a source. */
export interface ChangedPosition extends Cursor {
  /** Slug of the source; absent for the whole archive. */
  readonly source?: string;
}

/** Yields the positions at which the order of articles, or an entry in it, has changed. */
export function* changedPositions(catalogue: Catalogue): Generator<ChangedPosition> {
  const rows = catalogue.prepare(
    "SELECT DISTINCT kind, slug, age, id FROM changed_entries WHERE kind IN (?, 'source')",
  );
  for (const row of rows.all(wholeArchive)) {
    const moment = cursorOf(row);
    yield row.kind === wholeArchive ? moment : { ...moment, source: String(row.slug) };
  }
}

/** Yields the keywords of documents that changed, and of how many such documents each is. */
export function* changedKeywords(
  catalogue: Catalogue,
): Generator<{ readonly key: number; readonly documents: number }> {
  const rows = catalogue
    .prepare('SELECT term, count(*) AS n FROM changed_keywords GROUP BY term')
    .all();
  for (const { term, n } of rows) yield { key: Number(term), documents: Number(n) };
}

/** Returns the addresses that articles have left; another article may have one since. */
export const leftPaths = (catalogue: Catalogue): readonly string[] =>
  catalogue
    .prepare('SELECT output_path FROM left_paths')
    .all()
    .map(({ output_path }) => String(output_path));

/** A document that has changed and is in the archive, and the address of its page. */
export interface DirtyDocument {
  readonly doc: number;
  readonly outputPath: string;
}

/** Returns the documents that have changed since the site was last published and are in the archive. */
export const dirtyDocuments = (catalogue: Catalogue): readonly DirtyDocument[] =>
  catalogue
    .prepare('SELECT doc, output_path FROM documents WHERE dirty = 1 AND accepted = 1')
    .all()
    .map(({ doc, output_path }) => ({ doc: Number(doc), outputPath: String(output_path) }));

/** The tables of the log. */
const tables = ['changed_entries', 'changed_keywords', 'left_paths'] as const;

/** Returns how many changes are noted. */
export const countChanges = (catalogue: Catalogue): number =>
  tables
    .map((table) => Number(catalogue.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n))
    .reduce((sum, n) => sum + n, 0);

/** Tells whether anything has changed since the site was last published. */
export const hasChanges = (catalogue: Catalogue): boolean =>
  [...tables, 'documents WHERE dirty = 1'].some(
    (from) => catalogue.prepare(`SELECT 1 FROM ${from} LIMIT 1`).get() !== undefined,
  );

/** Empties the log once the site shows all that is in it. */
export function forgetChanges(catalogue: Catalogue): void {
  for (const table of tables) catalogue.exec(`DELETE FROM ${table}`);
  catalogue.exec('UPDATE documents SET dirty = 0 WHERE dirty = 1');
  catalogue.exec('UPDATE sets SET shown = name WHERE shown IS NOT name');
}
