import { readFileSync } from 'node:fs';
import { webAssembly } from '../../../src/structure/learned/webassembly.ts';

/** The kernels of the training (`kernels/training.as`); addresses and strides are in bytes. */
export interface TrainingKernels {
  /** Adds a product of matrices to `c`; rows of `c` and `b` are contiguous. */
  multiply(
    a: number,
    rowA: number,
    stepA: number,
    b: number,
    rowB: number,
    c: number,
    rowC: number,
    rows: number,
    columns: number,
    inner: number,
  ): void;
  /** Writes the positive part of `n` floats. */
  positive(x: number, y: number, n: number): void;
  /** Adds to `g` the gradients `d` at which `x` is positive. */
  addWherePositive(x: number, d: number, g: number, n: number): void;
  /** Adds one row to each of `count` rows. */
  addToRows(row: number, to: number, count: number, width: number): void;
  /** Adds `count` rows to one row. */
  sumRows(from: number, row: number, count: number, width: number): void;
  /** Writes the sum of the table rows of each place. */
  gather(ids: number, rows: number, table: number, to: number, count: number, width: number): void;
  /** Makes an AdaGrad step on the table rows of each place. */
  descendRows(
    ids: number,
    rows: number,
    table: number,
    squares: number,
    gradients: number,
    count: number,
    width: number,
    rate: number,
    most: number,
  ): void;
  /** Makes an Adam step on `n` weights and clears their gradients. */
  descendAll(
    weights: number,
    gradients: number,
    means: number,
    squares: number,
    n: number,
    rate: number,
    scale: number,
    most: number,
  ): void;
}

/** The kernels with their memory. */
export interface TrainingMemory {
  readonly kernels: TrainingKernels;
  /** Returns the address of new room for `count` floats, all 0. */
  room(count: number): number;
  /** Returns the floats at an address. */
  floats(at: number, count: number): Float32Array;
}

/**
 * Returns the kernels with a memory of `size` floats.
 *
 * @throws Error in an engine without WebAssembly or its SIMD
 */
export function trainingMemory(size: number): TrainingMemory {
  if (webAssembly === undefined) throw new Error('training needs WebAssembly');
  const memory = new webAssembly.Memory({ initial: Math.ceil((size * 4 + 65536) / 65536) });
  const bytes = readFileSync(new URL('kernels/training.wasm', import.meta.url));
  const { exports } = new webAssembly.Instance(new webAssembly.Module(bytes), { env: { memory } });
  let top = 1024;
  return {
    kernels: exports as TrainingKernels,
    room(count) {
      const at = top;
      top += Math.ceil(count / 16) * 64;
      return at;
    },
    floats: (at, count) => new Float32Array(memory.buffer, at, count),
  };
}
