/**
 * Scores of possible headings in a cascade: the start alone, the linear scorer over every end, then
 * networks and dense features for what remains.
 */
import { headingEndsPerUnit, minHeadingEnds } from '../../model/limits.ts';
import { exponential } from '../odds.ts';
import { agencyAfter } from './dateline.ts';
import { DENSE, denseFeatures } from './dense.ts';
import {
  CLASSES,
  GAP_BREAK,
  GAP_COMMA,
  GAP_NONE,
  GAP_STOP,
  GAPS,
  VALUE_BITS,
  WEIGHT_BITS,
} from './encoder-shape.ts';
import { type LinearScorer, portableScorer, type ScoredEnds } from './linear.ts';
import type { Model } from './model.ts';
import { MAX_WORDS, mayStart } from './spans.ts';
import type { Tokens } from './tokens.ts';

/** Least probability of any heading for a start to remain. */
const SURVIVE = 0.008;
/** Share of a start's probability that an end must have. */
const END_SHARE = 0.03;

/** A start that remains after the cascade. */
export interface CandidateStart {
  readonly s: number;
  /** Lengths of its spans in words, less one. */
  readonly ends: readonly number[];
  /** Dense features of the spans, concatenated. */
  readonly features: Float32Array;
}

const logit = new Float64Array(MAX_WORDS);
const both = new Float64Array(MAX_WORDS);
const right = new Float64Array(MAX_WORDS);
const starts = new Float64Array(GAPS);
const breaks = new Float64Array(GAPS);
const commas = new Float64Array(GAPS);
const heads = new Float64Array(MAX_WORDS);
/** Value of one unit of the encoder's scores of gaps. */
const UNIT = 1 / (1 << (WEIGHT_BITS + VALUE_BITS));

/** Runs all steps on one start; undefined where no end remains. */
function scoreStart(
  m: Model,
  linear: LinearScorer,
  t: Tokens,
  s: number,
  prev: number,
): CandidateStart | undefined {
  linear.readEnds(t, s, prev);
  const { ends } = linear;
  if (ends.count === 0) return undefined;
  let top = 0;
  for (let c = 0; c < ends.count; c++) top = Math.max(top, ends.logit[c] as number);
  let sum = exponential(-top);
  const none = sum;
  for (let c = 0; c < ends.count; c++) sum += exponential((ends.logit[c] as number) - top);
  const any = (sum - none) / sum;
  if (any < SURVIVE) return undefined;
  const agency = agencyAfter(t, s);
  keepBefore(ends, agency - s - 1);
  if (ends.count === 0) return undefined;
  return survivingStart(m, ends, t, s, prev, agency, top, sum, none / sum, any);
}

/** Drops the ends from number `limit` on: those at or behind the place of a dateline. */
function keepBefore(ends: ScoredEnds, limit: number): void {
  while (ends.count > 0 && (ends.k[ends.count - 1] as number) >= limit) ends.count -= 1;
}

/** Returns the encoder's third highest score of an end: the three best remain, whatever the linear scorer says. */
function leastGap(ends: ScoredEnds): number {
  let [first, second, third] = [-1e9, -1e9, -1e9];
  for (let c = 0; c < ends.count; c++) {
    const score = gapAfter(ends.k[c] as number);
    if (score > first) [first, second, third] = [score, first, second];
    else if (score > second) [second, third] = [score, second];
    else if (score > third) third = score;
  }
  return third;
}

/** Returns the encoder's score of a sentence or paragraph end after a span of `k + 1` words. */
function gapAfter(k: number): number {
  return Math.max(starts[k + 1] as number, breaks[k + 1] as number);
}

/** Runs the encoder and computes dense features for a start that passed the linear scorer. */
function survivingStart(
  m: Model,
  ends: ScoredEnds,
  t: Tokens,
  s: number,
  prev: number,
  agency: number,
  top: number,
  sum: number,
  none: number,
  any: number,
): CandidateStart {
  logit.fill(-30);
  both.fill(-9);
  right.fill(-9);
  for (let c = 0; c < ends.count; c++) {
    const k = ends.k[c] as number;
    logit[k] = ends.logit[c] as number;
    both[k] = ends.both[c] as number;
    right[k] = ends.right[c] as number;
  }
  readGaps(m, t, s);
  const least = leastGap(ends);
  const chosen: number[] = [];
  for (let c = 0; c < ends.count; c++) {
    const k = ends.k[c] as number;
    const isLikely = exponential((logit[k] as number) - top) / sum >= END_SHARE * any;
    if (isLikely || gapAfter(k) >= least) chosen.push(k);
  }
  const gaps = Math.min(
    (ends.k[ends.count - 1] as number) + 1,
    (chosen[chosen.length - 1] as number) + 3,
  );
  heads.fill(-30);
  for (const k of chosen) heads[k] = m.encoder.scoreSpan(m.head, k);
  const scores = { s, prev, logit, none, both, right, starts, breaks, commas, heads, gaps, agency };
  const features = new Float32Array(chosen.length * DENSE);
  for (let c = 0; c < chosen.length; c++)
    denseFeatures(t, scores, chosen[c] as number, features, c * DENSE);
  return { s, ends: chosen, features };
}

/** Writes the encoder's scores of the gap before word `s` and of those after it. */
function readGaps(m: Model, t: Tokens, s: number): void {
  m.encoder.encode(t, s);
  const { gaps } = m.encoder;
  for (let j = 0; j < GAPS; j++) {
    const at = j * CLASSES;
    const none = gaps[at + GAP_NONE] as number;
    commas[j] = ((gaps[at + GAP_COMMA] as number) - none) * UNIT;
    starts[j] = ((gaps[at + GAP_STOP] as number) - none) * UNIT;
    breaks[j] = ((gaps[at + GAP_BREAK] as number) - none) * UNIT;
  }
}

/** The possible headings of a text. */
export interface Candidates {
  readonly candidates: CandidateStart[];
  readonly sentences: number;
  /** Starts of possible headings in a text that has too many; then it has no candidates. */
  readonly omitted: number;
}

/** Returns all possible headings of a text with their features, and the number of sentences. */
export function findCandidates(
  m: Model,
  t: Tokens,
  linear: LinearScorer = portableScorer(m),
): Candidates {
  const candidates: CandidateStart[] = [];
  const most = minHeadingEnds + headingEndsPerUnit * (t.end[t.count - 1] ?? 0);
  let scored = 0;
  let prev = 0;
  let sentences = 0;
  for (let s = 1; s < t.count; s++) {
    if (!mayStart(t, s)) continue;
    sentences++;
    if (linear.isWorthScoring(t, s, prev)) {
      const c = scoreStart(m, linear, t, s, prev);
      if (c !== undefined) {
        candidates.push(c);
        scored += c.ends.length;
      }
      if (scored > most) return { candidates: [], sentences, omitted: candidates.length };
    }
    prev = s;
  }
  return { candidates, sentences, omitted: 0 };
}
