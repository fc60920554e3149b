import type { Diagnostic } from '../model/diagnostic.ts';
import type { CompiledDocument, DocumentRef } from '../model/document.ts';
import { aliasWriter } from './aliases.ts';
import { placeIn, placeValues } from './article-store.ts';
import { bulkInsert, rowOfWidth } from './bulk-insert.ts';
import type { Catalogue } from './database.ts';
import { diagnosticWriter, stages } from './diagnostics.ts';
import { insertColumns, insertValues } from './document-columns.ts';
import { documentTeller } from './document-diagnostics.ts';
import { largeIndexes } from './document-indexes.ts';
import { finishLoading } from './finish-loading.ts';
import { hashSet } from './hash-set.ts';
import { heldOn } from './held.ts';
import { markKeywords } from './keyword-table.ts';
import { setMeta } from './meta.ts';
import { pictureUseWriter } from './pictures.ts';
import { spoolOf } from './spool.ts';

/** Stages whose diagnostics a scan writes, before anything is read. */
const scanStages = `${stages.walk}, ${stages.table}`;

/** Tells whether a catalogue has no trace of a document, so that nothing of it must be looked up or replaced. */
export const hasNothingRead = (catalogue: Catalogue): boolean =>
  ['documents', 'seeds', `diagnostics WHERE stage NOT IN (${scanStages})`].every(
    (table) => catalogue.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() === undefined,
  );

/**
 * Loads the documents of a catalogue that has none: in rows of many to a statement, without a look-up. Meanwhile the
 * table has no large indexes, and the tables of terms and keywords lack them; `finish` makes them from all rows, in order. A
 * build that is killed before leaves the mark by which the next one does that (`completeLoading`).
 */
export interface DocumentLoader {
  /**
   * Adds a document. Of two that claim the same id or output path, the later one waits, and so does one whose hash is
   * that of another: `resolveConflicts` compares them exactly.
   *
   * @returns false for a document that may be there already, which is not added
   */
  put(document: CompiledDocument): boolean;
  /** Tells whether a document may have been added. */
  mayHave(ref: DocumentRef): boolean;
  /** Writes why a seed cannot be read. */
  keep(seed: string, diagnostics: readonly Diagnostic[]): void;
  /** Inserts the rows that wait, before a commit. */
  flush(): void;
  /** Inserts the rows that wait, and makes what the catalogue lacks. */
  finish(): void;
}

/**
 * Begins to load documents into a catalogue that has none. Must run in a transaction.
 *
 * @param asOf the day on which the archive is shown; undefined where the owner gives none
 */
export function documentLoader(catalogue: Catalogue, asOf: number | undefined): DocumentLoader {
  for (const { name } of largeIndexes) catalogue.exec(`DROP INDEX ${name}`);
  setMeta(catalogue, 'loading', 'yes');
  markKeywords(catalogue);
  const columns = ['doc', ...insertColumns];
  const rows = bulkInsert(
    ...([catalogue, `INSERT INTO documents (${columns.join(', ')}) VALUES`] as const),
    rowOfWidth(columns.length),
  );
  const bodies = bulkInsert(catalogue, 'INSERT INTO bodies VALUES', rowOfWidth(6));
  const signatures = bulkInsert(catalogue, 'INSERT INTO signatures VALUES', rowOfWidth(2));
  const putMarks = catalogue.prepare('INSERT INTO publication VALUES (?, ?)');
  const aliases = aliasWriter(catalogue);
  const pictures = pictureUseWriter(catalogue);
  const { tell } = documentTeller(catalogue, asOf);
  const spool = spoolOf(catalogue);
  const writeDiagnostics = diagnosticWriter(catalogue);
  const known = hashSet();
  const keyOf = ({ seed, ordinal }: DocumentRef): string => `at ${ordinal} ${seed}`;
  let last = 0;

  function flush(): void {
    for (const insert of [rows, bodies, signatures]) insert.flush();
  }
  /** Tells whether an article gets its id and its output path, which no article before it has. */
  function claim(id: string, pathKey: string): boolean {
    const claims = [`id ${id}`, `path ${pathKey}`];
    if (claims.some(known.mayHave)) return false;
    claims.forEach(known.add);
    return true;
  }
  return {
    put(document) {
      const { article } = document;
      if (known.add(keyOf(document))) return false;
      const held = article && heldOn(article.publication, article.sortKey, asOf);
      tell(document, held);
      if (article === undefined) return true;
      const wanted = !article.refused && held === undefined;
      const accepted = wanted && claim(article.id, article.pathKey);
      last += 1;
      const doc = last;
      rows.add([
        doc,
        ...insertValues(document, article, { accepted, held: held?.state, dirty: 0 }),
      ]);
      bodies.add([doc, ...placeValues(placeIn(spool, article.article, article.original))]);
      if (article.signature !== undefined) signatures.add([doc, article.signature]);
      if (article.publication !== undefined) putMarks.run(doc, JSON.stringify(article.publication));
      aliases.add(doc, article.aliases);
      pictures.add(doc, article.pictures ?? []);
      return true;
    },
    mayHave: (ref) => known.mayHave(keyOf(ref)),
    keep: (seed, reasons) => writeDiagnostics({ seed, ordinal: 0 }, stages.reading, reasons),
    flush,
    finish() {
      flush();
      finishLoading(catalogue);
    },
  };
}
