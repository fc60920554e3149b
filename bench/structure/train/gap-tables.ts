import {
  leftFeatures,
  MAX_GAP_FEATURES,
  rightFeatures,
} from '../../../src/structure/learned/boundary-features.ts';
import type { HashTable } from '../../../src/structure/learned/model.ts';
import { newSquares, sigmoid } from './descent.ts';
import { tableOf } from './quantise.ts';
import { random, shuffle } from './random.ts';
import { PARAGRAPH, type Segment, UNKNOWN } from './segments.ts';

/** Bits of each table's size. */
const BITS = { both: 19, right: 17, paragraph: 17 };
const EPOCHS = 2;
const DECAY = 1e-4;
/** Share of the gaps inside sentences that is used for training. */
const INSIDE_SHARE = 0.35;
/** Share of the weights that quantisation may clip. */
const CLIP = 1e-5;

/**
 * Linear scorers of the gap between two words without their punctuation: a sentence starts here, from both sides and from
 * the right side alone; a paragraph starts here, given that a sentence does.
 */
export interface GapTables {
  readonly both: HashTable;
  readonly right: HashTable;
  readonly paragraph: HashTable;
}

/** A table under training. */
interface Learner {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
}

function learner(bits: number): Learner {
  const weights = new Float32Array(1 << bits);
  return { weights, squares: newSquares(weights, 0.1) };
}

function learn(
  { weights, squares }: Learner,
  ids: Int32Array,
  count: number,
  answer: number,
  rate: number,
): void {
  const mask = weights.length - 1;
  let z = 0;
  for (let j = 0; j < count; j++) z += weights[(ids[j] as number) & mask] as number;
  const error = sigmoid(z) - answer;
  for (let j = 0; j < count; j++) {
    const k = (ids[j] as number) & mask;
    const gradient = error + DECAY * (weights[k] as number);
    const sum = (squares[k] as number) + gradient * gradient;
    squares[k] = sum;
    weights[k] = (weights[k] as number) - (rate * gradient) / Math.sqrt(sum + 1e-6);
  }
}

/** Trains the tables on running text. */
export function trainGapTables(segments: readonly Segment[]): GapTables {
  const both = learner(BITS.both);
  const right = learner(BITS.right);
  const paragraph = learner(BITS.paragraph);
  const ids = new Int32Array(MAX_GAP_FEATURES);
  const next = random(17);
  const order = [...segments];
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, next);
    const rate = 0.08 / (1 + epoch);
    for (const { words, labels, hasParagraphs } of order) {
      for (let i = 1; i < words.count; i++) {
        const label = labels[i] as number;
        if (label === UNKNOWN) continue;
        if (label === 0 && next() > INSIDE_SHARE) continue;
        const own = rightFeatures(words, i, ids);
        const count = leftFeatures(words, i, ids, own);
        const isStart = label > 0 ? 1 : 0;
        learn(both, ids, count, isStart, rate);
        learn(right, ids, own, isStart, rate);
        if (label > 0 && hasParagraphs)
          learn(paragraph, ids, count, label === PARAGRAPH ? 1 : 0, rate);
      }
    }
  }
  return {
    both: tableOf(both.weights, CLIP),
    right: tableOf(right.weights, CLIP),
    paragraph: tableOf(paragraph.weights, CLIP),
  };
}
