import type { Span } from '../../model/structure.ts';
import { remainder, type TextBlock } from '../assemble.ts';
import { recoverFlattened } from '../learned/decode.ts';
import type { Model } from '../learned/model.ts';
import { logarithm, sigmoid } from '../odds.ts';
import { analyzeText } from './candidates.ts';
import { isCredit } from './heading-words.ts';
import { type RecognizedHeading, recognizeHeadings } from './recognize-headings.ts';

/** The headings and breaks recovered in a flattened span. */
export interface CandidateScores {
  /** Possible headings, in order, not overlapping. */
  readonly headings: readonly RecognizedHeading[];
  /** Offsets of probable paragraph starts, ascending; including those after headings. */
  readonly breaks: readonly number[];
  /** Number of possible headings left out, because there were too many to score them. */
  readonly omitted: number;
}

/** Least confidence of a paragraph break: best F1 on dev. */
const minBreak = 0.44;

/**
 * Weight of the rules' log-odds against the model's. Their errors differ: together they find more
 * headings at the same precision than either alone (`bench/structure/README.md`).
 */
const rulesWeight = 0.25;

/** Model confidence below which the rules cannot lift a phrase over any threshold. */
const minForRules = 0.2;

/** A credit in running text has a sign after its first word; «تصوير الفيلم» has none. */
const creditSign = /^\S+\s?[:/–—-]/;

/** Confidence of the rules assumed for a phrase that they do not propose. */
const unproposed = 0.02;

const logOdds = (probability: number): number => {
  const within = Math.min(0.995, Math.max(0.01, probability));
  return logarithm(within / (1 - within));
};

/**
 * Returns the offset of a break before a word: before its opening punctuation («"قال») and before a
 * detached bullet («* قال»).
 */
function breakOffset(text: string, word: number, least: number): number {
  let at = word;
  while (at > least && !/[\s.؟!?…:»”)\]]/.test(text.charAt(at - 1))) at -= 1;
  const bullet = /[*•]\s+$/.exec(text.slice(Math.max(least, at - 4), at));
  return bullet === null ? at : at - bullet[0].length;
}

/**
 * Analyses a flattened span: the statistical model proposes headings and breaks; where it finds a
 * probable heading, the rules are evaluated too, which take ten times as long.
 *
 * @param text The whole text.
 * @param range A span of it, trimmed.
 * @param taken Its parts that the author marked as headings, in order; nothing is proposed there.
 * @param weights The weights of the model.
 * @param listed Least confidence of a heading; undefined for that of the model.
 * @returns Headings with their confidence, and breaks. Linear in the range's length.
 */
export function scoreCandidates(
  text: string,
  range: TextBlock,
  taken: readonly Span[],
  weights: Model,
  listed?: number,
): CandidateScores {
  const recovered = recoverFlattened(text.slice(range.start, range.end), weights, {
    // The caller chooses headings, from the combined confidence.
    headings: Number.POSITIVE_INFINITY,
    paragraphs: minBreak,
    listed,
  });
  const breaks = recovered.paragraphs.map((word) =>
    breakOffset(text, range.start + word, range.start),
  );
  const { omitted } = recovered;
  let next = 0;
  const proposed = recovered.headings
    .map(({ start, end, confidence }) => ({
      start: range.start + start,
      end: range.start + end,
      confidence,
    }))
    .filter(({ start, end }) => {
      // Both lists are in order, so that the search is linear.
      while ((taken[next]?.end ?? text.length) <= start) next += 1;
      if ((taken[next]?.start ?? text.length) < end) return false;
      const source = text.slice(start, end);
      return !creditSign.test(source) || !isCredit(source);
    });
  if (!proposed.some(({ confidence }) => confidence >= minForRules)) {
    return { headings: proposed, breaks, omitted };
  }
  const body = remainder(text, [range], taken);
  const rules = new Map(
    recognizeHeadings(analyzeText(text, body)).map((phrase) => [phrase.start, phrase]),
  );
  const headings = proposed.map(({ start, end, confidence }) => {
    const phrase = rules.get(start);
    const byRules = phrase?.end === end ? phrase.confidence : unproposed;
    const sum = (1 - rulesWeight) * logOdds(confidence) + rulesWeight * logOdds(byRules);
    return { start, end, confidence: sigmoid(sum) };
  });
  return { headings, breaks, omitted };
}
