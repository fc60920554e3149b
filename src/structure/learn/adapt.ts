import { isSpace } from '../../arabic/letters.ts';
import type { Adaptation } from '../../model/learned-headings.ts';
import type { Span } from '../../model/structure.ts';
import { logarithm, sigmoid } from '../odds.ts';

/** A possible heading and its probability. */
export interface PossibleHeading extends Span {
  readonly confidence: number;
}

/**
 * The features of a possible heading besides its log-odds, in the order of `Adaptation.weights`: those
 * in which sources differ. Each is 0 to 1, or up to 2 for its length.
 */
export const learnedFeatures = [
  ...(['one-word', 'length', 'rivals', 'unlike-others', 'definite', 'question', 'quoted'] as const),
  ...(['dense', 'late', 'before-and', 'long-text'] as const),
] as const;

/** Number of features of a possible heading. */
export const featureCount = learnedFeatures.length;

/** Least confidence of a possible heading that an adaptation may raise. */
export const leastAdapted = 0.02;

/** Bounds of a confidence whose log-odds are adapted. */
const [leastConfidence, mostConfidence] = [0.005, 0.995];

/** Code units of a text that counts as long. */
const longText = 8000;

/**
 * Returns the log-odds of a probability.
 *
 * @param probability A probability.
 * @returns Its log-odds, bounded on both sides.
 */
export function boundedLogOdds(probability: number): number {
  const within = Math.min(mostConfidence, Math.max(leastConfidence, probability));
  return logarithm(within / (1 - within));
}

/** Counts the words of a short span: runs of other characters than white space. */
function countWords(text: string, { start, end }: Span): number {
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const isStart =
      !isSpace(text.charCodeAt(at)) && (at === start || isSpace(text.charCodeAt(at - 1)));
    if (isStart) count += 1;
  }
  return count;
}

/** Tells whether the next word after a span begins with «و». */
function isBeforeAnd(text: string, end: number): boolean {
  let at = end;
  while (at < end + 4 && /[\s:؟?!"»”)]/.test(text.charAt(at))) at += 1;
  return text[at] === 'و';
}

/**
 * Returns the features of the possible headings of a text.
 *
 * @param text The whole text.
 * @param range The flattened span of it.
 * @param headings Its possible headings, in order.
 * @returns A row of `featureCount` numbers for each heading. Linear in the number of headings.
 */
export function learnedRows(
  text: string,
  { start: from, end: to }: Span,
  headings: readonly PossibleHeading[],
): Float64Array {
  const rows = new Float64Array(headings.length * featureCount);
  const words = headings.map((heading) => countWords(text, heading));
  let [sum, weighted] = [0, 0];
  headings.forEach(({ confidence }, i) => {
    sum += confidence;
    weighted += confidence * (words[i] ?? 0);
  });
  const units = Math.max(1, to - from);
  headings.forEach(({ start, end, confidence }, i) => {
    const own = words[i] ?? 1;
    const others = Math.max(0, sum - confidence);
    const mean = others < 0.05 ? own : (weighted - confidence * own) / others;
    const share = others / (1 + others);
    const source = text.slice(start, end);
    rows.set(
      [
        own === 1 ? 1 : 0,
        Math.min(2, Math.max(0, own - 2) / 4),
        share,
        (share * Math.abs(own - mean)) / (own + mean),
        /^["«“]?ال/.test(source) ? 1 : 0,
        /[؟?]/.test(source) ? 1 : 0,
        /[«»"“”:]/.test(source) ? 1 : 0,
        Math.min(1, (others * 400) / units),
        (start - from) / units,
        isBeforeAnd(text, end) ? 1 : 0,
        Math.min(1, units / longText),
      ],
      i * featureCount,
    );
  });
  return rows;
}

/**
 * Returns the adapted log-odds of a possible heading.
 *
 * @param logOdds Its log-odds by the model.
 * @param rows Features of several headings.
 * @param row The index of this one's.
 * @param adaptation What was learned from the archive.
 * @returns The log-odds in that archive.
 */
export function adapt(
  logOdds: number,
  rows: Float64Array,
  row: number,
  { slope, offset, weights }: Adaptation,
): number {
  let sum = slope * logOdds + offset;
  for (let i = 0; i < featureCount; i += 1) {
    sum += (weights[i] ?? 0) * (rows[row * featureCount + i] ?? 0);
  }
  return sum;
}

/**
 * Adapts the confidence of the possible headings of a flattened text to an archive.
 *
 * @param text The whole text.
 * @param range The flattened span of it.
 * @param headings Its possible headings, in order.
 * @param adaptation What was learned from the archive; undefined where nothing was.
 * @returns The same headings with their confidence in that archive.
 */
export function adaptHeadings<T extends PossibleHeading>(
  text: string,
  range: Span,
  headings: readonly T[],
  adaptation: Adaptation | undefined,
): readonly T[] {
  if (adaptation === undefined) return headings;
  const rows = learnedRows(text, range, headings);
  return headings.map((heading, i) => ({
    ...heading,
    confidence: sigmoid(adapt(boundedLogOdds(heading.confidence), rows, i, adaptation)),
  }));
}
