import {
  createEnds,
  isWorthScoring,
  type LinearModel,
  readEnds,
  rivalOf,
} from '../../../src/structure/learned/ends.ts';
import type { HashTable } from '../../../src/structure/learned/model.ts';
import {
  MAX_SPAN_FEATURES,
  MAX_WORDS,
  mayStart,
  spanFeatures,
  startFeatures,
} from '../../../src/structure/learned/spans.ts';
import { type Article, goldByWord } from './corpus.ts';
import { descend, newSquares } from './descent.ts';
import { tableOf } from './quantise.ts';
import { random, shuffle } from './random.ts';

/** Folds in the cross-fitting of the span table: more than for the boundary scorers, as it is cheap. */
export const SPAN_FOLDS = 6;

const BITS = 17;
const MASK = (1 << BITS) - 1;
const EPOCHS = 6;
const RATE = 0.1;
const DECAY = 2e-5;
const CLIP = 1e-5;

/** The models that select the starts and score the gaps after them. */
type Gate = Pick<LinearModel, 'both' | 'right' | 'start' | 'startCut'>;

/** A start with its hashed features, those of each span from it, and its answer. */
interface Start {
  readonly fold: number;
  readonly features: Int32Array;
  readonly spans: readonly Int32Array[];
  /** Number of the correct span from 1; 0 without a heading. */
  readonly answer: number;
}

const ends = createEnds();
const ids = new Int32Array(MAX_SPAN_FEATURES);

function masked(count: number): Int32Array {
  return ids.slice(0, count).map((id) => id & MASK);
}

/** Returns the starts of an article that pass the gate, without doubtful ones. */
function startsOf(article: Article, gate: Gate): Start[] {
  const { words } = article;
  const gold = goldByWord(article);
  const out: Start[] = [];
  let previous = 0;
  for (let s = 1; s < words.count; s++) {
    if (!mayStart(words, s)) continue;
    const before = previous;
    previous = s;
    if (!isWorthScoring(gate, words, s, before)) continue;
    readEnds(gate, words, s, before, ends);
    if (ends.count === 0) continue;
    const size = gold.get(s) ?? 0;
    const answer = size > 0 ? ends.k.subarray(0, ends.count).indexOf(size - 1) + 1 : 0;
    if (size !== 0 && answer === 0) continue;
    const features = masked(startFeatures(words, s, before, ids));
    const spans = Array.from(ends.k.subarray(0, ends.count), (k, c) => {
      const both = ends.both[c] as number;
      const right = ends.right[c] as number;
      return masked(spanFeatures(words, s, s + k, both, right, rivalOf(ends, c), ids, 0));
    });
    out.push({ fold: article.number % SPAN_FOLDS, features, spans, answer });
  }
  return out;
}

function sumOf(weights: Float32Array, features: Int32Array, from: number): number {
  let sum = from;
  for (let j = 0; j < features.length; j++) sum += weights[features[j] as number] as number;
  return sum;
}

/** Writes the probabilities of no heading and of each span. */
function shares(weights: Float32Array, { features, spans }: Start, out: Float64Array): void {
  const base = sumOf(weights, features, 0);
  out[0] = 0;
  spans.forEach((span, q) => {
    out[q + 1] = sumOf(weights, span, base);
  });
  const count = spans.length + 1;
  let top = 0;
  for (let i = 0; i < count; i++) top = Math.max(top, out[i] as number);
  let sum = 0;
  for (let i = 0; i < count; i++) {
    out[i] = Math.exp((out[i] as number) - top);
    sum += out[i] as number;
  }
  for (let i = 0; i < count; i++) out[i] = (out[i] as number) / sum;
}

function correct(
  weights: Float32Array,
  squares: Float32Array,
  features: Int32Array,
  error: number,
  rate: number,
): void {
  for (let j = 0; j < features.length; j++) {
    const k = features[j] as number;
    descend(weights, squares, k, error + DECAY * (weights[k] as number), rate);
  }
}

function train(starts: readonly Start[]): HashTable {
  const weights = new Float32Array(1 << BITS);
  const squares = newSquares(weights, 0.05);
  const share = new Float64Array(MAX_WORDS + 1);
  const next = random(5);
  const order = [...starts];
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, next);
    const rate = RATE / (1 + 0.5 * epoch);
    for (const start of order) {
      const { answer, features, spans } = start;
      shares(weights, start, share);
      if (answer === 0 && (share[0] as number) > 0.9995) continue;
      let whole = 0;
      for (let q = 1; q <= spans.length; q++)
        whole += (share[q] as number) - (q === answer ? 1 : 0);
      correct(weights, squares, features, whole, rate);
      spans.forEach((span, i) => {
        const error = (share[i + 1] as number) - (i + 1 === answer ? 1 : 0);
        if (Math.abs(error) >= 1e-4) correct(weights, squares, span, error, rate);
      });
    }
  }
  return tableOf(weights, CLIP);
}

/**
 * Trains the linear span scorer: softmax over no heading and the ends of each start.
 *
 * @param articles articles with their gold
 * @param gate the start table and the boundary tables, which were not trained on the articles
 */
export function trainSpanTable(articles: readonly Article[], gate: Gate): HashTable {
  return train(articles.flatMap((article) => startsOf(article, gate)));
}

/** Trains the scorer without each fold, then on all articles; see {@link trainSpanTable}. */
export function trainSpanTables(articles: readonly Article[], gate: Gate): HashTable[] {
  const starts = articles.flatMap((article) => startsOf(article, gate));
  return Array.from({ length: SPAN_FOLDS + 1 }, (_, held) =>
    train(starts.filter(({ fold }) => fold !== held)),
  );
}
