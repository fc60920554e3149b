import type { Diagnostic } from '../model/diagnostic.ts';
import type { DocumentRef } from '../model/document.ts';
import type { Catalogue } from './database.ts';

/**
 * The stages that diagnostics come from: the walk, reading a document, claiming an id, splitting a seed into
 * records, resolving links, holding an article back, granting aliases, reading a table of metadata, comparing texts.
 */
export const stages = {
  ...{ walk: 0, reading: 1, claim: 2, records: 3, links: 4, publication: 5, address: 6, table: 7 },
  texts: 8,
} as const;

/** Writes the diagnostics of a document in order, numbered from `first`. */
export type DiagnosticRecorder = (
  ref: DocumentRef,
  stage: number,
  diagnostics: readonly Diagnostic[],
  first?: number,
) => void;

/** Returns a function that writes diagnostics. */
export function diagnosticWriter(catalogue: Catalogue): DiagnosticRecorder {
  const insert = catalogue.prepare(
    'INSERT OR REPLACE INTO diagnostics VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  return ({ seed, ordinal }, stage, diagnostics, first = 0) => {
    diagnostics.forEach((diagnostic, n) => {
      const { severity, rule } = diagnostic;
      insert.run(seed, ordinal, stage, first + n, severity, rule, JSON.stringify(diagnostic));
    });
  };
}

/** Stages of which builds remove all diagnostics and write them again. */
const rewrittenStages: readonly number[] = [
  stages.walk,
  stages.claim,
  stages.links,
  stages.address,
];

/** SQL that tells whether the stage of a diagnostic is one of these, which an index has. */
export const isRewritten = `stage IN (${rewrittenStages.join(', ')})`;

/** Removes all diagnostics of a stage. */
export function removeStage(catalogue: Catalogue, stage: number): void {
  const indexed = rewrittenStages.includes(stage) ? ` AND ${isRewritten}` : '';
  catalogue.prepare(`DELETE FROM diagnostics WHERE stage = ?${indexed}`).run(stage);
}

/** Removes diagnostics of seeds. */
export interface DiagnosticRemover {
  /** Removes those of a stage at one document. */
  removeAt(ref: DocumentRef, stage: number): void;
  /** Removes those of a stage at every document of a seed. */
  removeStageOf(seed: string, stage: number): void;
  /** Removes those of every stage but the walk at every document of a seed, or at those after an ordinal. */
  removeOfSeed(seed: string, after: number | undefined): void;
}

/** Returns a remover of diagnostics. */
export function diagnosticRemover(catalogue: Catalogue): DiagnosticRemover {
  const at = catalogue.prepare(
    'DELETE FROM diagnostics WHERE seed = ? AND ordinal = ? AND stage = ?',
  );
  const stageOf = catalogue.prepare('DELETE FROM diagnostics WHERE seed = ? AND stage = ?');
  const ofSeed = catalogue.prepare(
    `DELETE FROM diagnostics WHERE seed = ? AND stage <> ${stages.walk}`,
  );
  const ofSeedAfter = catalogue.prepare(
    `DELETE FROM diagnostics WHERE seed = ? AND ordinal > ? AND stage <> ${stages.walk}`,
  );
  return {
    removeAt: ({ seed, ordinal }, stage) => void at.run(seed, ordinal, stage),
    removeStageOf: (seed, stage) => void stageOf.run(seed, stage),
    removeOfSeed: (seed, after) =>
      void (after === undefined ? ofSeed.run(seed) : ofSeedAfter.run(seed, after)),
  };
}
