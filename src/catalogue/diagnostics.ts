import type { Diagnostic } from '../model/diagnostic.ts';
import type { DocumentPlace } from '../model/document.ts';
import type { Catalogue } from './database.ts';

/** The work that a diagnostic comes from: the walk, the reading of a document, the claim to an id, the splitting of a seed into records. */
export const stages = { walk: 0, reading: 1, claim: 2, records: 3 } as const;

/** Returns a function that notes diagnostics at a document's place, in order, numbered from `first`. */
export function diagnosticWriter(
  catalogue: Catalogue,
): (place: DocumentPlace, stage: number, found: readonly Diagnostic[], first?: number) => void {
  const insert = catalogue.prepare(
    'INSERT OR REPLACE INTO diagnostics VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  return ({ seed, ordinal }, stage, found, first = 0) => {
    found.forEach((diagnostic, n) => {
      const { severity, rule } = diagnostic;
      insert.run(seed, ordinal, stage, first + n, severity, rule, JSON.stringify(diagnostic));
    });
  };
}

/** Removes all diagnostics of a stage. */
export const removeStage = (catalogue: Catalogue, stage: number): void =>
  void catalogue.prepare('DELETE FROM diagnostics WHERE stage = ?').run(stage);

/** Returns a function that removes the diagnostics of a stage at any place of a seed. */
export function seedDiagnosticRemover(catalogue: Catalogue): (seed: string, stage: number) => void {
  const remove = catalogue.prepare('DELETE FROM diagnostics WHERE seed = ? AND stage = ?');
  return (seed, stage) => void remove.run(seed, stage);
}
