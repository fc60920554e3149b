import type { Diagnostic } from '../model/diagnostic.ts';
import { knownProblem, weightsProblem } from './learned/load-weights.ts';

/**
 * Tells once, not for each text, that recovery works without the program's weights.
 *
 * @param isAllKnown Whether this thread has read them if any text needed them; by default their file is read where it was not.
 * @returns A warning where their file is damaged or cannot be read.
 */
export function weightsDiagnostics(isAllKnown = false): readonly Diagnostic[] {
  const problem = isAllKnown ? knownProblem() : weightsProblem();
  if (problem === undefined) return [];
  const at = { severity: 'warning', file: 'weights.bin' } as const;
  return [{ ...at, rule: 'weights-unusable', values: { problem } }];
}
