/**
 * Features of a gap between two words, without punctuation: the words on its right (a possible
 * opening of a sentence), on its left, and pairs of both.
 */
import { leftKeys, rightKeys } from './gap-keys.ts';
import { mixKeys } from './hash.ts';
import type { Tokens } from './tokens.ts';

/** Greatest number of features of a gap. */
export const MAX_GAP_FEATURES = 48;

/** Writes the features of the words from `i` on, which need no left side; returns how many. */
export function rightFeatures(t: Tokens, i: number, out: Int32Array): number {
  const n = rightKeys(t, i, out);
  mixKeys(out, 0, n);
  return n;
}

/** Writes the features of the words before `i`, from index `from`; returns the new count. */
export function leftFeatures(t: Tokens, i: number, out: Int32Array, from: number): number {
  const n = leftKeys(t, i, out, from);
  mixKeys(out, from, n);
  return n;
}
