import type { ChangeLog, ListedDocument } from './changes.ts';
import type { Catalogue } from './database.ts';

/** Keeps the terms and keywords of the archive's documents, by which collections and related articles are found. */
export interface CollectionIndex {
  /** Adds a document that has come into the archive. */
  add(listed: ListedDocument): void;
  /** Removes a document that has left the archive, and its address. */
  remove(listed: ListedDocument): void;
  /** Replaces what listings show of a document that is in the archive. */
  replace(before: ListedDocument, now: ListedDocument): void;
}

/** Returns the index of a catalogue, which notes in `log` what listings will show otherwise. */
export function collectionIndex(catalogue: Catalogue, log: ChangeLog): CollectionIndex {
  const insertTerm = catalogue.prepare('INSERT OR IGNORE INTO terms VALUES (?, ?, ?, ?, ?, ?)');
  const deleteTerm = catalogue.prepare(
    'DELETE FROM terms WHERE kind = ? AND slug = ? AND age = ? AND id = ?',
  );
  const insertKeyword = catalogue.prepare('INSERT OR IGNORE INTO keywords VALUES (?, ?)');
  const deleteKeyword = catalogue.prepare('DELETE FROM keywords WHERE term = ? AND doc = ?');

  function addTerms({ doc, age, id, terms }: ListedDocument): void {
    for (const { kind, slug, name } of terms) insertTerm.run(kind, slug, age, id, doc, name);
  }
  function removeTerms({ age, id, terms }: ListedDocument): void {
    for (const { kind, slug } of terms) deleteTerm.run(kind, slug, age, id);
  }
  function addKeywords({ doc, keywords }: ListedDocument): void {
    for (const key of keywords) insertKeyword.run(key, doc);
  }
  function removeKeywords({ doc, keywords }: ListedDocument): void {
    for (const key of keywords) deleteKeyword.run(key, doc);
  }

  return {
    add(listed) {
      addTerms(listed);
      addKeywords(listed);
      log.moved(listed);
    },
    remove(listed) {
      removeTerms(listed);
      removeKeywords(listed);
      log.moved(listed);
      log.left(listed.outputPath);
    },
    replace(before, now) {
      if (JSON.stringify(before.keywords) !== JSON.stringify(now.keywords)) {
        removeKeywords(before);
        addKeywords(now);
        log.keywordsChanged(now.doc, [...before.keywords, ...now.keywords]);
      }
      if (before.age !== now.age || JSON.stringify(before.terms) !== JSON.stringify(now.terms)) {
        removeTerms(before);
        addTerms(now);
        log.moved(before);
        log.moved(now);
      } else if (before.entry !== now.entry) log.edited(now);
    },
  };
}
