import type { Repair } from '../../model/article.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DecodedBytes } from '../encodings/decode.ts';
import { repairDoubleEncoding } from './double-encoding.ts';
import { removeInvisible } from './invisible.ts';
import { repairPresentationForms } from './presentation-forms.ts';
import { hasSuspects, mayBeReversed, mayHaveReversedShapes } from './suspects.ts';
import { type Ordered, repairVisualOrder } from './visual-order.ts';

/** A text after repair. */
export interface Repaired {
  readonly text: string;
  readonly repairs: readonly Repair[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the text certainly has no control characters: it contains no suspects. */
  readonly isClean: boolean;
}

/** The position of a text in its file. */
export interface RepairPosition {
  readonly file: string;
  /** Number of its first line. */
  readonly line: number;
  /** Whether its lines are those of the file; in a record all are on its first line. */
  readonly hasLines: boolean;
}

/** Returns the number of the line at an offset of a text, from 1. */
const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** The replacement character, which programs write for what they could not decode. */
const replacement = '\ufffd';

const none: readonly never[] = [];

/** Passes of the repair of double encoding; the second is for text encoded three times. */
const rounds = 2;

/**
 * Repairs damage that programs did to a text, where it is certain, and reports it. A sound text is
 * returned unchanged. Pure; never throws.
 *
 * @param isStrange whether the text has suspects, where that is known
 */
export function repairText(
  received: string,
  { file, line: from, hasLines }: RepairPosition,
  isStrange: boolean = hasSuspects(received),
): Repaired {
  if (!isStrange && !mayBeReversed(received)) {
    return { text: received, repairs: none, diagnostics: none, isClean: true };
  }
  const repairs: Repair[] = [];
  const diagnostics: Diagnostic[] = [];
  const placed = (line: number) =>
    ({ severity: 'warning', file, line: hasLines ? from + line - 1 : from }) as const;
  let text = received;
  if (isStrange) {
    const doubled = new Set<number>();
    for (let round = 0; round < rounds; round += 1) {
      const { text: once, lines } = repairDoubleEncoding(text);
      if (lines.length === 0) break;
      text = once;
      for (const line of lines) doubled.add(line);
    }
    const [first] = [...doubled].sort((a, b) => a - b);
    if (first !== undefined) {
      repairs.push({ kind: 'double-encoding', count: doubled.size });
      const values = { lines: doubled.size };
      diagnostics.push({ ...placed(first), rule: 'text-double-encoding', values });
    }
  }
  const asIs: Ordered = { text, lines: [], doubtful: undefined };
  const maybe = mayBeReversed(text) || (isStrange && mayHaveReversedShapes(text));
  const { text: ordered, lines, doubtful } = maybe ? repairVisualOrder(text) : asIs;
  if (lines[0] !== undefined) {
    repairs.push({ kind: 'visual-order', count: lines.length });
    const values = { lines: lines.length };
    diagnostics.push({ ...placed(lines[0]), rule: 'text-visual-order', values });
  } else if (doubtful !== undefined) {
    diagnostics.push({ ...placed(doubtful), rule: 'text-order-doubtful', values: {} });
  }
  text = ordered;
  const letters = repairPresentationForms(text);
  if (letters.count > 0) {
    repairs.push({ kind: 'presentation-forms', count: letters.count });
    const values = { count: letters.count };
    const position = placed(lineAt(text, letters.first));
    diagnostics.push({ ...position, rule: 'text-presentation-forms', values });
  }
  const visible = removeInvisible(letters.text);
  if (visible.count > 0) {
    repairs.push({ kind: 'invisible-characters', count: visible.count });
    const values = { count: visible.count };
    const position = placed(lineAt(letters.text, visible.first));
    diagnostics.push({ ...position, rule: 'text-invisible', values });
  }
  const losses = isStrange ? visible.text.split(replacement).length - 1 : 0;
  if (losses > 0) {
    const position = placed(lineAt(visible.text, visible.text.indexOf(replacement)));
    diagnostics.push({ ...position, rule: 'text-replacements', values: { count: losses } });
  }
  return { text: visible.text, repairs, diagnostics, isClean: false };
}

/** Repairs the text of a whole file; losses already reported in decoding are not reported again. */
export function repairDecoded(
  { text, repairs: before = [], isPlain }: Pick<DecodedBytes, 'text' | 'repairs' | 'isPlain'>,
  file: string,
): Repaired {
  const found = repairText(text, { file, line: 1, hasLines: true }, !isPlain);
  if (before.length === 0) return found;
  const isTold = before.some(({ kind }) => kind === 'lost-bytes');
  return {
    ...found,
    repairs: [...before, ...found.repairs],
    diagnostics: found.diagnostics.filter(({ rule }) => !isTold || rule !== 'text-replacements'),
  };
}
