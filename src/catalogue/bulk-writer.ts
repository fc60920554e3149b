import type { ChangeLog } from './changes.ts';
import type { Catalogue } from './database.ts';
import { type DocumentWriter, documentWriter } from './documents.ts';
import { documentLoader, hasNothingRead } from './load-documents.ts';

/** Writes the documents of a build. */
export interface BulkWriter extends DocumentWriter {
  /** Inserts the rows that wait, before a commit. */
  flush(): void;
  /** Brings the catalogue up to date with what was put, before it is read. */
  finish(): void;
}

/**
 * Returns a writer of the documents of a build, which loads them as long as the catalogue has none before this build.
 * Must be called in a transaction.
 *
 * @param asOf the day on which the archive is shown; undefined where the owner gives none
 */
export function bulkWriter(catalogue: Catalogue, log: ChangeLog, asOf?: number): BulkWriter {
  const writer = documentWriter(catalogue, log, asOf);
  let loader =
    log.tracks || !hasNothingRead(catalogue) ? undefined : documentLoader(catalogue, asOf);
  function finish(): void {
    loader?.finish();
    loader = undefined;
  }
  /** Returns the writer once nothing is loaded any more. */
  function afterLoading(): DocumentWriter {
    finish();
    return writer;
  }
  return {
    put(document) {
      if (loader?.put(document) !== true) afterLoading().put(document);
    },
    keep(seed, reasons) {
      if (loader === undefined) writer.keep(seed, reasons);
      else loader.keep(seed, reasons);
    },
    remove(ref) {
      if (loader === undefined || loader.mayHave(ref)) afterLoading().remove(ref);
    },
    drop: (seed, after) => afterLoading().drop(seed, after),
    accept: (doc) => afterLoading().accept(doc),
    refuse: (doc) => afterLoading().refuse(doc),
    hold: (document, held) => afterLoading().hold(document, held),
    flush: () => loader?.flush(),
    finish,
  };
}
