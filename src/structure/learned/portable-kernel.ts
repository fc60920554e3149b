import type { EncoderKernel } from './encoder-kernel.ts';
import {
  CLASSES,
  type EncoderWeights,
  GAPS,
  LAYER_WEIGHTS,
  MOST,
  rowsFromStart,
  WEIGHT_BITS,
  WIDTH,
  WINDOW,
  WORD_ROWS,
} from './encoder-shape.ts';
import { scoreSpan } from './heading-head.ts';

const HALF = WIDTH / 2;

const saturated = (value: number): number => Math.max(-32768, Math.min(32767, value));

/** Returns the kernel in JavaScript: the same bits, twenty times slower. */
export function portableKernel({
  table,
  layers,
  biases,
  head,
  headBiases,
}: EncoderWeights): EncoderKernel {
  const ids = new Int32Array(WINDOW * WORD_ROWS);
  const x = new Int16Array(WINDOW * WIDTH);
  const r = new Int16Array(WINDOW * WIDTH);
  const words = rowsFromStart(r);
  const gaps = new Int32Array(GAPS * CLASSES);
  const sums = new Int32Array(WIDTH);
  return {
    ids,
    x,
    r,
    gaps,
    scoreSpan: (own, k) => scoreSpan(own, words, k),
    gather(count) {
      x.fill(0, 0, count * WIDTH);
      for (let i = 0; i < count; i++) {
        for (let k = 0; k < WORD_ROWS; k++) {
          const id = ids[i * WORD_ROWS + k] as number;
          if (id < 0) continue;
          for (let j = 0; j < WIDTH; j++)
            x[i * WIDTH + j] = (x[i * WIDTH + j] as number) + 4 * (table[id * WIDTH + j] as number);
        }
      }
    },
    rectify(from, count) {
      for (let j = from * WIDTH; j < (from + count) * WIDTH; j++)
        r[j] = Math.max(0, Math.min(MOST, x[j] as number));
    },
    convolve(layer, from, count, dilation) {
      for (let i = from; i < from + count; i++) {
        for (let j = 0; j < WIDTH; j++) sums[j] = biases[layer * WIDTH + j] as number;
        for (let tap = 0; tap < 3; tap++) {
          const at = (i + (tap - 1) * dilation) * WIDTH;
          for (let c = 0; c < WIDTH; c++) {
            const value = r[at + c] as number;
            if (value === 0) continue;
            // [half][tap][pair][output][input of the pair]
            const w = layer * LAYER_WEIGHTS + (tap * HALF + (c >> 1)) * WIDTH + (c & 1);
            for (let j = 0; j < HALF; j++) {
              sums[j] = (sums[j] as number) + Math.imul(value, layers[w + 2 * j] as number);
              const k = HALF + j;
              const other = layers[w + LAYER_WEIGHTS / 2 + 2 * j] as number;
              sums[k] = (sums[k] as number) + Math.imul(value, other);
            }
          }
        }
        for (let j = 0; j < WIDTH; j++) {
          const to = i * WIDTH + j;
          x[to] = saturated((x[to] as number) + saturated((sums[j] as number) >> WEIGHT_BITS));
        }
      }
    },
    compare(from, count) {
      for (let i = 0; i < count; i++) {
        for (let c = 0; c < CLASSES; c++) {
          let sum = headBiases[c] as number;
          for (let j = 0; j < 2 * WIDTH; j++)
            sum += Math.imul(
              r[(from + i) * WIDTH + j] as number,
              head[c * 2 * WIDTH + j] as number,
            );
          gaps[i * CLASSES + c] = sum;
        }
      }
    },
  };
}
