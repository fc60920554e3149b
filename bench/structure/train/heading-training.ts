import type { Encoder } from '../../../src/structure/learned/encoder.ts';
import { type HeadingHead, voidHead } from '../../../src/structure/learned/heading-head.ts';
import type { Calibration, HashTable, Model, Trees } from '../../../src/structure/learned/model.ts';
import { type Readings, readCandidates, TREE_FOLDS, withDocument } from './candidates.ts';
import type { Article } from './corpus.ts';
import { sigmoid } from './descent.ts';
import type { GapTables } from './gap-tables.ts';
import { type HeadSample, headSamples, trainHeadingHead } from './heading-head.ts';
import { isotonic } from './isotonic.ts';
import { bestF1, bestSpans, certainHeadings } from './scores.ts';
import { SPAN_FOLDS, trainSpanTables } from './span-table.ts';
import { type StartTable, trainStartTable } from './start-table.ts';
import { crossFit, fitAveraged, noTrees, type Table } from './tree-fitting.ts';

/** Numbers of trees that score a span alone, and with the other candidates of its article. */
export interface TreeCounts {
  readonly span: number;
  readonly document: number;
}

/** The trees of the published model. */
export const treeCounts: TreeCounts = { span: 350, document: 250 };

/** Least samples in a step of the calibration. */
const LEAST = 100;
/** Likelihood from which a candidate that was not judged may be a heading: it teaches nothing. */
const SUSPECT = 0.1;

const noCalibration: Calibration = { x: new Float32Array(0), y: new Float32Array(0) };
/** Empty parts of a model that finds candidates. */
export const noParts = {
  spanTrees: noTrees,
  documentTrees: noTrees,
  headingCalibration: noCalibration,
  breakTrees: noTrees,
  breakAgainTrees: noTrees,
  breakCalibration: noCalibration,
};

/** What was learnt from running text. */
export interface Readers extends GapTables {
  readonly encoder: Encoder;
}

/** The published model of headings. */
export interface HeadingParts {
  readonly start: HashTable;
  readonly startCut: number;
  readonly span: HashTable;
  readonly head: HeadingHead;
  readonly spanTrees: Trees;
  readonly documentTrees: Trees;
  readonly headingCalibration: Calibration;
}

/** The tables that the trees are grown on, for training without a source. */
export interface HeadingTables {
  readonly readings: Readings;
  /** The spans with the features of the other candidates. */
  readonly together: Table;
  readonly samples: readonly HeadSample[];
}

/** The model of headings, and what it was trained on. */
export interface TrainedHeadings {
  readonly parts: HeadingParts;
  readonly tables: HeadingTables;
}

/** The linear tables of headings; the last of `spans` is of all articles, the others leave a fold out. */
interface LinearParts extends StartTable {
  readonly spans: readonly HashTable[];
}

/** Trains the filter of starts and the linear span scorers. */
function trainLinear(articles: readonly Article[], readers: Readers): LinearParts {
  const starts = trainStartTable(articles);
  return { ...starts, spans: trainSpanTables(articles, { ...readers, ...starts }) };
}

/** Returns the readings without the answers of candidates that may be headings that nobody marked. */
function withoutSuspects(readings: Readings, trees: number): Readings {
  const { table, unjudged } = readings;
  const { logits } = crossFit(table, TREE_FOLDS, fitAveraged(trees));
  const answers = table.answers.map((answer, row) =>
    unjudged[row] === 1 && sigmoid(logits[row] as number) >= SUSPECT ? -1 : answer,
  );
  return { ...readings, table: { ...table, answers } };
}

/** Trains the model of headings; each step uses the previous step's scores of held-out articles. */
export function trainHeadings(
  articles: readonly Article[],
  readers: Readers,
  trees: TreeCounts,
  say: (line: string) => void,
): TrainedHeadings {
  const linear = trainLinear(articles, readers);
  const read = (heads: readonly HeadingHead[]): Readings =>
    readCandidates(articles, ({ number }): Model => {
      const span = linear.spans[number % SPAN_FOLDS] as HashTable;
      const head = heads[number % SPAN_FOLDS] as HeadingHead;
      return { ...readers, ...linear, ...noParts, span, head };
    });
  say(`linear spans; cut of starts ${linear.startCut.toFixed(2)}`);
  const first = withoutSuspects(read(Array.from({ length: SPAN_FOLDS }, voidHead)), trees.span);
  const { answers } = first.table;
  say(`candidates: ${answers.length} spans`);
  const samples = headSamples(first, readers.encoder);
  const heads = Array.from({ length: SPAN_FOLDS + 1 }, (_, held) =>
    trainHeadingHead(samples.filter(({ number }) => number % SPAN_FOLDS !== held)),
  );
  say(`heading heads, of ${samples.length} starts`);
  const again = read(heads);
  const readings: Readings = { ...again, table: { ...again.table, answers } };
  const alone = crossFit(readings.table, TREE_FOLDS, fitAveraged(trees.span));
  say('span trees');
  const together = withDocument(readings, alone.logits);
  const last = crossFit(together, TREE_FOLDS, fitAveraged(trees.document));
  const best = bestSpans(readings, last.logits);
  const f1 = bestF1(best, certainHeadings(articles));
  say(`document trees; cross-validated heading F1 ${(100 * f1).toFixed(1)}`);
  const parts: HeadingParts = {
    start: linear.start,
    startCut: linear.startCut,
    span: linear.spans[SPAN_FOLDS] as HashTable,
    head: heads[SPAN_FOLDS] as HeadingHead,
    spanTrees: alone.trees,
    documentTrees: last.trees,
    headingCalibration: isotonic(
      best.map(({ logit }) => logit),
      best.map(({ answer }) => answer),
      LEAST,
    ),
  };
  return { parts, tables: { readings, together, samples } };
}
