/**
 * Dense features of a candidate span for the boosted trees, which include the results of the linear
 * and network scorers.
 */
import { wordsToAgency } from './dateline.ts';
import { echoes, innerMarks, rootEchoes } from './span-context.ts';
import {
  F_GLUED_BEFORE,
  F_QUOTE_BEFORE,
  F_STAR_BEFORE,
  T_COMMA,
  T_STOP,
  type Tokens,
} from './tokens.ts';

/** Number of dense features of a span. */
export const DENSE = 62;
/** Place of the number of words to the next full stop. */
export const SENTENCE_AT = 12;
/** Place of the number of stems that recur soon after the span. */
export const ECHO_AT = 9;

/** Scores of one start by the first scorers: values for its ends, and for the gaps s+1 … s+12. */
export interface StartScores {
  readonly s: number;
  /** Distance in words to the last sentence end but one before `s`. */
  readonly prev: number;
  /** Linear logit of each end against no heading, by end number 0…11; −30 where the span may not end. */
  readonly logit: Float64Array;
  /** Probability of no heading, by the linear scorer. */
  readonly none: number;
  readonly both: Float64Array;
  readonly right: Float64Array;
  /**
   * Scores of the gaps by the encoder, as log-odds against no gap: a sentence end, a paragraph end, a comma. The first
   * gap is the one before the start; gap `k + 1` is the one after the span of `k + 1` words.
   */
  readonly starts: Float64Array;
  readonly breaks: Float64Array;
  readonly commas: Float64Array;
  /** Logits of the ends by the heading head; −30 where it was not run. */
  readonly heads: Float64Array;
  /** Number of gaps after the start that are compared. */
  readonly gaps: number;
  /** Word at which the agency of a dateline starts. */
  readonly agency: number;
}

/** Writes the features of the span of `k + 1` words from `c.s`. */
export function denseFeatures(
  t: Tokens,
  c: StartScores,
  k: number,
  out: Float32Array,
  off: number,
): void {
  const s = c.s;
  const e = s + k;
  let o = linearFeatures(c, k, out, off);
  o = surroundingFeatures(t, c, e, out, o);
  o = wordFeatures(t, s, e, out, o);
  o = gapFeatures(c, k, out, o);
  o = headFeatures(c, k, out, o);
  out[o] = wordsToAgency(c.agency, e);
}

/** Writes the scores of the linear scorers and the boundary network; returns the next index. */
function linearFeatures(c: StartScores, k: number, out: Float32Array, off: number): number {
  let o = off;
  const mine = c.logit[k] as number;
  let other = -30;
  let rank = 0;
  let linB = -20;
  for (let j = 0; j < c.gaps; j++) {
    if (j === k) continue;
    const l = c.logit[j] as number;
    if (l > other) other = l;
    if (l > mine) rank++;
    if ((c.both[j] as number) > linB) linB = c.both[j] as number;
  }
  out[o++] = mine;
  out[o++] = mine - other;
  out[o++] = rank;
  out[o++] = c.none;
  out[o++] = c.both[k] as number;
  out[o++] = c.right[k] as number;
  out[o++] = (c.both[k] as number) - linB;
  return o;
}

/** Writes the encoder's scores of the span's gaps; returns the next index. */
function gapFeatures(c: StartScores, k: number, out: Float32Array, off: number): number {
  let o = off;
  const { starts, breaks, commas } = c;
  const any = (g: number): number => Math.max(starts[g] as number, breaks[g] as number);
  const mine = any(k + 1);
  let inner = -30;
  let innerBreak = -30;
  let other = -30;
  let otherBreak = -30;
  let later = -30;
  let rank = 0;
  for (let j = 0; j < c.gaps; j++) {
    if (j === k) continue;
    const a = any(j + 1);
    const b = breaks[j + 1] as number;
    if (a > other) other = a;
    if (b > otherBreak) otherBreak = b;
    if (a > mine) rank++;
    if (j < k) {
      if (a > inner) inner = a;
      if (b > innerBreak) innerBreak = b;
    } else if (a > later) later = a;
  }
  out[o++] = mine;
  out[o++] = breaks[k + 1] as number;
  out[o++] = (breaks[k + 1] as number) - (starts[k + 1] as number);
  out[o++] = commas[k + 1] as number;
  out[o++] = mine - other;
  out[o++] = (breaks[k + 1] as number) - otherBreak;
  out[o++] = inner;
  out[o++] = innerBreak;
  out[o++] = later;
  out[o++] = rank;
  out[o++] = any(k + 2);
  out[o++] = any(0);
  out[o++] = breaks[0] as number;
  out[o++] = (breaks[0] as number) - (starts[0] as number);
  return o;
}

/** Writes features of the span's length, punctuation and surroundings; returns the next index. */
function surroundingFeatures(
  t: Tokens,
  c: StartScores,
  e: number,
  out: Float32Array,
  off: number,
): number {
  const s = c.s;
  const r = e + 1;
  const n = r - s;
  let o = off;
  out[o++] = n;
  out[o++] = (t.end[e] as number) - (t.start[s] as number);
  const echo = echoes(t, s, e);
  out[o++] = echo >> 4;
  out[o++] = echo & 15;
  out[o++] = (echo >> 4) / n;
  let stop = r;
  let comma = 99;
  let quotes = 0;
  const far = Math.min(t.count, r + 80);
  while (stop < far && (t.term[stop] as number) < T_STOP) {
    if (comma === 99 && (t.term[stop] as number) === T_COMMA) comma = stop - r;
    stop++;
  }
  for (let i = r; i < Math.min(t.count, r + 12); i++)
    if ((t.flags[i] as number) & F_QUOTE_BEFORE) quotes++;
  out[o++] = stop - r;
  out[o++] = comma;
  out[o++] = quotes;
  out[o++] = s - c.prev;
  out[o++] = t.term[s - 1] as number;
  const flags = t.flags[s] as number;
  out[o++] = (flags & F_GLUED_BEFORE ? 1 : 0) + (flags & F_STAR_BEFORE ? 2 : 0);
  out[o++] = (t.flags[r] as number) & F_STAR_BEFORE ? 1 : 0;
  const marks = innerMarks(t, s, e);
  out[o++] = marks & 1;
  out[o++] = marks >> 1;
  out[o++] = t.term[e] as number;
  out[o++] = s;
  out[o++] = t.count - s;
  return o;
}

/** Writes features of the shapes of words and of stems and roots that recur; returns the next index. */
function wordFeatures(t: Tokens, s: number, e: number, out: Float32Array, off: number): number {
  const r = e + 1;
  const n = r - s;
  let o = off;
  shapeGroups(t, s, out, o);
  shapeGroups(t, e, out, o + 3);
  shapeGroups(t, r, out, o + 6);
  shapeGroups(t, Math.min(r + 1, t.count - 1), out, o + 9);
  o += 12;
  let long = 0;
  let definite = 0;
  for (let i = s; i <= e; i++) {
    if ((t.length[i] as number) > 3) long++;
    const sh = t.shape[i] as number;
    if (sh >= 400 && sh < 1000) definite++;
  }
  out[o++] = long / n;
  out[o++] = definite / n;
  out[o++] = t.term[r] as number;
  out[o++] = r + 1 < t.count ? (t.term[r + 1] as number) : 0;
  let again = 0;
  for (let i = s; i <= e; i++)
    for (let j = Math.max(0, s - 40); j < s; j++)
      if (t.stem[j] === t.stem[i] && (t.length[i] as number) > 2) {
        again++;
        break;
      }
  out[o++] = again;
  const roots = rootEchoes(t, s, e);
  out[o++] = roots & 1;
  out[o++] = roots;
  let later = 0;
  for (let i = s; i <= e; i++) {
    const root = t.root[i] as number;
    if (root === 0) continue;
    for (let j = r; j < Math.min(t.count, r + 12); j++)
      if ((t.root[j] as number) === root) {
        later++;
        break;
      }
  }
  out[o++] = later;
  return o;
}

/** Writes the heading head's logit, its margin and its sum with the linear scorer's; returns the next index. */
function headFeatures(c: StartScores, k: number, out: Float32Array, off: number): number {
  const own = c.heads[k] as number;
  let best = -30;
  for (let j = 0; j < c.gaps; j++)
    if (j !== k && (c.heads[j] as number) > best) best = c.heads[j] as number;
  out[off] = own;
  out[off + 1] = own - best;
  out[off + 2] = own + (c.logit[k] as number);
  return off + 3;
}

/** Writes the groups of first and last letters of word `i`, and whether it has the article. */
function shapeGroups(t: Tokens, i: number, out: Float32Array, o: number): void {
  const sh = t.shape[i] as number;
  if (sh >= 1000) {
    out[o] = 20;
    out[o + 1] = sh - 990;
    out[o + 2] = 0;
    return;
  }
  const body = sh >= 400 ? sh - 400 : sh;
  out[o] = Math.floor(body / 40);
  out[o + 1] = Math.floor((body % 40) / 6);
  out[o + 2] = sh >= 400 ? 1 : 0;
}
