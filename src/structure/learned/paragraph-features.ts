/** Dense features of a sentence end as a possible paragraph break. */
import {
  F_GLUED_BEFORE,
  F_INITIAL,
  F_PAREN_BEFORE,
  F_QUOTE_AFTER,
  F_QUOTE_BEFORE,
  F_STAR_BEFORE,
  T_ELLIPSIS,
  type Tokens,
} from './tokens.ts';

/** Number of features in the first pass. */
export const BREAK = 38;
/** Number of features in the second pass, which adds the results of the first. */
export const BREAK_AGAIN = BREAK + 14;

/** Returns the words at which a paragraph may start: those after a sentence end. */
export function breakCandidates(t: Tokens): Int32Array {
  const out: number[] = [];
  for (let i = 1; i < t.count; i++) {
    if ((t.term[i - 1] as number) >= T_ELLIPSIS || ((t.flags[i] as number) & F_STAR_BEFORE) !== 0)
      out.push(i);
  }
  return Int32Array.from(out);
}

/** Features shared by all breaks of one text. */
export interface BreakContext {
  readonly words: number;
  readonly glued: number;
  readonly quotes: number;
  readonly mean: number;
  readonly scoreMean: number;
  readonly scoreHigh: number;
}

/** Computes the features shared by all breaks of a text. */
export function breakContext(t: Tokens, at: Int32Array, score: Float32Array): BreakContext {
  let glued = 0;
  let quotes = 0;
  let sum = 0;
  let high = 0;
  for (let i = 0; i < at.length; i++) {
    if ((t.flags[at[i] as number] as number) & F_GLUED_BEFORE) glued++;
    sum += score[i] as number;
    if ((score[i] as number) > 0.8) high++;
  }
  for (let i = 0; i < t.count; i++) if ((t.flags[i] as number) & F_QUOTE_BEFORE) quotes++;
  const n = at.length + 1;
  return {
    words: t.count,
    glued: glued / n,
    quotes: quotes / (t.count + 1),
    mean: t.count / n,
    scoreMean: sum / n,
    scoreHigh: high / n,
  };
}

function group(t: Tokens, i: number): number {
  if (i >= t.count) return -1;
  const sh = t.shape[i] as number;
  return sh >= 1000
    ? 30 + sh - 1000
    : sh >= 400
      ? 20 + Math.floor((sh - 400) / 40)
      : Math.floor(sh / 40);
}

/** Writes the features of candidate `i`; `score` is the linear paragraph score of each candidate. */
export function breakFeatures(
  t: Tokens,
  at: Int32Array,
  i: number,
  score: Float32Array,
  right: Float32Array,
  c: BreakContext,
  out: Float32Array,
  off: number,
): void {
  const n = at.length;
  const s = at[i] as number;
  const before = i > 0 ? (at[i - 1] as number) : 0;
  const before2 = i > 1 ? (at[i - 2] as number) : 0;
  const after = i + 1 < n ? (at[i + 1] as number) : t.count;
  const after2 = i + 2 < n ? (at[i + 2] as number) : t.count;
  const flags = t.flags[s] as number;
  const last = t.flags[s - 1] as number;
  let o = off;
  out[o++] = score[i] as number;
  out[o++] = i > 0 ? (score[i - 1] as number) : 9;
  out[o++] = i > 1 ? (score[i - 2] as number) : 9;
  out[o++] = i + 1 < n ? (score[i + 1] as number) : 9;
  out[o++] = i + 2 < n ? (score[i + 2] as number) : 9;
  out[o++] = right[i] as number;
  out[o++] = s - before;
  out[o++] = s - before2;
  out[o++] = after - s;
  out[o++] = after2 - s;
  out[o++] = t.term[s - 1] as number;
  out[o++] =
    (flags & F_GLUED_BEFORE ? 1 : 0) +
    (flags & F_STAR_BEFORE ? 2 : 0) +
    (flags & F_PAREN_BEFORE ? 4 : 0);
  out[o++] = (flags & F_QUOTE_BEFORE ? 1 : 0) + (last & F_QUOTE_AFTER ? 2 : 0);
  out[o++] = last & F_INITIAL ? 1 : 0;
  out[o++] = s;
  out[o++] = t.count - s;
  out[o++] = s / t.count;
  out[o++] = i;
  out[o++] = n - i;
  out[o++] = c.words;
  out[o++] = c.mean;
  out[o++] = c.glued;
  out[o++] = c.quotes;
  out[o++] = c.scoreMean;
  out[o++] = c.scoreHigh;
  out[o++] = (score[i] as number) - c.scoreMean;
  out[o++] = group(t, s);
  out[o++] = group(t, s + 1);
  out[o++] = (t.end[s - 1] as number) - (t.start[before] as number);
  out[o++] = t.length[s] as number;
  out[o++] = t.term[s] as number;
  let open = 0;
  for (let k = Math.max(0, s - 60); k < s; k++) {
    const f = t.flags[k] as number;
    if (f & F_QUOTE_BEFORE) open++;
    if (f & F_QUOTE_AFTER) open = open > 0 ? open - 1 : 0;
  }
  out[o++] = open;
  let sum = 0;
  let num = 0;
  for (let k = Math.max(0, i - 4); k <= Math.min(n - 1, i + 4); k++) {
    sum += score[k] as number;
    num++;
  }
  out[o++] = (score[i] as number) - sum / num;
  out[o++] = (s - before) / c.mean;
  out[o++] = (after - s) / c.mean;
  let shared = 0;
  const near = Math.min(after, s + 16);
  let rare = 0;
  for (let k = before; k < s; k++) {
    if ((t.length[k] as number) < 4) continue;
    let j = t.nextStem[k] as number;
    while (j < s) j = t.nextStem[j] as number;
    if (j < near) shared++;
    if (++rare >= 16) break;
  }
  out[o++] = shared;
  out[o++] = shared / (rare + 1);
  out[o++] = i > 0 ? (at[i] as number) - (i > 2 ? (at[i - 3] as number) : 0) : 0;
}

/** Sums of the first pass over the whole text. */
export interface BreakSums {
  readonly total: number;
  readonly sure: number;
}

/** Returns the expected number of breaks and the number of certain ones. */
export function breakSums(p: Float32Array): BreakSums {
  let total = 0;
  let sure = 0;
  for (let k = 0; k < p.length; k++) {
    total += p[k] as number;
    if ((p[k] as number) > 0.75) sure++;
  }
  return { total, sure };
}

/** Sentence ends on either side that contribute to the expected length of a paragraph. */
const STEPS = 40;

/** Writes the features of the second pass: those of the first, and its results here and nearby. */
export function secondPassFeatures(
  at: Int32Array,
  i: number,
  p: Float32Array,
  logit: Float32Array,
  words: number,
  sums: BreakSums,
  out: Float32Array,
  off: number,
): void {
  const n = at.length;
  const { total, sure } = sums;
  let o = off + BREAK;
  out[o++] = logit[i] as number;
  for (let k = i - 3; k <= i + 3; k++)
    if (k !== i) out[o++] = k >= 0 && k < n ? (logit[k] as number) : 9;
  // Expected number of words since the last break and until the next, by the first pass.
  let since = 0;
  let alive = 1;
  for (let k = i - 1; k >= -1 && k > i - STEPS && alive > 0.02; k--) {
    const len = (at[k + 1] as number) - (k >= 0 ? (at[k] as number) : 0);
    since += alive * len;
    if (k >= 0) alive *= 1 - (p[k] as number);
  }
  let until = 0;
  alive = 1;
  for (let k = i + 1; k <= n && k < i + STEPS && alive > 0.02; k++) {
    until += alive * ((k < n ? (at[k] as number) : words) - (at[k - 1] as number));
    if (k < n) alive *= 1 - (p[k] as number);
  }
  out[o++] = since;
  out[o++] = until;
  out[o++] = total / n;
  out[o++] = sure / n;
  out[o++] = words / (total + 1);
  out[o++] = (since + until) / (words / (total + 1));
  out[o++] = since / (words / (total + 1));
}
