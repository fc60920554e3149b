/**
 * Scores of possible headings in a cascade: the start alone, the linear scorer over every end, then
 * networks and dense features for what remains.
 */
import { headingEndsPerUnit, minHeadingEnds } from '../../model/limits.ts';
import { DENSE, denseFeatures } from './dense.ts';
import { createEnds, isWorthScoring, lookUpTokens, readEnds, rivalOf } from './ends.ts';
import type { Model } from './model.ts';
import { boundaryScores, type GapScores, headingScores } from './networks.ts';
import { MAX_SPAN_FEATURES, MAX_WORDS, mayStart, spanFeatures, startFeatures } from './spans.ts';
import type { Tokens } from './tokens.ts';

/** Least probability of any heading for a start to remain. */
const SURVIVE = 0.012;
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

const spanIds = new Int32Array(MAX_SPAN_FEATURES);
const ends = createEnds();
const logit = new Float64Array(MAX_WORDS);
const both = new Float64Array(MAX_WORDS);
const right = new Float64Array(MAX_WORDS);
const netBoth = new Float64Array(MAX_WORDS);
const netRight = new Float64Array(MAX_WORDS);
const netPara = new Float64Array(MAX_WORDS);
const netHeading = new Float64Array(MAX_WORDS);
const wanted = new Uint8Array(MAX_WORDS);
const gapScores: GapScores[] = Array.from({ length: MAX_WORDS + 1 }, () => ({
  both: 0,
  right: 0,
  para: 0,
}));

/** Runs all steps on one start; undefined where no end remains. */
function scoreStart(m: Model, t: Tokens, s: number, prev: number): CandidateStart | undefined {
  const base = lookUpTokens(m.span, spanIds, startFeatures(t, s, prev, spanIds));
  readEnds(m, t, s, prev, ends);
  if (ends.count === 0) return undefined;
  logit.fill(-30);
  both.fill(-9);
  right.fill(-9);
  let top = 0;
  for (let c = 0; c < ends.count; c++) {
    const k = ends.k[c] as number;
    const n = spanFeatures(
      t,
      s,
      s + k,
      ends.both[c] as number,
      ends.right[c] as number,
      rivalOf(ends, c),
      spanIds,
      0,
    );
    const z = base + lookUpTokens(m.span, spanIds, n);
    logit[k] = z;
    both[k] = ends.both[c] as number;
    right[k] = ends.right[c] as number;
    if (z > top) top = z;
  }
  let sum = Math.exp(-top);
  const none = sum;
  for (let c = 0; c < ends.count; c++)
    sum += Math.exp((logit[ends.k[c] as number] as number) - top);
  const any = (sum - none) / sum;
  if (any < SURVIVE) return undefined;
  return survivingStart(m, t, s, prev, top, sum, none / sum, any);
}

/** Runs the networks and computes dense features for a start that passed the linear scorer. */
function survivingStart(
  m: Model,
  t: Tokens,
  s: number,
  prev: number,
  top: number,
  sum: number,
  none: number,
  any: number,
): CandidateStart {
  const chosen: number[] = [];
  wanted.fill(0);
  for (let c = 0; c < ends.count; c++) {
    const k = ends.k[c] as number;
    if (Math.exp((logit[k] as number) - top) / sum < END_SHARE * any) continue;
    wanted[k] = 1;
    chosen.push(k);
  }
  const gaps = Math.min(
    (ends.k[ends.count - 1] as number) + 1,
    (chosen[chosen.length - 1] as number) + 3,
  );
  boundaryScores(m, t, s, gaps, gapScores);
  netBoth.fill(-9);
  netRight.fill(-9);
  netPara.fill(-9);
  for (let j = 0; j < gaps; j++) {
    const a = gapScores[j + 1] as GapScores;
    netBoth[j] = a.both;
    netRight[j] = a.right;
    netPara[j] = a.para;
  }
  headingScores(m, t, s, wanted, netHeading);
  const first = gapScores[0] as GapScores;
  const scores = {
    s,
    prev,
    logit,
    none,
    both,
    right,
    netBoth,
    netRight,
    netPara,
    gaps,
    startBoth: first.both,
    startRight: first.right,
    startPara: first.para,
    heading: netHeading,
  };
  const features = new Float32Array(chosen.length * DENSE);
  for (let c = 0; c < chosen.length; c++)
    denseFeatures(t, scores, chosen[c] as number, features, c * DENSE);
  return { s, ends: chosen, features };
}

/** The possible headings of a text. */
export interface Candidates {
  readonly candidates: CandidateStart[];
  readonly sentences: number;
  /** Starts of possible headings in a text that has too many; then it has no candidates. */
  readonly omitted: number;
}

/** Returns all possible headings of a text with their features, and the number of sentences. */
export function findCandidates(m: Model, t: Tokens): Candidates {
  const candidates: CandidateStart[] = [];
  const most = minHeadingEnds + headingEndsPerUnit * (t.end[t.count - 1] ?? 0);
  let scored = 0;
  let prev = 0;
  let sentences = 0;
  for (let s = 1; s < t.count; s++) {
    if (!mayStart(t, s)) continue;
    sentences++;
    if (isWorthScoring(m, t, s, prev)) {
      const c = scoreStart(m, t, s, prev);
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
