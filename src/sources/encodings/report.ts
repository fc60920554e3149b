import type { Repair } from '../../model/article.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { EncodingHints, MixedText } from './mixed.ts';

/** Most line ranges listed in one diagnostic; a text with more is not a usable mixture. */
const maxReportedRanges = 8;

/** Where a decoded text is in its file. */
export interface MixedPosition {
  readonly file: string;
  /** Its first line, where it is one record of a seed. */
  readonly line?: number;
  /** Length of the byte-order mark before it. */
  readonly bomLength: number;
  readonly hints: EncodingHints;
}

/** Returns the diagnostics of a text that is not all UTF-8, and the repairs recorded for it. */
export function mixedDiagnostics(
  { guess, ranges, lost }: MixedText,
  { file, line: firstLine, bomLength, hints }: MixedPosition,
): { readonly diagnostics: readonly Diagnostic[]; readonly repairs: readonly Repair[] } {
  const diagnostics: Diagnostic[] = [];
  const repairs: Repair[] = [];
  const at = {
    severity: 'warning',
    file,
    ...(firstLine === undefined ? {} : { line: firstLine }),
  } as const;
  const lineOf = (line: number): number => (firstLine ?? 1) + line - 1;
  const linesIn = (some: MixedText['ranges']): number =>
    some.reduce((sum, { lines }) => sum + lines, 0);
  if (guess !== undefined) {
    const { encoding, isSure, rival } = guess;
    if (!isSure && rival !== undefined) {
      diagnostics.push({ ...at, rule: 'encoding-undecided', values: { encoding, rival } });
    } else if (ranges.length === 0 && hints.declared === undefined) {
      diagnostics.push({ ...at, rule: 'encoding-guessed', values: { encoding } });
    }
    for (const { line, lines } of ranges.slice(0, maxReportedRanges)) {
      const values = { encoding, lines };
      diagnostics.push({ ...at, line: lineOf(line), rule: 'encoding-mixed', values });
    }
    const [next, ...others] = ranges.slice(maxReportedRanges);
    if (next !== undefined) {
      const values = { encoding, lines: linesIn([next, ...others]) };
      diagnostics.push({ ...at, line: lineOf(next.line), rule: 'encoding-mixed', values });
    }
    if (ranges.length > 0)
      repairs.push({ kind: 'mixed-encodings', count: linesIn(ranges), encoding });
  }
  if (lost.count > 0) {
    const values = { offset: bomLength + lost.offset, count: lost.count };
    const position = { ...at, severity: 'error', line: lineOf(lost.line) } as const;
    diagnostics.push({ ...position, rule: 'seed-bytes-lost', values });
    repairs.push({ kind: 'lost-bytes', count: lost.count });
  }
  return { diagnostics, repairs };
}
