import type { Trees } from '../../../src/structure/learned/model.ts';
import { random } from './random.ts';

/** Parameters of the growth of trees. */
export interface Growth {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  /** L2 regularisation of leaf values. */
  readonly lambda: number;
  /** Least sum of Hessians in a leaf. */
  readonly minHess: number;
  /** Share of rows and of features that each tree uses. */
  readonly rows: number;
  readonly columns: number;
  readonly seed: number;
}

/** Features of the samples, row by row, and their answers. */
export interface Samples {
  readonly features: Float32Array;
  readonly width: number;
  readonly answers: Float32Array;
}

const BINS = 64;

/** Features as bin numbers, feature by feature, with the upper edge of each bin. */
interface Binned {
  readonly edges: readonly Float32Array[];
  readonly bins: Uint8Array;
}

function binned({ features, width, answers }: Samples): Binned {
  const n = answers.length;
  const edges: Float32Array[] = [];
  const bins = new Uint8Array(n * width);
  for (let f = 0; f < width; f++) {
    const column = new Float32Array(n);
    for (let i = 0; i < n; i++) column[i] = features[i * width + f] as number;
    column.sort();
    const found: number[] = [];
    for (let b = 1; b < BINS; b++) {
      const value = column[Math.floor((b * n) / BINS)] as number;
      const last = found[found.length - 1];
      if (value > (column[0] as number) && (last === undefined || value > last)) found.push(value);
    }
    const edge = Float32Array.from(found);
    edges.push(edge);
    for (let i = 0; i < n; i++) {
      const value = features[i * width + f] as number;
      let low = 0;
      let high = edge.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value >= (edge[middle] as number)) low = middle + 1;
        else high = middle;
      }
      bins[f * n + i] = low;
    }
  }
  return { edges, bins };
}

/** State of the samples during the growth of one tree. */
interface State {
  readonly gradient: Float32Array;
  readonly hessian: Float32Array;
  readonly node: Uint8Array;
  readonly rows: number[];
  readonly columns: number[];
  readonly histogram: Float64Array;
}

/** The best split of each node of a level; feature −1 where there is none. */
interface Splits {
  readonly gain: Float64Array;
  readonly feature: Int32Array;
  readonly bin: Int32Array;
}

function fillHistogram(state: State, bins: Uint8Array, from: number): void {
  const { gradient, hessian, node, rows, histogram } = state;
  for (let r = 0; r < rows.length; r++) {
    const i = rows[r] as number;
    const k = ((node[i] as number) * BINS + (bins[from + i] as number)) * 2;
    histogram[k] = (histogram[k] as number) + (gradient[i] as number);
    histogram[k + 1] = (histogram[k + 1] as number) + (hessian[i] as number);
  }
}

/** Replaces splits by better ones on feature `f`, from its histogram. */
function improve(
  splits: Splits,
  f: number,
  edges: number,
  histogram: Float64Array,
  { minHess, lambda }: Growth,
): void {
  for (let q = 0; q < splits.feature.length; q++) {
    let sum = 0;
    let weight = 0;
    for (let b = 0; b <= edges; b++) {
      const k = (q * BINS + b) * 2;
      sum += histogram[k] as number;
      weight += histogram[k + 1] as number;
    }
    if (weight < 2 * minHess) continue;
    const whole = (sum * sum) / (weight + lambda);
    let left = 0;
    let leftWeight = 0;
    for (let b = 0; b < edges; b++) {
      const k = (q * BINS + b) * 2;
      left += histogram[k] as number;
      leftWeight += histogram[k + 1] as number;
      const rightWeight = weight - leftWeight;
      if (leftWeight < minHess || rightWeight < minHess) continue;
      const right = sum - left;
      const gain =
        (left * left) / (leftWeight + lambda) + (right * right) / (rightWeight + lambda) - whole;
      if (gain > (splits.gain[q] as number)) {
        splits.gain[q] = gain;
        splits.feature[q] = f;
        splits.bin[q] = b;
      }
    }
  }
}

function bestSplits(state: State, { edges, bins }: Binned, level: number, growth: Growth): Splits {
  const width = 1 << level;
  const splits: Splits = {
    gain: new Float64Array(width).fill(1e-6),
    feature: new Int32Array(width).fill(-1),
    bin: new Int32Array(width),
  };
  for (const f of state.columns) {
    state.histogram.fill(0, 0, width * BINS * 2);
    fillHistogram(state, bins, f * state.node.length);
    improve(splits, f, (edges[f] as Float32Array).length, state.histogram, growth);
  }
  return splits;
}

/** Moves every sample to its child node. */
function divide(node: Uint8Array, splits: Splits, bins: Uint8Array): void {
  const n = node.length;
  for (let i = 0; i < n; i++) {
    const q = node[i] as number;
    const f = splits.feature[q] as number;
    const goesRight = f >= 0 && (bins[f * n + i] as number) > (splits.bin[q] as number);
    node[i] = q * 2 + (goesRight ? 1 : 0);
  }
}

/**
 * Gradient boosting with logistic loss: trees of one depth, grown level by level on histograms.
 * The same samples and growth give the same bytes.
 */
export function trainTrees(samples: Samples, growth: Growth): Trees {
  const { answers, width } = samples;
  const n = answers.length;
  const data = binned(samples);
  const next = random(growth.seed);
  let yes = 0;
  for (let i = 0; i < n; i++) yes += answers[i] as number;
  const base = Math.log(Math.max(1e-6, yes / (n - yes)));
  const logits = new Float32Array(n).fill(base);
  const leaves = 1 << growth.depth;
  const nodes = leaves - 1;
  const feature = new Uint8Array(growth.trees * nodes);
  const threshold = new Float32Array(growth.trees * nodes);
  const leaf = new Float32Array(growth.trees * leaves);
  const gradient = new Float32Array(n);
  const hessian = new Float32Array(n);
  const node = new Uint8Array(n);
  const histogram = new Float64Array(leaves * BINS * 2);
  for (let tree = 0; tree < growth.trees; tree++) {
    const rows: number[] = [];
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-(logits[i] as number)));
      gradient[i] = p - (answers[i] as number);
      hessian[i] = Math.max(1e-4, p * (1 - p));
      node[i] = 0;
      if (next() < growth.rows) rows.push(i);
    }
    const columns: number[] = [];
    for (let f = 0; f < width; f++) if (next() < growth.columns) columns.push(f);
    if (columns.length === 0) columns.push(0);
    const state: State = { gradient, hessian, node, rows, columns, histogram };
    for (let level = 0; level < growth.depth; level++) {
      const splits = bestSplits(state, data, level, growth);
      splits.feature.forEach((f, q) => {
        const at = tree * nodes + (1 << level) - 1 + q;
        const edge = f < 0 ? undefined : data.edges[f]?.[splits.bin[q] as number];
        feature[at] = Math.max(0, f);
        threshold[at] = edge ?? Number.POSITIVE_INFINITY;
      });
      divide(node, splits, data.bins);
    }
    const sums = new Float64Array(leaves);
    const weights = new Float64Array(leaves);
    for (const i of rows) {
      const q = node[i] as number;
      sums[q] = (sums[q] as number) + (gradient[i] as number);
      weights[q] = (weights[q] as number) + (hessian[i] as number);
    }
    for (let q = 0; q < leaves; q++)
      leaf[tree * leaves + q] =
        (-growth.rate * (sums[q] as number)) / ((weights[q] as number) + growth.lambda);
    for (let i = 0; i < n; i++)
      logits[i] = (logits[i] as number) + (leaf[tree * leaves + (node[i] as number)] as number);
  }
  return { depth: growth.depth, feature, threshold, leaf, count: growth.trees, base };
}
