/**
 * The heading head: one small hidden layer on the encoded words at the borders of a span, which tells how likely the span
 * is a heading.
 */
import { VALUE_BITS, WIDTH } from './encoder-shape.ts';
import { MAX_WORDS } from './spans.ts';

/** Numbers of the hidden layer. */
export const HIDDEN = 24;
/** Encoded words that the head reads: those beside the start, those beside the end, and the mean of the span. */
export const PARTS = 5;
/** Numbers that the head reads. */
export const INPUTS = PARTS * WIDTH;
/** Value of one unit of an encoded word. */
const UNIT = 1 / (1 << VALUE_BITS);

/** The weights of the head. */
export interface HeadingHead {
  /** Weights of the inputs, then of the span's number of words. */
  readonly w1: Float32Array;
  readonly b1: Float32Array;
  readonly w2: Float32Array;
  readonly b2: Float32Array;
}

/** Returns a head that gives 0 for every span. */
export function voidHead(): HeadingHead {
  return {
    w1: new Float32Array((INPUTS + MAX_WORDS) * HIDDEN),
    b1: new Float32Array(HIDDEN),
    w2: new Float32Array(HIDDEN),
    b2: new Float32Array(1),
  };
}

const input = new Float32Array(INPUTS);
const hidden = new Float32Array(HIDDEN);

/** Writes what the head reads of the span of `k + 1` words; `words` are the encoded ones from the one before it on. */
export function headInput(words: Int16Array, k: number, out: Float32Array): void {
  for (let d = 0; d < WIDTH; d++) {
    let sum = 0;
    for (let i = 1; i <= k + 1; i++) sum += words[i * WIDTH + d] as number;
    out[d] = (words[d] as number) * UNIT;
    out[WIDTH + d] = (words[WIDTH + d] as number) * UNIT;
    out[2 * WIDTH + d] = (words[(k + 1) * WIDTH + d] as number) * UNIT;
    out[3 * WIDTH + d] = (words[(k + 2) * WIDTH + d] as number) * UNIT;
    out[4 * WIDTH + d] = (sum * UNIT) / (k + 1);
  }
}

/** Returns the logit of the span of `k + 1` words against no heading. */
export function scoreSpan({ w1, b1, w2, b2 }: HeadingHead, words: Int16Array, k: number): number {
  headInput(words, k, input);
  const size = (INPUTS + k) * HIDDEN;
  for (let u = 0; u < HIDDEN; u++) hidden[u] = (b1[u] as number) + (w1[size + u] as number);
  for (let i = 0; i < INPUTS; i++) {
    const value = input[i] as number;
    if (value === 0) continue;
    const at = i * HIDDEN;
    for (let u = 0; u < HIDDEN; u++)
      hidden[u] = (hidden[u] as number) + value * (w1[at + u] as number);
  }
  let z = b2[0] as number;
  for (let u = 0; u < HIDDEN; u++) {
    const value = hidden[u] as number;
    if (value > 0) z += value * (w2[u] as number);
  }
  return z;
}
