import { scoreTrees, type Trees } from '../../../src/structure/learned/model.ts';
import { type Growth, trainTrees } from './boosted-trees.ts';

/** Rows of features, some of which are learnt from, each in a fold. */
export interface Table {
  readonly features: Float32Array;
  /** Distance from one row to the next, and how many of its features are used. */
  readonly stride: number;
  readonly width: number;
  /** 1 yes, 0 no, −1 not learnt from. */
  readonly answers: Int8Array;
  readonly folds: Uint8Array;
}

/** Trees of all rows, and the logit of each row by trees that have not seen its fold. */
export interface Fitted {
  readonly trees: Trees;
  readonly logits: Float32Array;
}

/** Fits trees on every row outside the fold `held`. */
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

/** Cross-fits: one set of trees without each fold, then one of all rows. */
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

/** Averages trees of the same growth but for the seed, as one set of trees. */
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
