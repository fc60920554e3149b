/**
 * The encoder: the words around a possible heading pass a few dilated convolutions, which read fifteen
 * words to either side, and give the classes of the gaps between words. It was trained on running text
 * in which punctuation and paragraph breaks were hidden (MODEL.md).
 *
 * All numbers are integers, so that every engine gives the same bits.
 */
import { type EncoderKernel, wasmKernel } from './encoder-kernel.ts';
import {
  CENTRE,
  DILATIONS,
  type EncoderWeights,
  GAPS,
  rowsFromStart,
  tableParts,
  WIDTH,
  WINDOW,
  WORD_ROWS,
  writeRows,
} from './encoder-shape.ts';
import type { HeadingHead } from './heading-head.ts';
import { rowOf } from './known-words.ts';
import { portableKernel } from './portable-kernel.ts';
import type { Tokens } from './tokens.ts';

/** First row that each layer writes, and the number of rows. */
const RANGES = [
  [1, 44],
  [3, 40],
  [7, 32],
  [15, 16],
] as const;

/** The encoder with its memory. */
export interface Encoder {
  /** Classes of the gaps around the last start, {@link CLASSES} for each, with 18 bits after the point. */
  readonly gaps: Int32Array;
  /** The encoded words, from the one before the last start on, {@link WIDTH} for each. */
  readonly words: Int16Array;
  /** Encodes the words around word `s`. */
  encode(t: Tokens, s: number): void;
  /** Returns the logit of the span of `k + 1` words from the last start, by a heading head. */
  scoreSpan(head: HeadingHead, k: number): number;
}

/**
 * Returns an encoder.
 *
 * @param weights its weights
 * @param known the rows of known words
 * @param count number of known words
 * @param isPortable whether to leave WebAssembly alone; the results are the same
 */
export function createEncoder(
  weights: EncoderWeights,
  known: Int32Array,
  count: number,
  isPortable = false,
): Encoder {
  const kernel: EncoderKernel =
    (isPortable ? undefined : wasmKernel(weights)) ?? portableKernel(weights);
  const parts = tableParts(count);
  const { ids, x } = kernel;
  return {
    gaps: kernel.gaps,
    words: rowsFromStart(kernel.r),
    scoreSpan: kernel.scoreSpan,
    encode(t, s) {
      const first = s - CENTRE;
      for (let j = 0; j < WINDOW; j++) {
        const i = first + j;
        if (i < 0 || i >= t.count) ids.fill(-1, j * WORD_ROWS, (j + 1) * WORD_ROWS);
        else writeRows(t, i, rowOf(known, t.word[i] as number), parts, ids, j * WORD_ROWS);
      }
      kernel.gather(WINDOW);
      for (let l = 0; l < DILATIONS.length; l++) {
        const [from, rows] = RANGES[l] as readonly [number, number];
        const dilation = DILATIONS[l] as number;
        kernel.rectify(from - dilation, rows + 2 * dilation);
        kernel.convolve(l, from, rows, dilation);
        // A place outside the text stays empty.
        if (first < 0) x.fill(0, 0, Math.min(WINDOW, -first) * WIDTH);
        const past = t.count - first;
        if (past < WINDOW) x.fill(0, Math.max(0, past) * WIDTH);
      }
      kernel.rectify(CENTRE - 1, GAPS + 1);
      kernel.compare(CENTRE - 1, GAPS);
    },
  };
}
