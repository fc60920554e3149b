import { linearBreaks } from '../../../src/structure/learned/decode.ts';
import type { Calibration, Trees } from '../../../src/structure/learned/model.ts';
import {
  BREAK,
  BREAK_AGAIN,
  breakCandidates,
  breakContext,
  breakFeatures,
  breakSums,
  secondPassFeatures,
} from '../../../src/structure/learned/paragraph-features.ts';
import type { Growth } from './boosted-trees.ts';
import { type Article, FOLDS } from './corpus.ts';
import { sigmoid } from './descent.ts';
import type { GapTables } from './gap-tables.ts';
import { isotonic } from './isotonic.ts';
import { crossFit, fitTrees, type Table } from './tree-fitting.ts';

const GROWTH: Growth = {
  trees: 90,
  depth: 5,
  rate: 0.12,
  lambda: 3,
  minHess: 5,
  rows: 0.7,
  columns: 0.5,
  seed: 7,
};
const AGAIN: Growth = { ...GROWTH, trees: 50, rate: 0.1 };
/** Least samples in a step of the calibration. */
const LEAST = 400;

/** The published model of paragraph breaks, without the linear tables. */
export interface BreakParts {
  readonly breakTrees: Trees;
  readonly breakAgainTrees: Trees;
  readonly breakCalibration: Calibration;
}

/** The break candidates of an article; they are rows of one table, from `row` on. */
interface Candidates {
  readonly article: Article;
  readonly at: Int32Array;
  readonly row: number;
}

/** Returns the answers: 1 at a paragraph break, 0 elsewhere, −1 next to a heading. */
function answersOf({ article, at }: Candidates): number[] {
  const { headings, words } = article;
  const paragraphs = article.paragraphs ?? [];
  const breaks = new Set(paragraphs);
  const beside = new Set<number>();
  for (const { start, end } of headings) {
    beside.add(start);
    const next = paragraphs.find((paragraph) => paragraph >= end);
    if (next !== undefined) beside.add(next);
  }
  return Array.from(at, (word) => {
    const start = words.start[word] as number;
    return beside.has(start) ? -1 : breaks.has(start) ? 1 : 0;
  });
}

/** Writes the first-pass features of each candidate. */
function fillFirst({ article, at, row }: Candidates, tables: GapTables, out: Float32Array): void {
  const { words } = article;
  const score = new Float32Array(at.length);
  const right = new Float32Array(at.length);
  linearBreaks(tables, words, at, score, right);
  const context = breakContext(words, at, score);
  at.forEach((_, i) => {
    breakFeatures(words, at, i, score, right, context, out, (row + i) * BREAK_AGAIN);
  });
}

/** Writes the second-pass features of each candidate: the first pass's scores around it. */
function fillAgain(
  { article, at, row }: Candidates,
  logits: Float32Array,
  out: Float32Array,
): void {
  const own = logits.subarray(row, row + at.length);
  const shares = own.map(sigmoid);
  const sums = breakSums(shares);
  at.forEach((_, i) => {
    secondPassFeatures(at, i, shares, own, article.words.count, sums, out, (row + i) * BREAK_AGAIN);
  });
}

/** Trains both passes of paragraph breaks, the second on the first's scores of held-out articles. */
export function trainBreaks(articles: readonly Article[], tables: GapTables): BreakParts {
  let row = 0;
  const candidates = articles.map((article): Candidates => {
    const own = { article, at: breakCandidates(article.words), row };
    row += own.at.length;
    return own;
  });
  const features = new Float32Array(row * BREAK_AGAIN);
  const answers = Int8Array.from(candidates.flatMap(answersOf));
  const folds = Uint8Array.from(
    candidates.flatMap(({ article, at }) => Array.from(at, () => article.fold)),
  );
  for (const own of candidates) fillFirst(own, tables, features);
  const table: Table = { features, stride: BREAK_AGAIN, width: BREAK, answers, folds };
  const first = crossFit(table, FOLDS, (rows, held) => fitTrees(rows, GROWTH, held));
  for (const own of candidates) fillAgain(own, first.logits, features);
  const wide: Table = { ...table, width: BREAK_AGAIN };
  const second = crossFit(wide, FOLDS, (rows, held) => fitTrees(rows, AGAIN, held));
  const xs: number[] = [];
  const ys: number[] = [];
  answers.forEach((answer, i) => {
    if (answer < 0) return;
    xs.push(second.logits[i] as number);
    ys.push(answer);
  });
  return {
    breakTrees: first.trees,
    breakAgainTrees: second.trees,
    breakCalibration: isotonic(xs, ys, LEAST),
  };
}
