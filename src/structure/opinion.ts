import type { Span } from '../model/structure.ts';
import { type Block, remainder } from './assemble.ts';
import { type Recognised, recognise } from './flattened.ts';
import { recoverFlattened } from './learned/decode.ts';
import { loadWeights } from './load-weights.ts';
import { read } from './phrase.ts';

/** What is thought of a stretch of text whose line breaks are lost. */
export interface Opinion {
  /** Phrases that may be headings, in order, not overlapping. */
  readonly headings: readonly Recognised[];
  /** Offsets at which a paragraph likely begins, rising; among them those right behind headings. */
  readonly breaks: readonly number[];
}

/** Least confidence of the model at which a paragraph break is taken: best F1 on dev. */
const leastBreak = 0.44;

/**
 * Weight of the rules' log-odds against the model's. The two were made in different ways and err in
 * different places: together they keep more headings at the same precision than either alone
 * (`bench/structure/README.md`).
 */
const rulesShare = 0.25;

/** A model's confidence below this is not brought over any threshold by the rules. */
const worthAsking = 0.2;

/** What the rules are taken to say of a phrase that they do not offer. */
const unheard = 0.02;

const logOdds = (probability: number): number => {
  const within = Math.min(0.995, Math.max(0.01, probability));
  return Math.log(within / (1 - within));
};

/**
 * The place of a break before a word: also before the signs that open it («"قال»), and before a
 * bullet that stands apart from it («* قال»).
 */
function breakPlace(text: string, word: number, least: number): number {
  let at = word;
  while (at > least && !/[\s.؟!?…:»”)\]]/.test(text.charAt(at - 1))) at -= 1;
  const bullet = /[*•]\s+$/.exec(text.slice(Math.max(least, at - 4), at));
  return bullet === null ? at : at - bullet[0].length;
}

/**
 * Reads a stretch of flattened text: the statistical model finds phrases and breaks, and where it
 * finds a likely heading the rules are heard as well, because they take ten times as long.
 *
 * @param text The whole text.
 * @param range A stretch of it, without white space at either end.
 * @param taken Its parts that the author marked as headings, in order; nothing is offered there.
 * @returns Headings with their confidence, and breaks. Linear in the range's length.
 */
export function opinionOf(text: string, range: Block, taken: readonly Span[]): Opinion {
  const found = recoverFlattened(text.slice(range.start, range.end), loadWeights(), {
    // The headings are chosen by the caller, from both opinions.
    headings: Number.POSITIVE_INFINITY,
    paragraphs: leastBreak,
  });
  const breaks = found.paragraphs.map((word) => breakPlace(text, range.start + word, range.start));
  let next = 0;
  const offered = found.headings
    .map(({ start, end, confidence }) => ({
      start: range.start + start,
      end: range.start + end,
      confidence,
    }))
    .filter(({ start, end }) => {
      // Both lists are in order, so that many marks stay linear.
      while ((taken[next]?.end ?? text.length) <= start) next += 1;
      return (taken[next]?.start ?? text.length) >= end;
    });
  if (!offered.some(({ confidence }) => confidence >= worthAsking)) {
    return { headings: offered, breaks };
  }
  const body = remainder(text, [range], taken);
  const rules = new Map(recognise(read(text, body)).map((phrase) => [phrase.start, phrase]));
  const headings = offered.map(({ start, end, confidence }) => {
    const phrase = rules.get(start);
    const second = phrase?.end === end ? phrase.confidence : unheard;
    const sum = (1 - rulesShare) * logOdds(confidence) + rulesShare * logOdds(second);
    return { start, end, confidence: 1 / (1 + Math.exp(-sum)) };
  });
  return { headings, breaks };
}
