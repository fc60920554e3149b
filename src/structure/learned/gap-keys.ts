/**
 * Keys of the features of a gap between two words (boundary-features.ts). The kernels are compiled from this text as well,
 * so that it keeps to whole numbers, arrays of words and functions of this kind.
 */
import { key1, key2, key3 } from './hash.ts';
import type { Tokens } from './words.ts';

/** Writes the keys of the words from `i` on; returns how many. */
export function rightKeys(t: Tokens, i: number, out: Int32Array): number {
  const n = t.count;
  const w1 = t.word[i] as number;
  const p1 = t.prefix3[i] as number;
  const s1 = t.shape[i] as number;
  const e1 = t.suffix2[i] as number;
  const has2 = i + 1 < n;
  const has3 = i + 2 < n;
  const w2 = has2 ? (t.word[i + 1] as number) : 0;
  const p2 = has2 ? (t.prefix3[i + 1] as number) : 0;
  const s2 = has2 ? (t.shape[i + 1] as number) : -1;
  const w3 = has3 ? (t.word[i + 2] as number) : 0;
  const s3 = has3 ? (t.shape[i + 2] as number) : -1;
  const edge = t.prefix2[i] as number;
  out[0] = key1(1, w1);
  out[1] = key1(2, p1);
  out[2] = key1(3, s1);
  out[3] = key1(4, e1);
  out[4] = key1(5, t.stem[i] as number);
  out[5] = key1(6, w2);
  out[6] = key1(7, p2);
  out[7] = key1(8, s2);
  out[8] = key1(9, has2 ? (t.suffix2[i + 1] as number) : 0);
  out[9] = key1(10, w3);
  out[10] = key1(11, s3);
  out[11] = key2(12, w1, w2);
  out[12] = key2(13, w1, s2);
  out[13] = key2(14, s1, w2);
  out[14] = key3(15, s1, s2, s3);
  out[15] = key2(16, p1, p2);
  out[16] = key2(17, w2, w3);
  out[17] = key1(18, i + 3 < n ? (t.shape[i + 3] as number) : -1);
  out[18] = key1(19, has2 ? (t.stem[i + 1] as number) : 0);
  out[19] = key2(20, edge, e1);
  out[20] = key3(21, edge, e1, s2);
  out[21] = key3(22, w1, s2, s3);
  return 22;
}

/** Writes the keys of the words before `i`, from index `from`; returns the new count. */
export function leftKeys(t: Tokens, i: number, out: Int32Array, from: number): number {
  let k = from;
  const l = i - 1;
  const w1 = t.word[l] as number;
  const s1 = t.shape[l] as number;
  const e2 = t.suffix2[l] as number;
  const e3 = t.suffix3[l] as number;
  const has2 = l > 0;
  const w2 = has2 ? (t.word[l - 1] as number) : 0;
  const s2 = has2 ? (t.shape[l - 1] as number) : -1;
  const rw = t.word[i] as number;
  const rs = t.shape[i] as number;
  out[k++] = key1(30, w1);
  out[k++] = key1(31, e2);
  out[k++] = key1(32, e3);
  out[k++] = key1(33, s1);
  out[k++] = key1(34, w2);
  out[k++] = key1(35, s2);
  out[k++] = key2(36, w2, w1);
  out[k++] = key1(37, t.stem[l] as number);
  out[k++] = key2(38, s2, s1);
  out[k++] = key1(39, l > 1 ? (t.word[l - 2] as number) : 0);
  out[k++] = key2(40, w1, rw);
  out[k++] = key2(41, s1, rs);
  out[k++] = key2(42, w1, rs);
  out[k++] = key2(43, s1, rw);
  out[k++] = key2(44, e2, t.prefix2[i] as number);
  out[k++] = key2(45, t.stem[l] as number, t.stem[i] as number);
  out[k++] = key3(46, s2, s1, rs);
  out[k++] = key2(47, e3, rw);
  out[k++] = key2(48, w1, t.prefix3[i] as number);
  out[k++] = key3(49, s1, rs, i + 1 < t.count ? (t.shape[i + 1] as number) : -1);
  return k;
}
