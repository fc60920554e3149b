/** Decodes a flattened text into headings and paragraph breaks with calibrated confidence. */

import { sigmoid } from '../odds.ts';
import { type CandidateStart, findCandidates } from './cascade.ts';
import { DENSE, ECHO_AT, SENTENCE_AT } from './dense.ts';
import { DOCUMENT, documentFeatures, rivalLogit, type Summary } from './document.ts';
import { portableScorer, type ScoredBreaks } from './linear.ts';
import { calibrate, type Model } from './model.ts';
import {
  BREAK_AGAIN,
  breakContext,
  breakFeatures,
  breakSums,
  secondPassFeatures,
} from './paragraph-features.ts';
import { MAX_WORDS } from './spans.ts';
import { type Tokens, tokenize } from './tokens.ts';
import { scoreRows } from './trees.ts';

export { linearBreaks } from './linear.ts';

/** A possible heading: its span and confidence. */
export interface FoundHeading {
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

/** Structure of a flattened text. */
export interface RecoveredStructure {
  /** All candidates with a confidence of at least {@link LISTED}, in order, not overlapping. */
  readonly headings: readonly FoundHeading[];
  /** Offsets of body paragraph starts; headings at or above the threshold count as breaks. */
  readonly paragraphs: readonly number[];
  /** Number of possible headings left out, because there were too many to score them. */
  readonly omitted: number;
}

/** Least confidence of headings and of paragraph breaks. */
export interface FlattenedOptions {
  readonly headings: number;
  readonly paragraphs: number;
  /** Least confidence of a heading that is reported; {@link LISTED} by default. */
  readonly listed?: number | undefined;
}

/** Candidates below this confidence are not reported. */
export const LISTED = 0.1;
/** Most candidates in one block of a long text, so that document features stay linear. */
export const BLOCK = 64;
/** Logit below which document features cannot raise a span to a reported confidence. */
const HOPELESS = -4;
/** A candidate start with its best span and logit. */
export interface ScoredStart {
  readonly s: number;
  readonly k: number;
  readonly logit: number;
}

const WIDE = DENSE + DOCUMENT;
/** The rows of a block and their scores. */
const rows = new Float32Array(BLOCK * MAX_WORDS * WIDE);
const alone = new Float64Array(BLOCK * MAX_WORDS);
const together = new Float64Array(BLOCK * MAX_WORDS);

/** Scores the spans of each candidate start alone, then with the other candidates; returns the best span of each. */
export function scoreDocument(
  m: Model,
  t: Tokens,
  all: readonly CandidateStart[],
  sentences: number,
): ScoredStart[] {
  const out: ScoredStart[] = [];
  for (let from = 0; from < all.length; from += BLOCK)
    scoreBlock(m, t, all.slice(from, from + BLOCK), sentences, out);
  return out;
}

/** Scores the candidate starts of a block. */
function scoreBlock(
  m: Model,
  t: Tokens,
  part: readonly CandidateStart[],
  sentences: number,
  out: ScoredStart[],
): void {
  let n = 0;
  for (const { features, ends } of part) {
    rows.set(features, n * DENSE);
    n += ends.length;
  }
  scoreRows(m.spanTrees, rows, DENSE, n, alone);
  n = 0;
  const first = part.map(({ ends }) => ends.map(() => alone[n++] as number));
  const summaries = part.map((c, i) => summarize(t, c, first[i] as number[]));
  const hopeful = part.map((_, i) => i).filter((i) => (summaries[i]?.logit ?? 0) >= HOPELESS);
  n = 0;
  for (const i of hopeful) {
    const { ends, features } = part[i] as CandidateStart;
    const own = first[i] as number[];
    for (let j = 0; j < ends.length; j++, n++) {
      for (let f = 0; f < DENSE; f++) rows[n * WIDE + f] = features[j * DENSE + f] as number;
      const words = (ends[j] as number) + 1;
      documentFeatures(
        summaries,
        i,
        own[j] as number,
        rivalLogit(own, j),
        words,
        t.count,
        sentences,
        rows,
        n * WIDE + DENSE,
      );
    }
  }
  scoreRows(m.documentTrees, rows, WIDE, n, together);
  n = 0;
  for (const i of hopeful) {
    const { s, ends } = part[i] as CandidateStart;
    let logit = -1e9;
    let k = 0;
    for (const end of ends) {
      const z = together[n++] as number;
      if (z > logit) {
        logit = z;
        k = end;
      }
    }
    out.push({ s, k, logit });
  }
}

/** Summarises a candidate by its likeliest span. */
export function summarize(t: Tokens, c: CandidateStart, logits: readonly number[]): Summary {
  let best = 0;
  for (let j = 1; j < logits.length; j++)
    if ((logits[j] as number) > (logits[best] as number)) best = j;
  const shape = t.shape[c.s] as number;
  const logit = logits[best] ?? -9;
  const at = best * DENSE;
  return {
    start: c.s,
    words: (c.ends[best] ?? 0) + 1,
    p: sigmoid(logit),
    logit,
    definite: shape >= 400 && shape < 1000,
    sentence: c.features[at + SENTENCE_AT] ?? 0,
    echo: c.features[at + ECHO_AT] ?? 0,
  };
}

/** Removes the less likely of two headings that overlap or touch. */
function disjoint(found: readonly ScoredStart[]): ScoredStart[] {
  const order = [...found].sort((a, b) => a.s - b.s || b.logit - a.logit);
  const out: ScoredStart[] = [];
  for (const h of order) {
    const last = out[out.length - 1];
    if (last === undefined || h.s > last.s + last.k) out.push(h);
    else if (h.logit > last.logit) out[out.length - 1] = h;
  }
  return out;
}

/** Returns a factor on the confidence that falls with the density of candidates, as in lists and tables. */
function trustOf(t: Tokens, found: readonly ScoredStart[], m: Model): number {
  let likely = 0;
  for (const h of found) if (calibrate(m.headingCalibration, h.logit) >= 0.3) likely++;
  return Math.min(1, (6 + t.count / 30) / Math.max(1, likely));
}

/** Memory for the breaks of a text, which grows with the longest. */
let breakRows = new Float32Array(0);
let breakLogits = new Float64Array(0);
let firstPass = new Float32Array(0);
let likelihoods = new Float32Array(0);

/** Makes room for `n` breaks. */
function makeRoom(n: number): void {
  if (breakLogits.length >= n) return;
  const size = n * 2;
  breakRows = new Float32Array(size * BREAK_AGAIN);
  breakLogits = new Float64Array(size);
  firstPass = new Float32Array(size);
  likelihoods = new Float32Array(size);
}

/** Returns the log-odds of a paragraph break at each candidate, as 32-bit floats; they stay until the next text. */
export function scoreBreaks(m: Model, t: Tokens, breaks: ScoredBreaks): Float32Array {
  const { at, score, right } = breaks;
  const n = at.length;
  makeRoom(n);
  const context = breakContext(t, at, score);
  for (let i = 0; i < n; i++)
    breakFeatures(t, at, i, score, right, context, breakRows, i * BREAK_AGAIN);
  scoreRows(m.breakTrees, breakRows, BREAK_AGAIN, n, breakLogits);
  const first = firstPass.subarray(0, n);
  const p = likelihoods.subarray(0, n);
  for (let i = 0; i < n; i++) {
    first[i] = breakLogits[i] as number;
    p[i] = sigmoid(first[i] as number);
  }
  const sums = breakSums(p);
  for (let i = 0; i < n; i++)
    secondPassFeatures(at, i, p, first, t.count, sums, breakRows, i * BREAK_AGAIN);
  scoreRows(m.breakAgainTrees, breakRows, BREAK_AGAIN, n, breakLogits);
  for (let i = 0; i < n; i++) first[i] = breakLogits[i] as number;
  return first;
}

/** Recovers headings and paragraph breaks of a flattened text. Linear in its length. */
export function recoverFlattened(
  text: string,
  m: Model,
  options: FlattenedOptions,
): RecoveredStructure {
  const kernel = m.kernel?.();
  const read = kernel?.read(text);
  const linear = kernel !== undefined && read !== undefined ? kernel : portableScorer(m);
  const t = read ?? tokenize(text);
  if (t.count === 0) return { headings: [], paragraphs: [], omitted: 0 };
  const { candidates, sentences, omitted } = findCandidates(m, t, linear);
  const found = disjoint(scoreDocument(m, t, candidates, sentences));
  const headings: FoundHeading[] = [];
  const trust = trustOf(t, found, m);
  const starts = new Set<number>([0]);
  const inHeading = new Set<number>();
  for (const h of found) {
    const confidence = trust * calibrate(m.headingCalibration, h.logit);
    if (confidence < (options.listed ?? LISTED)) continue;
    headings.push({ start: t.start[h.s] as number, end: t.end[h.s + h.k] as number, confidence });
    if (confidence < options.headings) continue;
    for (let i = h.s; i <= h.s + h.k; i++) inHeading.add(i);
    starts.add(h.s + h.k + 1);
  }
  const possible = linear.readBreaks(t);
  const breaks = scoreBreaks(m, t, possible);
  possible.at.forEach((i, j) => {
    if (calibrate(m.breakCalibration, breaks[j] as number) >= options.paragraphs) starts.add(i);
  });
  const paragraphs = [...starts]
    .filter((i) => i < t.count && !inHeading.has(i))
    .sort((a, b) => a - b);
  return { headings, paragraphs: paragraphs.map((i) => t.start[i] as number), omitted };
}
