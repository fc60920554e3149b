import type { Repair } from '../../model/article.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DecodedBytes } from '../encodings/decode.ts';
import { type RepairedLines, repairDoubleEncoding } from './double-encoding.ts';
import { removeInvisible } from './invisible.ts';
import { repairPresentationForms } from './presentation-forms.ts';
import { hasSuspects, mayBeReversed, mayHaveReversedShapes } from './suspects.ts';
import { type OrderedText, repairVisualOrder } from './visual-order.ts';

/** A repaired text. */
export interface RepairedText {
  readonly text: string;
  readonly repairs: readonly Repair[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the text certainly has no control characters: it contains no suspects. */
  readonly isClean: boolean;
}

/** Where a text is in its file. */
export interface RepairPosition {
  readonly file: string;
  /** Number of its first line. */
  readonly line: number;
  /** Whether its lines are those of the file; in a record all are on its first line. */
  readonly hasLines: boolean;
}

/** Returns the number of the line at an offset of a text, from 1. */
const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** The replacement character, which programs write for undecodable bytes. */
const replacement = '\ufffd';

const noItems: readonly never[] = [];

/** Passes of the repair of double encoding; the second is for text encoded three times. */
const maxRounds = 2;

/** Repairs text encoded two or three times; the lines are those of all passes, in order. */
function repairMultipleEncoding(received: string): RepairedLines {
  const repairedLines = new Set<number>();
  let text = received;
  for (let round = 0; round < maxRounds; round += 1) {
    const { text: decoded, lines } = repairDoubleEncoding(text);
    if (lines.length === 0) break;
    text = decoded;
    for (const line of lines) repairedLines.add(line);
  }
  return { text, lines: [...repairedLines].sort((a, b) => a - b) };
}

/**
 * Repairs certain damage that programs did to a text, and reports it. An undamaged text is returned
 * unchanged. Pure; never throws.
 *
 * @param hasSuspect whether the text has suspects, where that is known
 */
export function repairText(
  received: string,
  { file, line: firstLine, hasLines }: RepairPosition,
  hasSuspect: boolean = hasSuspects(received),
): RepairedText {
  if (!hasSuspect && !mayBeReversed(received)) {
    return { text: received, repairs: noItems, diagnostics: noItems, isClean: true };
  }
  const repairs: Repair[] = [];
  const diagnostics: Diagnostic[] = [];
  const positionOf = (line: number) =>
    ({ severity: 'warning', file, line: hasLines ? firstLine + line - 1 : firstLine }) as const;
  let text = received;
  if (hasSuspect) {
    const decoded = repairMultipleEncoding(text);
    const [first] = decoded.lines;
    if (first !== undefined) {
      text = decoded.text;
      repairs.push({ kind: 'double-encoding', count: decoded.lines.length });
      const values = { lines: decoded.lines.length };
      diagnostics.push({ ...positionOf(first), rule: 'text-double-encoding', values });
    }
  }
  const unchanged: OrderedText = { text, lines: [], doubtful: undefined };
  const mayNeedReorder = mayBeReversed(text) || (hasSuspect && mayHaveReversedShapes(text));
  const {
    text: orderedText,
    lines,
    doubtful,
  } = mayNeedReorder ? repairVisualOrder(text) : unchanged;
  if (lines[0] !== undefined) {
    repairs.push({ kind: 'visual-order', count: lines.length });
    const values = { lines: lines.length };
    diagnostics.push({ ...positionOf(lines[0]), rule: 'text-visual-order', values });
  } else if (doubtful !== undefined) {
    diagnostics.push({ ...positionOf(doubtful), rule: 'text-order-doubtful', values: {} });
  }
  text = orderedText;
  const withLetters = repairPresentationForms(text);
  if (withLetters.count > 0) {
    repairs.push({ kind: 'presentation-forms', count: withLetters.count });
    const values = { count: withLetters.count };
    const at = positionOf(lineAt(text, withLetters.first));
    diagnostics.push({ ...at, rule: 'text-presentation-forms', values });
  }
  const visibleText = removeInvisible(withLetters.text);
  if (visibleText.count > 0) {
    repairs.push({ kind: 'invisible-characters', count: visibleText.count });
    const values = { count: visibleText.count };
    const at = positionOf(lineAt(withLetters.text, visibleText.first));
    diagnostics.push({ ...at, rule: 'text-invisible', values });
  }
  const losses = hasSuspect ? visibleText.text.split(replacement).length - 1 : 0;
  if (losses > 0) {
    const at = positionOf(lineAt(visibleText.text, visibleText.text.indexOf(replacement)));
    diagnostics.push({ ...at, rule: 'text-replacements', values: { count: losses } });
  }
  return { text: visibleText.text, repairs, diagnostics, isClean: false };
}

/** Repairs the text of a whole file; losses already reported in decoding are not reported again. */
export function repairDecoded(
  {
    text,
    repairs: earlierRepairs = [],
    isPlain,
  }: Pick<DecodedBytes, 'text' | 'repairs' | 'isPlain'>,
  file: string,
): RepairedText {
  const repaired = repairText(text, { file, line: 1, hasLines: true }, !isPlain);
  if (earlierRepairs.length === 0) return repaired;
  const isReported = earlierRepairs.some(({ kind }) => kind === 'lost-bytes');
  return {
    ...repaired,
    repairs: [...earlierRepairs, ...repaired.repairs],
    diagnostics: repaired.diagnostics.filter(
      ({ rule }) => !isReported || rule !== 'text-replacements',
    ),
  };
}
