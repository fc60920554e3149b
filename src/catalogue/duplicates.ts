import type { Entry } from '../model/page.ts';
import { bulkInsert } from './bulk-insert.ts';
import { allDuplicates, duplicateFinder, type ResemblanceOf } from './compare-signatures.ts';
import type { Catalogue } from './database.ts';
import { setReader, setWriter } from './duplicate-sets.ts';
import { type EntryReader, entriesOf } from './entry.ts';
import type { KeywordHolders } from './keyword-columns.ts';
import { rebuildTextKeys } from './signatures.ts';

/** Returns a function that marks documents whose pages, or whose related articles' pages, may show something else. */
function pageMarker(catalogue: Catalogue): (docs: Iterable<number>) => void {
  const mark = catalogue.prepare('UPDATE documents SET dirty = 1 WHERE doc = ?');
  const keywords = catalogue.prepare('SELECT keywords FROM documents WHERE doc = ?');
  const record = catalogue.prepare('INSERT OR IGNORE INTO changed_keywords VALUES (?, ?)');
  return (docs) => {
    for (const doc of docs) {
      mark.run(doc);
      const keys = String(keywords.get(doc)?.keywords ?? '');
      for (const key of keys.split(' ')) if (key !== '') record.run(Number(key), doc);
    }
  };
}

/** Returns the duplicates of the documents that have changed, which may show something else of these. */
function duplicatesOfChanged(catalogue: Catalogue): ReadonlySet<number> {
  const rows = catalogue
    .prepare(
      'SELECT doc, duplicates FROM documents INDEXED BY dirty_documents WHERE dirty = 1 AND accepted = 1 AND duplicates IS NOT NULL',
    )
    .all();
  const documentsOf = setReader(catalogue);
  return new Set(
    rows.flatMap(({ doc, duplicates }) =>
      documentsOf(duplicates).filter((other) => other !== Number(doc)),
    ),
  );
}

/** Records the duplicates of all documents. */
function recordAll(catalogue: Catalogue, resemblanceOf: ResemblanceOf): void {
  rebuildTextKeys(catalogue);
  catalogue.exec(`
    UPDATE documents SET duplicates = NULL WHERE duplicates IS NOT NULL;
    DELETE FROM duplicate_sets;
    CREATE TEMP TABLE found (doc INTEGER PRIMARY KEY, number INTEGER);
  `);
  const { numberOf } = setWriter(catalogue);
  const { add, flush } = bulkInsert(catalogue, 'INSERT INTO found VALUES', '(?, ?)');
  for (const { doc, set } of allDuplicates(catalogue, resemblanceOf, numberOf)) add([doc, set]);
  flush();
  catalogue.exec(`
    UPDATE documents SET duplicates = number FROM found WHERE documents.doc = found.doc;
    DROP TABLE found;
  `);
}

/** Records the duplicates of the documents that share a key with a changed one; marks what shows the changes. */
function recordChanged(catalogue: Catalogue, resemblanceOf: ResemblanceOf): void {
  const { numberOf, removeUnused } = setWriter(catalogue);
  const recorded = catalogue.prepare('SELECT duplicates FROM documents WHERE doc = ?');
  const record = catalogue.prepare('UPDATE documents SET duplicates = ? WHERE doc = ?');
  const changed: number[] = [];
  const former = new Set<number>();
  for (const { doc, duplicates } of duplicateFinder(catalogue, resemblanceOf)()) {
    const number = duplicates.length === 0 ? null : numberOf(duplicates);
    const before = recorded.get(doc)?.duplicates ?? null;
    if (before === number) continue;
    record.run(number, doc);
    changed.push(doc);
    if (before !== null) former.add(Number(before));
  }
  removeUnused(former);
  const markPages = pageMarker(catalogue);
  const ofChanged = duplicatesOfChanged(catalogue);
  markPages(changed);
  markPages(ofChanged);
}

/**
 * Records which articles of the archive have nearly the same text, once all seeds are read. Must run in a transaction.
 *
 * @param tracks whether changes of the archive are recorded: then only articles that share a key with a changed one
 *   are compared, and those whose pages may show something else are marked as changed
 * @param resemblanceOf computes the exact resemblance of the texts of two documents
 */
export function recordDuplicates(
  catalogue: Catalogue,
  tracks: boolean,
  resemblanceOf: ResemblanceOf,
): void {
  if (tracks) recordChanged(catalogue, resemblanceOf);
  else recordAll(catalogue, resemblanceOf);
}

/**
 * Returns a function that returns the entries of the newest of some documents, at most a number. Only these are read:
 * documents with nearly the same text may lie anywhere in the archive.
 *
 * @param compare orders documents as the timeline does, the newest first
 */
export function newestEntries(
  read: EntryReader,
  compare: KeywordHolders['compare'],
): (docs: readonly number[], count: number) => readonly Entry[] {
  // As for most articles.
  const none: readonly Entry[] = [];
  return (docs, count) =>
    docs.length === 0 ? none : entriesOf(read, docs.toSorted(compare).slice(0, count));
}
