import {
  CLASSES,
  DILATIONS,
  type EncoderWeights,
  LAYER_WEIGHTS,
  MOST_WEIGHT,
  TAPS,
  VALUE_BITS,
  WEIGHT_BITS,
  WIDTH,
} from '../../../src/structure/learned/encoder-shape.ts';
import { type EncoderFloats, HEAD } from './encoder-network.ts';

const bounded = (value: number, most: number): number =>
  Math.max(-most, Math.min(most, Math.round(value)));

/** Returns the encoder in integers, in the order that the kernel reads. */
export function quantiseEncoder({
  table,
  layers,
  biases,
  head,
  headBiases,
}: EncoderFloats): EncoderWeights {
  const unit = 2 ** WEIGHT_BITS;
  const half = WIDTH / 2;
  const packed = new Int16Array(DILATIONS.length * LAYER_WEIGHTS);
  for (let l = 0; l < DILATIONS.length; l++)
    for (let tap = 0; tap < TAPS; tap++)
      for (let i = 0; i < WIDTH; i++)
        for (let j = 0; j < WIDTH; j++) {
          const from = l * LAYER_WEIGHTS + (tap * WIDTH + i) * WIDTH + j;
          const part = j < half ? 0 : 1;
          const to =
            l * LAYER_WEIGHTS +
            part * (LAYER_WEIGHTS / 2) +
            (tap * half + (i >> 1)) * WIDTH +
            (j - part * half) * 2 +
            (i & 1);
          packed[to] = bounded((layers[from] as number) * unit, MOST_WEIGHT);
        }
  const heads = new Int16Array(CLASSES * 2 * WIDTH);
  for (let i = 0; i < 2 * WIDTH; i++)
    for (let c = 0; c < CLASSES; c++)
      heads[c * 2 * WIDTH + i] = bounded((head[i * HEAD + c] as number) * unit, MOST_WEIGHT);
  const fine = 2 ** (WEIGHT_BITS + VALUE_BITS);
  return {
    // The kernel takes the rows of the table times four.
    table: Int8Array.from(table, (value) => bounded(value * 2 ** (VALUE_BITS - 2), 127)),
    layers: packed,
    biases: Int32Array.from(biases, (value) => Math.round(value * fine)),
    head: heads,
    headBiases: Int32Array.from(headBiases.subarray(0, CLASSES), (value) =>
      Math.round(value * fine),
    ),
  };
}
