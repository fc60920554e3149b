import {
  leftFeatures,
  MAX_GAP_FEATURES,
  rightFeatures,
} from '../../../src/structure/learned/boundary-features.ts';
import type { HashTable } from '../../../src/structure/learned/model.ts';
import { isRead, type Segment, UNKNOWN } from './corpus.ts';
import { newSquares, sigmoid } from './descent.ts';
import { tableOf } from './quantise.ts';
import { random, shuffle } from './random.ts';

const BITS = 19;
const RIGHT_BITS = 18;
const PARAGRAPH_BITS = 17;
const EPOCHS = 2;
const DECAY = 1e-4;
/** Share of the gaps inside sentences that is used for training. */
const INSIDE_SHARE = 0.35;
/** Share of the weights that quantisation may clip. */
const CLIP = 1e-5;

/**
 * Linear scorers of the gap between two words without their punctuation. Only `both` (a sentence starts here,
 * from both sides) is trained; the other two are empty.
 */
export interface GapTables {
  readonly both: HashTable;
  readonly right: HashTable;
  readonly paragraph: HashTable;
}

/**
 * Returns an empty table: the format has a section for it, but the later steps are trained without it.
 * `MODEL.md` explains why, with the results of trained tables.
 */
function voidTable(bits: number): HashTable {
  const weights = new Int8Array(1 << bits);
  return { weights, mask: weights.length - 1, scale: Number.NaN };
}

/** Trains the tables on all segments but those of the fold `held`. */
export function trainGapTables(segments: readonly Segment[], held: number): GapTables {
  const weights = new Float32Array(1 << BITS);
  const squares = newSquares(weights, 0.1);
  const mask = weights.length - 1;
  const ids = new Int32Array(MAX_GAP_FEATURES);
  const next = random(17);
  const order = segments.filter((segment) => isRead(segment, held));
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, next);
    const rate = 0.08 / (1 + epoch);
    for (const { words, labels } of order) {
      for (let i = 1; i < words.count; i++) {
        const label = labels[i] as number;
        if (label === UNKNOWN) continue;
        if (label === 0 && next() > INSIDE_SHARE) continue;
        const count = leftFeatures(words, i, ids, rightFeatures(words, i, ids));
        let z = 0;
        for (let j = 0; j < count; j++) z += weights[(ids[j] as number) & mask] as number;
        const error = sigmoid(z) - (label > 0 ? 1 : 0);
        for (let j = 0; j < count; j++) {
          const k = (ids[j] as number) & mask;
          const gradient = error + DECAY * (weights[k] as number);
          const sum = (squares[k] as number) + gradient * gradient;
          squares[k] = sum;
          weights[k] = (weights[k] as number) - (rate * gradient) / Math.sqrt(sum + 1e-6);
        }
      }
    }
  }
  return {
    both: tableOf(weights, CLIP),
    right: voidTable(RIGHT_BITS),
    paragraph: voidTable(PARAGRAPH_BITS),
  };
}
