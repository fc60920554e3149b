/**
 * Candidate spans: where a heading may start and end, and the hashed features of each span for the
 * linear scorer.
 */
import { mixKeys } from './hash.ts';
import {
  beginSpan,
  createSpanContext,
  echoes,
  growSpan,
  rootEchoes,
  type SpanContext,
} from './span-context.ts';
import { borderKeys, startKeys, wordKeys } from './span-keys.ts';
import { F_STAR_BEFORE, T_ELLIPSIS, T_NONE, T_STOP, type Tokens } from './tokens.ts';

/** Most words in a heading. */
export const MAX_WORDS = 12;
const MAX_UNITS = 90;
/** Greatest number of features of a span, those of its start included. */
export const MAX_SPAN_FEATURES = 96;

/** Tells whether a heading may start at word `i`. */
export function mayStart(t: Tokens, i: number): boolean {
  if (i <= 0 || i + 3 >= t.count) return false;
  return (t.term[i - 1] as number) >= T_ELLIPSIS || ((t.flags[i] as number) & F_STAR_BEFORE) !== 0;
}

/** Returns the number of words that a span from `s` may have; {@link mayEnd} tests each end. */
export function reach(t: Tokens, s: number): number {
  const limit = Math.min(MAX_WORDS, t.count - s - 2);
  const from = t.start[s] as number;
  let k = 0;
  while (k < limit) {
    if ((t.end[s + k] as number) - from > MAX_UNITS) break;
    const term = t.term[s + k] as number;
    if (term === T_STOP) break;
    k++;
    if (term > T_STOP) break;
  }
  return k;
}

/** Tells whether a heading may end with word `e`. */
export function mayEnd(t: Tokens, e: number): boolean {
  const term = t.term[e] as number;
  return term === T_NONE || term > T_STOP;
}

/** Writes the features of the start alone. */
export function startFeatures(t: Tokens, s: number, prev: number, out: Int32Array): number {
  const n = startKeys(t, s, prev, out);
  mixKeys(out, 0, n);
  return n;
}

/** Quantises a boundary score for use as a feature. */
export function step(score: number): number {
  return score < -6 ? -8 : score > 6 ? 8 : Math.round(score * 1.25);
}

const own = createSpanContext();

/**
 * Writes the features of the span `s` to `e` (inclusive), given the boundary scores of the gap after
 * it.
 */
export function spanFeatures(
  t: Tokens,
  s: number,
  e: number,
  both: number,
  right: number,
  rival: number,
  out: Int32Array,
  from: number,
): number {
  beginSpan(own, s);
  growSpan(own, t, e);
  let k = borderFeatures(t, own, both, right, rival, out, from);
  for (let i = s; i <= e; i++) k = wordFeatures(t, i, s, e, out, k);
  return k;
}

/** Writes the features of word `i` inside a span. */
export function wordFeatures(
  t: Tokens,
  i: number,
  s: number,
  e: number,
  out: Int32Array,
  from: number,
): number {
  const k = wordKeys(t, i, s, e, out, from);
  mixKeys(out, from, k);
  return k;
}

/** Writes the features of a span but those of its single words. */
export function borderFeatures(
  t: Tokens,
  c: SpanContext,
  both: number,
  right: number,
  rival: number,
  out: Int32Array,
  from: number,
): number {
  const { s, marks, stop, comma } = c;
  const e = c.r - 1;
  const echo = echoes(t, s, e);
  const roots = rootEchoes(t, s, e);
  const [b, ri, gap] = [step(both), step(right), step(both - rival)];
  const k = borderKeys(t, s, e, marks, stop, comma, echo, roots, b, ri, gap, out, from);
  mixKeys(out, from, k);
  return k;
}
