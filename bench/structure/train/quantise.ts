import type { HashTable } from '../../../src/structure/learned/model.ts';

/** Weights in eight bits; a weight is `data × scale`. */
export interface Quantised {
  readonly data: Int8Array;
  readonly scale: number;
}

/** Quantises weights to eight bits; the largest weights, a share `clip` of all, may be clipped. */
export function quantise(weights: Float32Array, clip = 0): Quantised {
  const sizes = weights.map(Math.abs).sort();
  const place = Math.max(0, Math.floor(sizes.length * (1 - clip)) - 1);
  const scale = Math.fround(Math.max(1e-9, sizes[place] as number) / 127);
  const data = new Int8Array(weights.length);
  for (let i = 0; i < weights.length; i++)
    data[i] = Math.max(-127, Math.min(127, Math.round((weights[i] as number) / scale)));
  return { data, scale };
}

/** Returns weights after quantisation: the later steps are trained on the published values. */
export function rounded(weights: Float32Array, clip = 0): Float32Array {
  const { data, scale } = quantise(weights, clip);
  return Float32Array.from(data, (value) => value * scale);
}

/** Returns a table of hashed weights in the runtime's form. */
export function tableOf(weights: Float32Array, clip = 0): HashTable {
  const { data, scale } = quantise(weights, clip);
  return { weights: data, mask: weights.length - 1, scale };
}
