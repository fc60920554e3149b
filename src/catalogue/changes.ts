import type { ArchiveDate } from '../model/archive.ts';
import type { TermName } from '../model/document.ts';
import type { TermKind } from '../model/term-kind.ts';
import type { CollectionKey } from './collections.ts';
import { type Cursor, cursorOf } from './cursor.ts';
import type { Catalogue } from './database.ts';
import { datePartsOf } from './sort-key.ts';

/** The data of a document that listings and other articles show. */
export interface ListedDocument {
  readonly doc: number;
  readonly sortKey: number;
  readonly id: string;
  readonly outputPath: string;
  readonly entry: string;
  readonly terms: readonly TermName[];
  /** Keys of the article's keywords. */
  readonly keywords: readonly number[];
}

/**
 * Records the changes since the site was last published, in one table for each kind of change. The tables
 * survive a killed build: the next build publishes what that one had read.
 */
export interface ChangeLog {
  /** False for a build that plans every page. */
  readonly tracks: boolean;
  /** Records that a document was added to the archive or removed from it, at its position in its collections. */
  moved(listed: ListedDocument): void;
  /** Records that the entry of a document has changed, at the same position. */
  edited(listed: ListedDocument): void;
  /** Records that a document has gained or lost keywords, or that its entry changed for articles that share them. */
  keywordsChanged(doc: number, keywords: readonly number[]): void;
  /** Records that a document no longer has an output path. */
  vacated(outputPath: string): void;
}

/** The value of `changed_entries.kind` for the collection of all articles. */
const wholeArchive = 'all';

/** Returns a change log that writes to the catalogue. */
export function changeLog(catalogue: Catalogue): ChangeLog {
  const entry = catalogue.prepare('INSERT OR IGNORE INTO changed_entries VALUES (?, ?, ?, ?, ?)');
  const keyword = catalogue.prepare('INSERT OR IGNORE INTO changed_keywords VALUES (?, ?)');
  const vacated = catalogue.prepare('INSERT OR IGNORE INTO vacated_paths VALUES (?)');
  function recordKeywords(doc: number, keywords: readonly number[]): void {
    for (const key of keywords) keyword.run(key, doc);
  }
  function recordEntry({ doc, sortKey, id, terms, keywords }: ListedDocument, moved: 0 | 1): void {
    entry.run(wholeArchive, '', sortKey, id, moved);
    for (const { kind, slug } of terms) entry.run(kind, slug, sortKey, id, moved);
    recordKeywords(doc, keywords);
  }
  return {
    tracks: true,
    moved: (listed) => recordEntry(listed, 1),
    edited: (listed) => recordEntry(listed, 0),
    keywordsChanged: recordKeywords,
    vacated: (outputPath) => void vacated.run(outputPath),
  };
}

/** The change log of a build that plans every page; it records nothing. */
export const noChangeLog: ChangeLog = {
  tracks: false,
  moved() {},
  edited() {},
  keywordsChanged() {},
  vacated() {},
};

/** The changed entries of one collection. */
export interface CollectionChange {
  readonly key: CollectionKey;
  /** The oldest position at which an article was added or removed, and the number of such positions. */
  readonly moved: { readonly oldest: Cursor; readonly count: number } | undefined;
  /** Positions of articles whose entry changed in place. */
  readonly edited: readonly Cursor[];
}

type Row = Record<string, unknown>;

/** Summarises the changes of one collection; `rows` are in timeline order. */
function collectionChange(key: CollectionKey, rows: readonly Row[]): CollectionChange {
  const moved = rows.filter((row) => row.moved === 1);
  const oldest = moved.at(-1);
  return {
    key,
    moved: oldest && { oldest: cursorOf(oldest), count: moved.length },
    edited: rows.filter((row) => row.moved === 0).map(cursorOf),
  };
}

/** Yields the changes of each collection: all articles, then dates, then terms. */
export function* collectionChanges(catalogue: Catalogue): Generator<CollectionChange> {
  const changes = catalogue.prepare(
    'SELECT sort_key, id, moved FROM changed_entries WHERE kind = ? AND slug = ? ORDER BY sort_key, id',
  );
  const archiveRows = changes.all(wholeArchive, '');
  if (archiveRows.length > 0) yield collectionChange({ of: 'all' }, archiveRows);
  for (const [sortKey, rows] of Map.groupBy(archiveRows, (row) => Number(row.sort_key))) {
    yield collectionChange({ of: 'date', sortKey }, rows);
  }
  for (const key of changedTerms(catalogue)) {
    yield collectionChange(key, changes.all(key.term, key.slug));
  }
}

/** Returns the dates of the articles that were added, removed or have another entry, newest first. */
export const changedDates = (catalogue: Catalogue): readonly ArchiveDate[] =>
  catalogue
    .prepare('SELECT DISTINCT sort_key FROM changed_entries WHERE kind = ? ORDER BY sort_key')
    .all(wholeArchive)
    .map(({ sort_key }) => datePartsOf(Number(sort_key)));

/** Tells whether an article was added, removed or put into other collections. */
export const hasMoved = (catalogue: Catalogue): boolean =>
  catalogue.prepare('SELECT 1 FROM changed_entries WHERE moved = 1 LIMIT 1').get() !== undefined;

/**
 * Returns the changes of the part of a collection that is of one source. Of articles without a source it is all changes
 * of the collection: the log does not tell which had none before.
 */
export function partChange(catalogue: Catalogue, key: CollectionKey): CollectionChange {
  const [kind, slug] = key.of === 'term' ? [key.term, key.slug] : [wholeArchive, ''];
  const source = key.of === 'all' ? undefined : key.source;
  const isOfSource = `EXISTS (SELECT 1 FROM changed_entries AS s WHERE s.kind = 'source' AND s.slug = ? AND s.sort_key = c.sort_key AND s.id = c.id)`;
  const rows = catalogue
    .prepare(
      `SELECT sort_key, id, moved FROM changed_entries AS c WHERE kind = ? AND slug = ?${
        key.of === 'date' ? ' AND sort_key = ?' : ''
      }${source ? ` AND ${isOfSource}` : ''} ORDER BY sort_key, id`,
    )
    .all(kind, slug, ...(key.of === 'date' ? [key.sortKey] : []), ...(source ? [source] : []));
  return collectionChange(key, rows);
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

/** A position with a changed entry, in the whole archive or among the articles of a source. */
export interface ChangedPosition extends Cursor {
  /** Slug of the source; absent for the whole archive. */
  readonly source?: string;
}

/** Yields the positions at which an article was added or removed, or its entry changed. */
export function* changedPositions(catalogue: Catalogue): Generator<ChangedPosition> {
  const rows = catalogue.prepare(
    "SELECT DISTINCT kind, slug, sort_key, id FROM changed_entries WHERE kind IN (?, 'source')",
  );
  for (const row of rows.all(wholeArchive)) {
    const cursor = cursorOf(row);
    yield row.kind === wholeArchive ? cursor : { ...cursor, source: String(row.slug) };
  }
}

/** Yields the keywords of changed documents, each with the number of changed documents that have it. */
export function* changedKeywords(
  catalogue: Catalogue,
): Generator<{ readonly key: number; readonly documents: number }> {
  const rows = catalogue
    .prepare('SELECT keyword, count(*) AS n FROM changed_keywords GROUP BY keyword')
    .all();
  for (const { keyword, n } of rows) yield { key: Number(keyword), documents: Number(n) };
}

/** Returns the output paths that articles no longer have; another article may have one of them now. */
export const vacatedPaths = (catalogue: Catalogue): readonly string[] =>
  catalogue
    .prepare('SELECT output_path FROM vacated_paths')
    .all()
    .map(({ output_path }) => String(output_path));

/** A changed document of the archive, with the output path of its page. */
export interface DirtyDocument {
  readonly doc: number;
  readonly outputPath: string;
}

/** Returns the documents of the archive that changed since the site was last published. */
export const dirtyDocuments = (catalogue: Catalogue): readonly DirtyDocument[] =>
  catalogue
    .prepare(
      'SELECT doc, output_path FROM documents INDEXED BY dirty_documents WHERE dirty = 1 AND accepted = 1',
    )
    .all()
    .map(({ doc, output_path }) => ({ doc: Number(doc), outputPath: String(output_path) }));

/** The tables of the change log by which pages are found; the keys of texts changed only with a document. */
const tables = ['changed_entries', 'changed_keywords', 'vacated_paths'] as const;

/** Returns the number of recorded changes. */
export const countChanges = (catalogue: Catalogue): number =>
  tables
    .map((table) => Number(catalogue.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n))
    .reduce((sum, n) => sum + n, 0);

/** Tells whether anything has changed since the site was last published. */
export const hasChanges = (catalogue: Catalogue): boolean =>
  [...tables, 'documents WHERE dirty = 1'].some(
    (from) => catalogue.prepare(`SELECT 1 FROM ${from} LIMIT 1`).get() !== undefined,
  );

/** Clears the change log, after the site was published. */
export function forgetChanges(catalogue: Catalogue): void {
  for (const table of [...tables, 'changed_text_keys']) catalogue.exec(`DELETE FROM ${table}`);
  catalogue.exec('UPDATE documents INDEXED BY dirty_documents SET dirty = 0 WHERE dirty = 1');
  catalogue.exec('UPDATE collections SET published_name = name WHERE published_name IS NOT name');
}
