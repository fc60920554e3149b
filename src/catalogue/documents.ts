import type { CompiledArticle, CompiledDocument, DocumentRef } from '../model/document.ts';
import type { ChangeLog, ListedDocument } from './changes.ts';
import { collectionIndex } from './collection-index.ts';
import type { Catalogue } from './database.ts';
import { diagnosticRemover, diagnosticWriter, stages } from './diagnostics.ts';
import { type DocumentRow, documentRows } from './document-rows.ts';

/** Writes what reading gave; one of two documents that claim the same id or address waits. */
export interface DocumentWriter {
  /** Puts a document in the place of the one that was there. */
  put(document: CompiledDocument): void;
  /** Removes a document and the diagnostics of its reading. */
  remove(place: DocumentRef): void;
  /** Removes the documents of a seed, or those after an ordinal, and their diagnostics but for the walk's. */
  drop(seed: string, after?: number): void;
  /** Takes a document into the archive that another was in the way of. */
  accept(doc: number): void;
  /** Takes a document out of the archive that another goes before. */
  refuse(doc: number): void;
}

const listedOf = (
  doc: number,
  { age, id, outputPath, entry, terms, keywords }: CompiledArticle,
): ListedDocument => ({ doc, age, id, outputPath, entry, terms, keywords });

/** Whether an article has the id and the address of a row, which then stays. */
const isSame = (row: DocumentRow, { id, outputPath, refused }: CompiledArticle): boolean =>
  row.id === id && row.outputPath === outputPath && row.refused === refused;

/** Returns a writer of documents, which notes in `log` what listings will show otherwise. */
export function documentWriter(catalogue: Catalogue, log: ChangeLog): DocumentWriter {
  const rows = documentRows(catalogue, log.tracks);
  const index = collectionIndex(catalogue, log);
  const note = diagnosticWriter(catalogue);
  const diagnostics = diagnosticRemover(catalogue);

  function removeRow(row: DocumentRow): void {
    if (row.accepted) index.remove(row);
    rows.remove(row.doc);
  }

  function insertRow({ seed, ordinal, content }: CompiledDocument, article: CompiledArticle): void {
    // Which of two documents keeps an id or an address is decided when all are read.
    const { doc, accepted } = rows.insert({ seed, ordinal }, content, article, !article.refused);
    if (accepted) index.add(listedOf(doc, article));
  }

  function updateRow(
    row: DocumentRow,
    content: string | undefined,
    article: CompiledArticle,
  ): void {
    rows.update(row.doc, content, article);
    if (row.accepted) index.replace(row, listedOf(row.doc, article));
  }

  return {
    put(document) {
      const { content, article } = document;
      const row = rows.at(document);
      diagnostics.removeAt(document, stages.reading);
      note(document, stages.reading, document.diagnostics);
      if (row !== undefined && article !== undefined && isSame(row, article)) {
        updateRow(row, content, article);
        return;
      }
      if (row !== undefined) {
        removeRow(row);
        diagnostics.removeAt(document, stages.claim);
      }
      if (article !== undefined) insertRow(document, article);
    },
    remove(place) {
      const row = rows.at(place);
      diagnostics.removeAt(place, stages.reading);
      if (row === undefined) return;
      removeRow(row);
      diagnostics.removeAt(place, stages.claim);
    },
    drop(seed, after) {
      for (const doc of rows.ofSeed(seed, after)) {
        const row = rows.get(doc);
        if (row !== undefined) removeRow(row);
      }
      diagnostics.removeOfSeed(seed, after);
    },
    accept(doc) {
      rows.setAccepted(doc, true);
      const row = rows.get(doc);
      if (row !== undefined) index.add(row);
    },
    refuse(doc) {
      const row = rows.get(doc);
      if (row !== undefined) index.remove(row);
      rows.setAccepted(doc, false);
    },
  };
}
