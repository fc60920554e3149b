/** Boosted trees on sixteen rows side by side, in WebAssembly compiled from `kernels/trees.as`. */
import type { RowScorer, Trees } from './trees.ts';
import { treesCode } from './trees-code.ts';
import { instantiate } from './webassembly.ts';

/** Rows side by side. */
const LANES = 16;
/** The depth of the trees that the kernel walks. */
const DEPTH = 5;
const NODES = 31;
const LEAVES = 32;
/** Most features of a row. */
const MOST_FEATURES = 256;
/** Most cuts of a feature: bins are compared as signed bytes. */
const MOST_CUTS = 127;
/** Bytes of each entry of the index of cuts: their address and that of their end. */
const ENTRY = 8;

/** The exports of the module. */
interface TreeExports {
  bin(values: number, rows: number, features: number, index: number, bins: number): void;
  add(
    nodes: number,
    leaves: number,
    count: number,
    bins: number,
    places: number,
    sums: number,
    rows: number,
  ): void;
}

/** Trees whose thresholds are replaced by bins. */
interface BinnedTrees {
  readonly trees: Trees;
  /** Ascending thresholds of each feature. */
  readonly cuts: readonly Float32Array[];
}

/** Returns the different thresholds of each feature; undefined for trees that the kernel cannot walk. */
function binned(trees: Trees): BinnedTrees | undefined {
  const { depth, count, feature, threshold } = trees;
  if (depth !== DEPTH) return undefined;
  const nodes = count * NODES;
  const ends = new Int32Array(MOST_FEATURES);
  let width = 0;
  for (let i = 0; i < nodes; i++) {
    const f = feature[i] as number;
    ends[f] = (ends[f] as number) + 1;
    width = Math.max(width, f + 1);
  }
  const cuts: Float32Array[] = [];
  for (let f = 0; f < width; f++) cuts.push(new Float32Array(ends[f] as number));
  ends.fill(0);
  for (let i = 0; i < nodes; i++) {
    const f = feature[i] as number;
    const at = ends[f] as number;
    (cuts[f] as Float32Array)[at] = threshold[i] as number;
    ends[f] = at + 1;
  }
  const different = cuts.map((own) => own.sort().filter((cut, i) => i === 0 || cut !== own[i - 1]));
  // What is no number comes last, and differs from itself.
  const isBinned = different.every((own) => own.length <= MOST_CUTS && !Number.isNaN(own.at(-1)));
  return isBinned ? { trees, cuts: different } : undefined;
}

/** Returns the place of a threshold among the cuts of its feature. */
function placeOfCut(cuts: Float32Array, threshold: number): number {
  let low = 0;
  let high = cuts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] as number) < threshold) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Returns the least even number that is not below a number. */
const even = (count: number): number => (count + 1) & ~1;

/** Addresses of one set of trees. */
interface Placed extends BinnedTrees {
  readonly nodes: number;
  readonly leaves: number;
  readonly index: number;
}

/** Places sets of trees in one memory; returns a scorer of each, undefined where none is possible. */
function place(sets: readonly Trees[]): readonly (RowScorer | undefined)[] {
  let size = 1024;
  const room = (bytes: number): number => {
    const at = size;
    size += (bytes + 15) & ~15;
    return at;
  };
  const values = room(LANES * MOST_FEATURES * 4);
  const bins = room(LANES * MOST_FEATURES);
  const places = room(LANES);
  const sums = room(LANES * 8);
  const placed = sets.map((trees): Placed | undefined => {
    const own = binned(trees);
    return (
      own && {
        ...own,
        nodes: room(trees.count * NODES * 2),
        leaves: room(trees.count * LEAVES * 4),
        index: room(own.cuts.reduce((sum, { length }) => sum + ENTRY + even(length) * 4, 0)),
      }
    );
  });
  const instance = instantiate(treesCode(), size);
  if (instance === undefined) return [];
  const { buffer } = instance.memory;
  const code = instance.exports as TreeExports;
  const input = new Float32Array(buffer, values, LANES * MOST_FEATURES);
  const output = new Float64Array(buffer, sums, LANES);
  return placed.map((own) => {
    if (own === undefined) return undefined;
    write(buffer, own);
    const { trees, cuts, nodes, leaves, index } = own;
    const width = cuts.length;
    return (x, stride, count, out) => {
      for (let from = 0; from < count; from += LANES) {
        const some = Math.min(LANES, count - from);
        for (let r = 0; r < some; r++) {
          const at = (from + r) * stride;
          for (let f = 0; f < width; f++) input[f * LANES + r] = x[at + f] as number;
        }
        output.fill(trees.base);
        code.bin(values, some, width, index, bins);
        code.add(nodes, leaves, trees.count, bins, places, sums, some);
        for (let r = 0; r < some; r++) out[from + r] = output[r] as number;
      }
      return true;
    };
  });
}

/** Writes trees into the memory. */
function write(buffer: ArrayBuffer, { trees, cuts, nodes, leaves, index }: Placed): void {
  const { count, feature, threshold, leaf } = trees;
  new Float32Array(buffer, leaves, count * LEAVES).set(leaf);
  const bytes = new Uint8Array(buffer, nodes, count * NODES * 2);
  for (let i = 0; i < count * NODES; i++) {
    const f = feature[i] as number;
    bytes[i * 2] = f;
    bytes[i * 2 + 1] = placeOfCut(cuts[f] as Float32Array, threshold[i] as number);
  }
  let at = index + cuts.length * ENTRY;
  cuts.forEach((own, f) => {
    const length = even(own.length);
    new Uint32Array(buffer, index + f * ENTRY, 2).set([at, at + length * 4]);
    const list = new Float32Array(buffer, at, length).fill(Number.NaN);
    list.set(own);
    at += length * 4;
  });
}

/** Returns trees that are scored on sixteen rows at once, where the engine can; prepared when the first of them is used. */
export function withLanes(sets: readonly Trees[]): Trees[] {
  let scorers: readonly (RowScorer | undefined)[] | undefined;
  return sets.map((trees, i) => ({
    ...trees,
    lanes: (x, stride, count, out) => {
      scorers ??= place(sets);
      return scorers[i]?.(x, stride, count, out) ?? false;
    },
  }));
}
