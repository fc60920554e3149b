/**
 * Candidate spans: where a heading may start and end, and the hashed features of each span for the
 * linear scorer.
 */
import { mix1, mix2, mix3 } from './hash.ts';
import {
  F_GLUED_BEFORE,
  F_PAREN_AFTER,
  F_PAREN_BEFORE,
  F_QUOTE_AFTER,
  F_QUOTE_BEFORE,
  F_STAR_BEFORE,
  T_COLON,
  T_COMMA,
  T_ELLIPSIS,
  T_NONE,
  T_STOP,
  type Tokens,
} from './tokens.ts';

/** Most words in a heading. */
export const MAX_WORDS = 12;
const MAX_UNITS = 90;
/** Words after a heading in which its stems are searched for. */
const ECHO_WINDOW = 40;
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

function bucket(n: number): number {
  return n < 4 ? n : n < 6 ? 4 : n < 9 ? 5 : n < 14 ? 6 : n < 22 ? 7 : n < 35 ? 8 : 9;
}

/** Writes the features of the start alone. */
export function startFeatures(t: Tokens, s: number, prev: number, out: Int32Array): number {
  const w1 = t.word[s] as number;
  const s1 = t.shape[s] as number;
  const s2 = t.shape[s + 1] as number;
  const term = t.term[s - 1] as number;
  const flags = t.flags[s] as number;
  const star = flags & F_STAR_BEFORE;
  const glued = flags & F_GLUED_BEFORE;
  let k = 0;
  out[k++] = mix1(100, 0);
  out[k++] = mix1(101, term);
  out[k++] = mix1(102, w1);
  out[k++] = mix1(103, t.prefix3[s] as number);
  out[k++] = mix1(104, s1);
  out[k++] = mix1(105, t.suffix2[s] as number);
  out[k++] = mix1(106, flags & (F_QUOTE_BEFORE | F_STAR_BEFORE | F_GLUED_BEFORE | F_PAREN_BEFORE));
  out[k++] = mix1(107, t.word[s + 1] as number);
  out[k++] = mix1(108, s2);
  out[k++] = mix2(109, s1, s2);
  out[k++] = mix1(110, bucket(s - prev));
  out[k++] = mix1(111, bucket(s >> 3));
  out[k++] = mix2(112, star, bucket((t.count - s) >> 3));
  out[k++] = mix2(113, t.prefix2[s] as number, t.suffix2[s] as number);
  out[k++] = mix1(114, t.word[s - 1] as number);
  out[k++] = mix2(115, glued, term);
  return k;
}

/** Counts the heading's stems that recur soon after it: in all, and within eight words. */
export function echoes(t: Tokens, s: number, e: number): number {
  const stop = Math.min(t.count, e + 1 + ECHO_WINDOW);
  let all = 0;
  let near = 0;
  for (let i = s; i <= e; i++) {
    if ((t.length[i] as number) < 3) continue;
    const stem = t.stem[i] as number;
    for (let j = e + 1; j < stop; j++) {
      if ((t.stem[j] as number) === stem) {
        all++;
        if (j <= e + 8) near++;
        break;
      }
    }
  }
  return all * 16 + near;
}

/** Returns bits: whether the heading contains the roots of the first, second and third word after it. */
export function rootEchoes(t: Tokens, s: number, e: number): number {
  let bits = 0;
  for (let q = 0; q < 3 && e + 1 + q < t.count; q++) {
    const root = t.root[e + 1 + q] as number;
    if (root === 0) continue;
    for (let i = s; i <= e; i++) if ((t.root[i] as number) === root) bits |= 1 << q;
  }
  return bits;
}

/** Returns bits of the punctuation inside a span: comma, colon, ellipsis, quote opened, quote closed, … */
export function innerMarks(t: Tokens, s: number, e: number): number {
  let bits = 0;
  for (let i = s; i <= e; i++) {
    const f = t.flags[i] as number;
    if (f & (F_QUOTE_BEFORE | F_PAREN_BEFORE)) bits ^= 1;
    if (f & (F_QUOTE_AFTER | F_PAREN_AFTER)) bits = (bits ^ 1) | 2;
    if (i < e) {
      const term = t.term[i] as number;
      if (term === T_COMMA) bits |= 4;
      else if (term === T_COLON) bits |= 8;
      else if (term === T_ELLIPSIS) bits |= 16;
      if (i > s && f & F_STAR_BEFORE) bits |= 32;
    }
  }
  return bits;
}

/** Quantises a boundary score for use as a feature. */
export function step(score: number): number {
  return score < -6 ? -8 : score > 6 ? 8 : Math.round(score * 1.25);
}

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
  let k = from;
  const n = e - s + 1;
  const len = n > 6 ? 6 + (n >> 2) : n;
  const r = e + 1;
  const rw = t.word[r] as number;
  const rs = t.shape[r] as number;
  const r2 = r + 1 < t.count ? (t.shape[r + 1] as number) : -1;
  const first = t.shape[s] as number;
  const lw = t.word[e] as number;
  const ls = t.shape[e] as number;
  const marks = innerMarks(t, s, e);
  const echo = echoes(t, s, e);
  const b = step(both);
  const ri = step(right);
  const gap = step(both - rival);
  out[k++] = mix1(1, len);
  out[k++] = mix2(2, len, first);
  out[k++] = mix1(3, lw);
  out[k++] = mix1(4, t.suffix2[e] as number);
  out[k++] = mix1(5, ls);
  out[k++] = mix2(6, len, ls);
  out[k++] = mix2(7, first, ls);
  out[k++] = mix2(8, marks, len);
  out[k++] = mix1(9, marks);
  out[k++] = mix1(10, b);
  out[k++] = mix1(11, ri);
  out[k++] = mix2(12, b, len);
  out[k++] = mix2(13, ri, len);
  out[k++] = mix2(14, b, ri);
  out[k++] = mix1(15, gap);
  out[k++] = mix2(16, gap, ri);
  out[k++] = mix1(17, rw);
  out[k++] = mix1(18, t.prefix3[r] as number);
  out[k++] = mix1(19, rs);
  out[k++] = mix2(20, rs, r2);
  out[k++] = mix2(21, ls, rs);
  out[k++] = mix2(22, t.suffix2[e] as number, t.prefix2[r] as number);
  out[k++] = mix2(23, echo >> 4, len);
  out[k++] = mix2(24, echo & 15, len);
  out[k++] = mix1(25, echo);
  out[k++] = mix1(26, bucket((t.end[e] as number) - (t.start[s] as number)));
  out[k++] = mix2(27, first, rs);
  out[k++] = mix1(28, t.stem[r] as number);
  out[k++] = mix2(29, t.term[e] as number, marks);
  out[k++] = mix1(30, t.flags[r] as number);
  out[k++] = mix2(31, rw, r2);
  out[k++] = mix2(32, t.term[r] as number, r + 1 < t.count ? (t.term[r + 1] as number) : 0);
  let stop = r;
  const far = Math.min(t.count, r + 40);
  let comma = 0;
  while (stop < far && (t.term[stop] as number) < T_STOP) {
    if (comma === 0 && (t.term[stop] as number) === T_COMMA) comma = stop - r + 1;
    stop++;
  }
  out[k++] = mix1(33, bucket(stop - r));
  out[k++] = mix2(34, bucket(stop - r), len);
  out[k++] = mix1(35, bucket(comma));
  if (n <= 4)
    out[k++] = mix3(
      36,
      first,
      n > 2 ? (t.shape[s + 1] as number) : n,
      n > 3 ? mix2(37, t.shape[s + 2] as number, ls) : ls,
    );
  for (let i = s; i <= e; i++) {
    out[k++] = mix1(38, t.word[i] as number);
    if (i > s) out[k++] = mix2(39, t.shape[i] as number, i === e ? 1 : 0);
  }
  const roots = rootEchoes(t, s, e);
  out[k++] = mix2(41, roots, len);
  out[k++] = mix2(42, roots, rs);
  out[k++] = mix3(40, s > 0 && (t.flags[s] as number) & F_STAR_BEFORE ? 1 : 0, len, b);
  return k;
}
