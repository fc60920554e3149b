/**
 * Scores of possible headings in a cascade: the start alone, the linear scorer over every end, then
 * networks and dense features for what remains.
 */
import { leftFeatures, MAX_GAP_FEATURES, rightFeatures } from './boundary-features.ts';
import { DENSE, denseFeatures } from './dense.ts';
import type { HashTable, Model } from './model.ts';
import { boundaryScores, type GapAnswer, headingScores } from './networks.ts';
import {
  MAX_SPAN_FEATURES,
  MAX_WORDS,
  mayEnd,
  mayStart,
  reach,
  spanFeatures,
  startFeatures,
} from './spans.ts';
import type { Tokens } from './tokens.ts';

/** Least probability of any heading for a start to remain. */
export const SURVIVE = 0.012;
/** Share of a start's probability that an end must have. */
export const END_SHARE = 0.03;

/** A start that remains after the cascade. */
export interface CandidateStart {
  readonly s: number;
  /** Lengths of its spans in words, less one. */
  readonly ends: readonly number[];
  /** Dense features of the spans, concatenated. */
  readonly features: Float32Array;
}

/** The linear part of the model, which is trained first. */
export type LinearModel = Pick<Model, 'both' | 'right' | 'start' | 'startCut' | 'span'>;

/** A start with its possible ends and the boundary score of the gap after each. */
export interface Ends {
  s: number;
  prev: number;
  count: number;
  readonly k: Int32Array;
  readonly both: Float64Array;
  readonly right: Float64Array;
}

/** Returns buffers for the ends of one start. */
export const createEnds = (): Ends => ({
  s: 0,
  prev: 0,
  count: 0,
  k: new Int32Array(MAX_WORDS),
  both: new Float64Array(MAX_WORDS),
  right: new Float64Array(MAX_WORDS),
});

const gapIds = new Int32Array(MAX_GAP_FEATURES);
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
const answers: GapAnswer[] = Array.from({ length: MAX_WORDS + 1 }, () => ({
  both: 0,
  right: 0,
  para: 0,
}));

/** Returns the sum of the weights of `n` features. */
export function lookUpTokens(table: HashTable, ids: Int32Array, n: number): number {
  const { weights, mask } = table;
  // A void table (MODEL.md) is unpacked with a scale of 0 and adds nothing.
  if (table.scale === 0) return 0;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += weights[(ids[i] as number) & mask] as number;
  return sum * table.scale;
}

/** Tells whether a start passes the first step. */
export function isWorthScoring(
  m: Pick<LinearModel, 'start' | 'startCut'>,
  t: Tokens,
  s: number,
  prev: number,
): boolean {
  const n = startFeatures(t, s, prev, spanIds);
  return lookUpTokens(m.start, spanIds, n) >= m.startCut;
}

/** Finds the ends of a start and scores the gaps after them. */
export function readEnds(
  m: Pick<LinearModel, 'both' | 'right'>,
  t: Tokens,
  s: number,
  prev: number,
  out: Ends,
): void {
  out.s = s;
  out.prev = prev;
  out.count = 0;
  const limit = reach(t, s);
  for (let k = 0; k < limit; k++) {
    if (!mayEnd(t, s + k)) continue;
    const nr = rightFeatures(t, s + k + 1, gapIds);
    const n = leftFeatures(t, s + k + 1, gapIds, nr);
    const c = out.count++;
    out.k[c] = k;
    out.right[c] = lookUpTokens(m.right, gapIds, nr);
    out.both[c] = lookUpTokens(m.both, gapIds, n);
  }
}

/** Highest boundary score among the other ends. */
export function rivalOf(e: Ends, c: number): number {
  let rival = -9;
  for (let i = 0; i < e.count; i++)
    if (i !== c && (e.both[i] as number) > rival) rival = e.both[i] as number;
  return rival;
}

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
  return survivor(m, t, s, prev, top, sum, none / sum, any);
}

/** Runs the networks and computes dense features for a start that passed the linear scorer. */
function survivor(
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
  boundaryScores(m, t, s, gaps, answers);
  netBoth.fill(-9);
  netRight.fill(-9);
  netPara.fill(-9);
  for (let j = 0; j < gaps; j++) {
    const a = answers[j + 1] as GapAnswer;
    netBoth[j] = a.both;
    netRight[j] = a.right;
    netPara[j] = a.para;
  }
  headingScores(m, t, s, wanted, netHeading);
  const first = answers[0] as GapAnswer;
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

/** Returns all possible headings of a text with their features, and the number of sentences. */
export function findCandidates(
  m: Model,
  t: Tokens,
): { candidates: CandidateStart[]; sentences: number } {
  const candidates: CandidateStart[] = [];
  let prev = 0;
  let sentences = 0;
  for (let s = 1; s < t.count; s++) {
    if (!mayStart(t, s)) continue;
    sentences++;
    if (isWorthScoring(m, t, s, prev)) {
      const c = scoreStart(m, t, s, prev);
      if (c !== undefined) candidates.push(c);
    }
    prev = s;
  }
  return { candidates, sentences };
}
