import type { Repair } from '../../model/article.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { EncodingHints, MixedText } from './mixed.ts';

/** Most line ranges listed in one diagnostic; a text with more is not a usable mixture. */
const namedRuns = 8;

/** The position of a decoded text. */
export interface MixedPosition {
  readonly file: string;
  /** Its first line, where it is one record of a seed. */
  readonly line?: number;
  /** Length of the byte-order mark before it. */
  readonly mark: number;
  readonly hints: EncodingHints;
}

/** Returns the diagnostics of a text that is not all UTF-8, and the repairs recorded for it. */
export function mixedDiagnostics(
  { guess, runs, lost }: MixedText,
  { file, line: from, mark, hints }: MixedPosition,
): { readonly diagnostics: readonly Diagnostic[]; readonly repairs: readonly Repair[] } {
  const diagnostics: Diagnostic[] = [];
  const repairs: Repair[] = [];
  const at = { severity: 'warning', file, ...(from === undefined ? {} : { line: from }) } as const;
  const lineOf = (line: number): number => (from ?? 1) + line - 1;
  const sum = (some: MixedText['runs']): number => some.reduce((all, { lines }) => all + lines, 0);
  if (guess !== undefined) {
    const { encoding, isSure, rival } = guess;
    if (!isSure && rival !== undefined) {
      diagnostics.push({ ...at, rule: 'encoding-undecided', values: { encoding, rival } });
    } else if (runs.length === 0 && hints.declared === undefined) {
      diagnostics.push({ ...at, rule: 'encoding-guessed', values: { encoding } });
    }
    for (const { line, lines } of runs.slice(0, namedRuns)) {
      const values = { encoding, lines };
      diagnostics.push({ ...at, line: lineOf(line), rule: 'encoding-mixed', values });
    }
    const [next, ...others] = runs.slice(namedRuns);
    if (next !== undefined) {
      const values = { encoding, lines: sum([next, ...others]) };
      diagnostics.push({ ...at, line: lineOf(next.line), rule: 'encoding-mixed', values });
    }
    if (runs.length > 0) repairs.push({ kind: 'mixed-encodings', count: sum(runs), encoding });
  }
  if (lost.count > 0) {
    const values = { offset: mark + lost.offset, count: lost.count };
    const position = { ...at, severity: 'error', line: lineOf(lost.line) } as const;
    diagnostics.push({ ...position, rule: 'seed-bytes-lost', values });
    repairs.push({ kind: 'lost-bytes', count: lost.count });
  }
  return { diagnostics, repairs };
}
