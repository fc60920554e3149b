/**
 * Keys of the features of a span (spans.ts). The kernels are compiled from this text as well, so that it keeps to whole
 * numbers, arrays of words and functions of this kind.
 */
import { key1, key2, key3, mix } from './hash.ts';
import { F_GLUED_BEFORE, F_PAREN_BEFORE, F_QUOTE_BEFORE, F_STAR_BEFORE } from './tokens.ts';
import type { Tokens } from './words.ts';

function bucket(n: number): number {
  return n < 4 ? n : n < 6 ? 4 : n < 9 ? 5 : n < 14 ? 6 : n < 22 ? 7 : n < 35 ? 8 : 9;
}

/** Writes the keys of the start alone; returns how many. */
export function startKeys(t: Tokens, s: number, prev: number, out: Int32Array): number {
  const w1 = t.word[s] as number;
  const s1 = t.shape[s] as number;
  const s2 = t.shape[s + 1] as number;
  const term = t.term[s - 1] as number;
  const flags = t.flags[s] as number;
  const star = flags & F_STAR_BEFORE;
  const glued = flags & F_GLUED_BEFORE;
  let k = 0;
  out[k++] = key1(100, 0);
  out[k++] = key1(101, term);
  out[k++] = key1(102, w1);
  out[k++] = key1(103, t.prefix3[s] as number);
  out[k++] = key1(104, s1);
  out[k++] = key1(105, t.suffix2[s] as number);
  out[k++] = key1(106, flags & (F_QUOTE_BEFORE | F_STAR_BEFORE | F_GLUED_BEFORE | F_PAREN_BEFORE));
  out[k++] = key1(107, t.word[s + 1] as number);
  out[k++] = key1(108, s2);
  out[k++] = key2(109, s1, s2);
  out[k++] = key1(110, bucket(s - prev));
  out[k++] = key1(111, bucket(s >> 3));
  out[k++] = key2(112, star, bucket((t.count - s) >> 3));
  out[k++] = key2(113, t.prefix2[s] as number, t.suffix2[s] as number);
  out[k++] = key1(114, t.word[s - 1] as number);
  out[k++] = key2(115, glued, term);
  return k;
}

/**
 * Writes the keys of the span `s` to `e` but those of its single words: its punctuation, the words to the next stop and
 * comma, the stems and roots that recur, and the quantised scores of the gap after it.
 */
export function borderKeys(
  t: Tokens,
  s: number,
  e: number,
  marks: number,
  stop: number,
  comma: number,
  echo: number,
  roots: number,
  b: number,
  ri: number,
  gap: number,
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
  out[k++] = key1(1, len);
  out[k++] = key2(2, len, first);
  out[k++] = key1(3, lw);
  out[k++] = key1(4, t.suffix2[e] as number);
  out[k++] = key1(5, ls);
  out[k++] = key2(6, len, ls);
  out[k++] = key2(7, first, ls);
  out[k++] = key2(8, marks, len);
  out[k++] = key1(9, marks);
  out[k++] = key1(10, b);
  out[k++] = key1(11, ri);
  out[k++] = key2(12, b, len);
  out[k++] = key2(13, ri, len);
  out[k++] = key2(14, b, ri);
  out[k++] = key1(15, gap);
  out[k++] = key2(16, gap, ri);
  out[k++] = key1(17, rw);
  out[k++] = key1(18, t.prefix3[r] as number);
  out[k++] = key1(19, rs);
  out[k++] = key2(20, rs, r2);
  out[k++] = key2(21, ls, rs);
  out[k++] = key2(22, t.suffix2[e] as number, t.prefix2[r] as number);
  out[k++] = key2(23, echo >> 4, len);
  out[k++] = key2(24, echo & 15, len);
  out[k++] = key1(25, echo);
  out[k++] = key1(26, bucket((t.end[e] as number) - (t.start[s] as number)));
  out[k++] = key2(27, first, rs);
  out[k++] = key1(28, t.stem[r] as number);
  out[k++] = key2(29, t.term[e] as number, marks);
  out[k++] = key1(30, t.flags[r] as number);
  out[k++] = key2(31, rw, r2);
  out[k++] = key2(32, t.term[r] as number, r + 1 < t.count ? (t.term[r + 1] as number) : 0);
  out[k++] = key1(33, bucket(stop));
  out[k++] = key2(34, bucket(stop), len);
  out[k++] = key1(35, bucket(comma));
  if (n <= 4)
    out[k++] = key3(
      36,
      first,
      n > 2 ? (t.shape[s + 1] as number) : n,
      n > 3 ? mix(key2(37, t.shape[s + 2] as number, ls)) : ls,
    );
  out[k++] = key2(41, roots, len);
  out[k++] = key2(42, roots, rs);
  out[k++] = key3(40, s > 0 && (t.flags[s] as number) & F_STAR_BEFORE ? 1 : 0, len, b);
  return k;
}

/** Writes the keys of word `i` inside a span from `s` to `e`. */
export function wordKeys(
  t: Tokens,
  i: number,
  s: number,
  e: number,
  out: Int32Array,
  from: number,
): number {
  out[from] = key1(38, t.word[i] as number);
  if (i === s) return from + 1;
  out[from + 1] = key2(39, t.shape[i] as number, i === e ? 1 : 0);
  return from + 2;
}
