import { scoreTrees, type Trees } from '../../../src/structure/learned/model.ts';
import { type Growth, trainTrees } from './boosted-trees.ts';

/** Rows of features with their answers and folds. */
export interface Table {
  readonly features: Float32Array;
  /** Distance from one row to the next, and the number of features used. */
  readonly stride: number;
  readonly width: number;
  /** 1 positive, 0 negative, −1 excluded from training. */
  readonly answers: Int8Array;
  readonly folds: Uint8Array;
}

/** Trees of all rows, and the logit of each row from trees that were not trained on its fold. */
export interface Fitted {
  readonly trees: Trees;
  readonly logits: Float32Array;
}

/** Fits trees on all rows outside the fold `held`. */
export function fitTrees(table: Table, growth: Growth, held: number): Trees {
  const { features, stride, width, answers, folds } = table;
  const rows: number[] = [];
  answers.forEach((answer, row) => {
    if (answer >= 0 && folds[row] !== held) rows.push(row);
  });
  const own = new Float32Array(rows.length * width);
  rows.forEach((row, i) => {
    own.set(features.subarray(row * stride, row * stride + width), i * width);
  });
  const wanted = Float32Array.from(rows, (row) => answers[row] as number);
  return trainTrees({ features: own, width, answers: wanted }, growth);
}

/** Cross-fits trees: one set without each fold, then one on all rows. */
export function crossFit(
  table: Table,
  folds: number,
  train: (table: Table, held: number) => Trees,
): Fitted {
  const logits = new Float32Array(table.answers.length);
  for (let fold = 0; fold < folds; fold++) {
    const trees = train(table, fold);
    logits.forEach((_, row) => {
      if (table.folds[row] === fold)
        logits[row] = scoreTrees(trees, table.features, row * table.stride);
    });
  }
  return { trees: train(table, -1), logits };
}

/** Returns the average, as one set of trees, of sets that differ only in the seed.
 *
 * @throws Error if there are none */
export function averaged(sets: readonly Trees[]): Trees {
  const [first] = sets;
  if (first === undefined) throw new Error('no trees to average');
  const join = (part: (trees: Trees) => Float32Array): Float32Array =>
    Float32Array.from(sets.flatMap((trees) => [...part(trees)]));
  return {
    depth: first.depth,
    count: sets.reduce((sum, { count }) => sum + count, 0),
    base: first.base,
    feature: Uint8Array.from(sets.flatMap(({ feature }) => [...feature])),
    threshold: join(({ threshold }) => threshold),
    leaf: join(({ leaf }) => leaf).map((value) => value / sets.length),
  };
}

const GROWTH = { depth: 5, rate: 0.05, lambda: 6, minHess: 1.5, rows: 0.6, columns: 0.3 };
/** Trees of two seeds are averaged. */
const SEEDS = [7, 19];

/** No trees: every score is 0. */
export const noTrees: Trees = {
  depth: 1,
  count: 0,
  base: 0,
  feature: new Uint8Array(0),
  threshold: new Float32Array(0),
  leaf: new Float32Array(0),
};

/** Returns a function that fits `count` trees of headings for each seed, on all rows outside a fold. */
export function fitAveraged(count: number): (table: Table, held: number) => Trees {
  return (table, held) =>
    averaged(SEEDS.map((seed) => fitTrees(table, { ...GROWTH, trees: count, seed }, held)));
}
