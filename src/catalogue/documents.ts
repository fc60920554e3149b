import type { Diagnostic } from '../model/diagnostic.ts';
import type { CompiledArticle, CompiledDocument, DocumentRef } from '../model/document.ts';
import type { Held } from '../model/publication.ts';
import { articleReader } from './article-store.ts';
import type { ChangeLog, ListedDocument } from './changes.ts';
import { collectionIndex } from './collection-index.ts';
import type { Catalogue } from './database.ts';
import { diagnosticRemover, diagnosticWriter, stages } from './diagnostics.ts';
import { documentTeller } from './document-diagnostics.ts';
import { type DocumentRow, documentRows } from './document-rows.ts';
import { heldOn } from './held.ts';
import { signatureWriter } from './signatures.ts';

/** Writes compiled documents; of two that claim the same id or output path, the later one waits. */
export interface DocumentWriter {
  /** Writes a document, replacing the one at the same seed and ordinal. */
  put(document: CompiledDocument): void;
  /** Keeps what a seed gave when it was last read, with the diagnostics of why it cannot be read now. */
  keep(seed: string, diagnostics: readonly Diagnostic[]): void;
  /** Removes a document and the diagnostics of its reading. */
  remove(ref: DocumentRef): void;
  /** Removes the documents of a seed, or those after an ordinal, and their diagnostics except the walk's. */
  drop(seed: string, after?: number): void;
  /** Adds a waiting document to the archive. */
  accept(doc: number): void;
  /** Removes a document from the archive because another one has precedence. */
  refuse(doc: number): void;
  /** Holds a document back in a state, or lets it wait for its claims; writes why it is held. */
  hold(ref: DocumentRef & { readonly doc: number }, held: Held | undefined): void;
}

const listedOf = (
  doc: number,
  { sortKey, id, outputPath, entry, terms, keywords }: CompiledArticle,
): ListedDocument => ({ doc, sortKey, id, outputPath, entry, terms, keywords });

/** Tells whether an article has the id and output path of a row, so that the row can be updated in place. */
const isUpdate = (
  row: DocumentRow,
  { id, outputPath, refused, plainPath }: CompiledArticle,
  held: Held | undefined,
): boolean =>
  row.id === id &&
  row.outputPath === outputPath &&
  row.refused === refused &&
  row.plainPath === plainPath &&
  row.held === held?.state;

/**
 * Returns a writer of documents; changes of listed data are recorded in `log`.
 *
 * @param asOf the day on which the archive is shown; undefined where the owner gives none
 */
export function documentWriter(
  catalogue: Catalogue,
  log: ChangeLog,
  asOf?: number,
): DocumentWriter {
  const rows = documentRows(catalogue, log.tracks);
  const index = collectionIndex(catalogue, log);
  const signatures = signatureWriter(catalogue, log.tracks);
  const writeDiagnostics = diagnosticWriter(catalogue);
  const diagnostics = diagnosticRemover(catalogue);
  const store = articleReader(catalogue);
  const { tell, tellHeld } = documentTeller(catalogue, asOf);

  function removeRow(row: DocumentRow): void {
    if (row.accepted) index.remove(row);
    // Its pages are no article's, so that only this shows that they must be planned again.
    if (row.plainPath !== undefined) {
      log.vacated(row.outputPath);
      log.vacated(row.plainPath);
    }
    rows.remove(row.doc);
  }

  function insertRow(
    { seed, ordinal, contentHash }: CompiledDocument,
    article: CompiledArticle,
    held: Held | undefined,
  ): void {
    // `resolveConflicts` decides conflicts after all documents are read.
    const { doc, accepted } = rows.insert({ seed, ordinal }, contentHash, article, held?.state);
    if (accepted) index.add(listedOf(doc, article));
  }

  function updateRow(
    row: DocumentRow,
    contentHash: string | undefined,
    article: CompiledArticle,
  ): void {
    rows.update(row.doc, contentHash, article);
    signatures.replace(row.doc, article.signature, row.accepted);
    if (row.accepted) index.replace(row, listedOf(row.doc, article));
  }

  return {
    put(document) {
      const { contentHash, article } = document;
      const row = rows.at(document);
      const held = article && heldOn(article.publication, article.sortKey, asOf);
      diagnostics.removeAt(document, stages.reading);
      const wasTold = row?.held !== undefined || row?.plainPath !== undefined;
      if (wasTold) diagnostics.removeAt(document, stages.publication);
      tell(document, held);
      if (row !== undefined && article !== undefined && isUpdate(row, article, held)) {
        updateRow(row, contentHash, article);
        return;
      }
      if (row !== undefined) {
        removeRow(row);
        diagnostics.removeAt(document, stages.claim);
      }
      if (article !== undefined) insertRow(document, article, held);
    },
    keep(seed, reasons) {
      const first = { seed, ordinal: 0 };
      // Without a content hash the seed is read again, and these diagnostics end, when it can be.
      rows.forgetContent(seed);
      diagnostics.removeAt(first, stages.reading);
      writeDiagnostics(first, stages.reading, reasons);
    },
    remove(ref) {
      const row = rows.at(ref);
      diagnostics.removeAt(ref, stages.reading);
      if (row === undefined) return;
      removeRow(row);
      diagnostics.removeAt(ref, stages.claim);
      diagnostics.removeAt(ref, stages.publication);
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
    hold({ doc, ...ref }, held) {
      const row = rows.get(doc);
      if (row === undefined) return;
      diagnostics.removeAt(ref, stages.publication);
      if (held !== undefined) {
        tellHeld(ref, held, () => store.article(doc));
        diagnostics.removeAt(ref, stages.claim);
      }
      if (row.accepted && held !== undefined) {
        index.remove(row);
        rows.setAccepted(doc, false);
      }
      rows.setHeld(doc, held?.state);
    },
  };
}
