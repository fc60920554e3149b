import { lookUpTokens } from '../../../src/structure/learned/ends.ts';
import type { HashTable } from '../../../src/structure/learned/model.ts';
import {
  MAX_SPAN_FEATURES,
  mayStart,
  startFeatures,
} from '../../../src/structure/learned/spans.ts';
import { type Article, goldByWord } from './corpus.ts';
import { descend, newSquares, sigmoid } from './descent.ts';
import { tableOf } from './quantise.ts';

const BITS = 13;
const FOLDS = 4;
const EPOCHS = 3;
/** Largest share of gold headings, scored while held out, that the cut may lose. */
const LOST = 0.004;

/** The first and cheapest filter, on features of the start alone. */
export interface StartTable {
  readonly start: HashTable;
  /** Lowest score of a candidate. */
  readonly startCut: number;
}

/** Calls `visit` with the features of every possible start and its gold. */
function eachStart(
  article: Article,
  ids: Int32Array,
  visit: (count: number, gold: number) => void,
): void {
  const { words } = article;
  const gold = goldByWord(article);
  let before = 0;
  for (let s = 1; s < words.count; s++) {
    if (!mayStart(words, s)) continue;
    const count = startFeatures(words, s, before, ids);
    before = s;
    visit(count, gold.get(s) ?? 0);
  }
}

function train(articles: readonly Article[]): HashTable {
  const weights = new Float32Array(1 << BITS);
  const squares = newSquares(weights, 0.1);
  const mask = weights.length - 1;
  const ids = new Int32Array(MAX_SPAN_FEATURES);
  const learn = (count: number, gold: number): void => {
    if (gold < 0) return;
    let z = 0;
    for (let j = 0; j < count; j++) z += weights[(ids[j] as number) & mask] as number;
    const error = (sigmoid(z) - (gold > 0 ? 1 : 0)) * (gold > 0 ? 3 : 1);
    for (let j = 0; j < count; j++) {
      const k = (ids[j] as number) & mask;
      descend(weights, squares, k, error + 1e-3 * (weights[k] as number), 0.05);
    }
  };
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const article of articles) eachStart(article, ids, learn);
  return tableOf(weights);
}

/** Trains the filter and determines its cut by cross-validation. */
export function trainStartTable(articles: readonly Article[]): StartTable {
  const scores: number[] = [];
  const ids = new Int32Array(MAX_SPAN_FEATURES);
  for (let fold = 0; fold < FOLDS; fold++) {
    const table = train(articles.filter(({ number }) => number % FOLDS !== fold));
    for (const article of articles.filter(({ number }) => number % FOLDS === fold)) {
      eachStart(article, ids, (count, gold) => {
        if (gold > 0) scores.push(lookUpTokens(table, ids, count));
      });
    }
  }
  scores.sort((a, b) => a - b);
  const startCut = Math.fround(scores[Math.floor(scores.length * LOST)] as number);
  return { start: train(articles), startCut };
}
