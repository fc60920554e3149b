import type { Span } from '../../model/structure.ts';
import type { TextBlock } from '../assemble.ts';
import { type FoundHeading, recoverFlattened } from '../learned/decode.ts';
import type { Model } from '../learned/model.ts';
import { isCredit } from './heading-words.ts';

/** The headings and breaks recovered in a flattened span. */
export interface CandidateScores {
  /** Possible headings, in order, not overlapping. */
  readonly headings: readonly FoundHeading[];
  /** Offsets of probable paragraph starts, ascending; including those after headings. */
  readonly breaks: readonly number[];
  /** Number of possible headings left out, because there were too many to score them. */
  readonly omitted: number;
}

/** Least confidence of a paragraph break: the highest F1, on the mean of all sets. */
const minBreak = 0.35;

/** A credit in running text has a sign after its first word; «تصوير الفيلم» has none. */
const creditSign = /^\S+\s?[:/–—-]/;

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
 * Analyses a flattened span by the statistical model, which proposes headings and breaks.
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
    // The caller chooses headings by their confidence.
    headings: Number.POSITIVE_INFINITY,
    paragraphs: minBreak,
    listed,
  });
  const breaks = recovered.paragraphs.map((word) =>
    breakOffset(text, range.start + word, range.start),
  );
  const { omitted } = recovered;
  let next = 0;
  const headings = recovered.headings
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
  return { headings, breaks, omitted };
}
