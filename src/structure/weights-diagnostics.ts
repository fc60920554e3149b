import type { Diagnostic } from '../model/diagnostic.ts';
import { weightsProblem } from './learned/load-weights.ts';

/**
 * Tells once, not for each text, that recovery works without the program's weights.
 *
 * @returns A warning where their file is damaged or cannot be read.
 */
export function weightsDiagnostics(): readonly Diagnostic[] {
  const problem = weightsProblem();
  if (problem === undefined) return [];
  const at = { severity: 'warning', file: 'weights.bin' } as const;
  return [{ ...at, rule: 'weights-unusable', values: { problem } }];
}
