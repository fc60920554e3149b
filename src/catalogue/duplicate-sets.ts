import { keepRecent } from '../model/recent.ts';
import type { Catalogue } from './database.ts';
import { documentNumbers } from './document-numbers.ts';

/**
 * Sets of documents with nearly the same text. Each set is stored once, and the column `duplicates` of its documents
 * has its number: a text that sixty articles have is then one list of sixty numbers, not sixty.
 */

/** Sets whose documents are kept in each of two generations; most have two documents. */
const keptSets = 4096;

/** Returns a function that returns the documents of a set, in ascending order; none for NULL. */
export function setReader(catalogue: Catalogue): (set: unknown) => readonly number[] {
  const find = catalogue.prepare('SELECT docs FROM duplicate_sets WHERE number = ?');
  const documentsOf = keepRecent(keptSets, (number: number) =>
    documentNumbers(find.get(number)?.docs),
  );
  // As for most documents.
  const none: readonly number[] = [];
  return (set) => (set === null || set === undefined ? none : documentsOf(Number(set)));
}

/** Stores sets. */
export interface SetWriter {
  /** Returns the number of the set of these documents, which must be in ascending order. */
  numberOf(docs: readonly number[]): number;
  /** Removes sets that no document has any more. */
  removeUnused(numbers: Iterable<number>): void;
}

/** Returns a writer of sets. */
export function setWriter(catalogue: Catalogue): SetWriter {
  const find = catalogue.prepare('SELECT number FROM duplicate_sets WHERE docs = ?');
  const insert = catalogue.prepare('INSERT INTO duplicate_sets (docs) VALUES (?)');
  const remove = catalogue.prepare(
    'DELETE FROM duplicate_sets WHERE number = ?1 AND NOT EXISTS (SELECT 1 FROM documents WHERE duplicates = ?1)',
  );
  return {
    numberOf(docs) {
      const list = docs.join(' ');
      return Number(find.get(list)?.number ?? insert.run(list).lastInsertRowid);
    },
    removeUnused(numbers) {
      for (const number of numbers) remove.run(number);
    },
  };
}
