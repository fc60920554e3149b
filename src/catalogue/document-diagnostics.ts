import type { Article } from '../model/article.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { CompiledDocument, DocumentRef } from '../model/document.ts';
import type { Held } from '../model/publication.ts';
import { articleReader } from './article-store.ts';
import type { Catalogue } from './database.ts';
import { diagnosticWriter, stages } from './diagnostics.ts';
import { heldDiagnostic } from './held.ts';

/** Writes the diagnostics of documents. */
export interface DocumentTeller {
  /** Writes those of reading a document, and why it is held or withdrawn. */
  tell(document: CompiledDocument, held: Held | undefined): void;
  /** Writes why a document is held; a record without a line of its own in the mark is named by that of its article. */
  tellHeld(ref: DocumentRef, held: Held, article: () => Article): void;
}

/**
 * Returns a writer of the diagnostics of documents.
 *
 * @param asOf the day on which the archive is shown; undefined where the owner gives none
 */
export function documentTeller(catalogue: Catalogue, asOf: number | undefined): DocumentTeller {
  const write = diagnosticWriter(catalogue);
  const store = articleReader(catalogue);
  function tellHeld(ref: DocumentRef, held: Held, article: () => Article): void {
    const isRecord = ref.ordinal > 0 && held.mark.line === undefined;
    const line = isRecord ? article().provenance.record?.line : undefined;
    const mark = line === undefined ? held.mark : { ...held.mark, line };
    const diagnostic = heldDiagnostic(ref.seed, { ...held, mark }, asOf);
    write(ref, stages.publication, [diagnostic]);
  }
  return {
    tellHeld,
    tell(document, held) {
      const { article, diagnostics } = document;
      write(document, stages.reading, diagnostics);
      if (article?.withdrawn !== undefined) {
        const at = { severity: 'warning', file: document.seed } as const;
        const told: Diagnostic = { ...at, rule: 'held-withdrawn', values: {} };
        write(document, stages.publication, [told]);
      }
      if (article !== undefined && held !== undefined) {
        tellHeld(document, held, () => store.compiled(article).article);
      }
    },
  };
}
