import type { Catalogue } from './database.ts';

/**
 * Fills the table of terms from those of the archive's documents, in order, which takes a third of the time of inserting
 * those of each document as it is read. Must run in a transaction.
 */
export function rebuildTerms(catalogue: Catalogue): void {
  catalogue.exec(`
    DELETE FROM terms;
    INSERT OR IGNORE INTO terms
      SELECT term.value ->> 'kind' AS kind, term.value ->> 'slug' AS slug, sort_key, documents.id, doc, term.value ->> 'name'
      FROM documents CROSS JOIN json_each(documents.terms) AS term
      WHERE accepted = 1 ORDER BY 1, 2, sort_key, documents.id, term.key;
  `);
}
