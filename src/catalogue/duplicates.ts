import type { Entry } from '../model/page.ts';
import { duplicateFinder, mergeDuplicates, type ResemblanceOf } from './compare-signatures.ts';
import type { Catalogue } from './database.ts';
import { documentNumbers } from './document-numbers.ts';
import { type EntryReader, listedEntries } from './entry.ts';
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
      'SELECT duplicates FROM documents WHERE dirty = 1 AND accepted = 1 AND duplicates IS NOT NULL',
    )
    .all();
  return new Set(rows.flatMap(({ duplicates }) => documentNumbers(duplicates)));
}

/** Records the duplicates of all documents. */
function recordAll(catalogue: Catalogue, resemblanceOf: ResemblanceOf): void {
  rebuildTextKeys(catalogue);
  mergeDuplicates(catalogue, resemblanceOf);
  catalogue.exec(`
    UPDATE documents SET duplicates = NULL
      WHERE duplicates IS NOT NULL AND doc NOT IN (SELECT doc FROM pairs);
    UPDATE documents
      SET duplicates = (SELECT group_concat(other, ' ' ORDER BY other) FROM pairs WHERE doc = documents.doc)
      WHERE doc IN (SELECT doc FROM pairs);
    DROP TABLE pairs;
  `);
}

/** Records the duplicates of the documents that share a key with a changed one; marks what shows the changes. */
function recordChanged(catalogue: Catalogue, resemblanceOf: ResemblanceOf): void {
  const find = duplicateFinder(catalogue, resemblanceOf);
  const recorded = catalogue.prepare('SELECT duplicates FROM documents WHERE doc = ?');
  const record = catalogue.prepare('UPDATE documents SET duplicates = ? WHERE doc = ?');
  const changed: number[] = [];
  for (const { doc, duplicates } of find()) {
    const list = duplicates.length === 0 ? null : duplicates.join(' ');
    if ((recorded.get(doc)?.duplicates ?? null) === list) continue;
    record.run(list, doc);
    changed.push(doc);
  }
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

/** Returns the entries of documents, newest first. */
export function duplicateEntries(read: EntryReader, docs: readonly number[]): readonly Entry[] {
  // As for most articles.
  if (docs.length === 0) return [];
  return listedEntries(read, docs)
    .toSorted((a, b) => a.sortKey - b.sortKey || (a.id < b.id ? -1 : 1))
    .map(({ entry }) => entry);
}
