import type { ChangeLog, ListedDocument } from './changes.ts';
import type { Catalogue } from './database.ts';
import { markKeywords } from './keyword-table.ts';
import { signatureWriter } from './signatures.ts';

/** Maintains the tables of terms, keywords and keys of texts, from which collections and related articles are read. */
export interface CollectionIndex {
  /** Adds a document that was added to the archive. */
  add(listed: ListedDocument): void;
  /** Removes a document that was removed from the archive, or lost its output path. */
  remove(listed: ListedDocument): void;
  /** Replaces the listed data of a document of the archive. */
  replace(before: ListedDocument, now: ListedDocument): void;
}

/**
 * Returns the collection index of a catalogue; changes of listed data are recorded in `log`. Where it tracks none,
 * `completeKeywords` must follow.
 */
export function collectionIndex(catalogue: Catalogue, log: ChangeLog): CollectionIndex {
  const insertTerm = catalogue.prepare('INSERT OR IGNORE INTO terms VALUES (?, ?, ?, ?, ?, ?)');
  const deleteTerm = catalogue.prepare(
    'DELETE FROM terms WHERE kind = ? AND slug = ? AND sort_key = ? AND id = ?',
  );
  const insertKeyword = catalogue.prepare('INSERT OR IGNORE INTO keywords VALUES (?, ?)');
  const signatures = signatureWriter(catalogue, log.tracks);
  const deleteKeyword = catalogue.prepare('DELETE FROM keywords WHERE keyword = ? AND doc = ?');

  function addTerms({ doc, sortKey, id, terms }: ListedDocument): void {
    for (const { kind, slug, name } of terms) insertTerm.run(kind, slug, sortKey, id, doc, name);
  }
  function removeTerms({ sortKey, id, terms }: ListedDocument): void {
    for (const { kind, slug } of terms) deleteTerm.run(kind, slug, sortKey, id);
  }
  let isMarked = false;
  /** Tells whether the table of keywords is kept up to date; where it is not, marks that it lacks changes. */
  function keepsKeywords(): boolean {
    if (log.tracks || isMarked) return log.tracks;
    markKeywords(catalogue);
    isMarked = true;
    return false;
  }
  function addKeywords({ doc, keywords }: ListedDocument): void {
    if (!keepsKeywords()) return;
    for (const key of keywords) insertKeyword.run(key, doc);
  }
  function removeKeywords({ doc, keywords }: ListedDocument): void {
    if (!keepsKeywords()) return;
    for (const key of keywords) deleteKeyword.run(key, doc);
  }

  return {
    add(listed) {
      addTerms(listed);
      addKeywords(listed);
      signatures.enter(listed.doc);
      log.moved(listed);
    },
    remove(listed) {
      removeTerms(listed);
      removeKeywords(listed);
      signatures.leave(listed.doc);
      log.moved(listed);
      log.vacated(listed.outputPath);
    },
    replace(before, now) {
      if (JSON.stringify(before.keywords) !== JSON.stringify(now.keywords)) {
        removeKeywords(before);
        addKeywords(now);
        log.keywordsChanged(now.doc, [...before.keywords, ...now.keywords]);
      }
      if (
        before.sortKey !== now.sortKey ||
        JSON.stringify(before.terms) !== JSON.stringify(now.terms)
      ) {
        removeTerms(before);
        addTerms(now);
        log.moved(before);
        log.moved(now);
      } else if (before.entry !== now.entry) log.edited(now);
    },
  };
}
