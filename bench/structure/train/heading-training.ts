import {
  type Calibration,
  type HashTable,
  knownWords,
  type Model,
  type Trees,
} from '../../../src/structure/learned/model.ts';
import type { Growth } from './boosted-trees.ts';
import type { BoundaryNetwork } from './boundary-network.ts';
import { type Readings, readCandidates, TREE_FOLDS, withDocument } from './candidates.ts';
import { type Article, type Corpus, HELD } from './corpus.ts';
import type { GapTables } from './gap-tables.ts';
import type { HeadingNetwork } from './heading-layers.ts';
import { trainHeadingNetwork } from './heading-network.ts';
import { isotonic } from './isotonic.ts';
import { SPAN_FOLDS, trainSpanTables } from './span-table.ts';
import { trainStartTable } from './start-table.ts';
import { averaged, crossFit, type Fitted, fitTrees, type Table } from './tree-fitting.ts';

const GROWTH = { depth: 4, rate: 0.05, lambda: 4, minHess: 1.5, rows: 0.6, columns: 0.3 };
const SPAN_TREES = 160;
const DOCUMENT_TREES = 130;
/** Trees of three seeds are averaged. */
const SEEDS = [7, 19, 43];
/** Least samples in a step of the calibration. */
const LEAST = 40;

const noTrees: Trees = {
  depth: 1,
  count: 0,
  base: 0,
  feature: new Uint8Array(0),
  threshold: new Float32Array(0),
  leaf: new Float32Array(0),
};
const noCalibration: Calibration = { x: new Float32Array(0), y: new Float32Array(0) };

/** The published model of headings. */
export interface HeadingParts {
  readonly start: HashTable;
  readonly startCut: number;
  readonly span: HashTable;
  readonly heading: HeadingNetwork;
  readonly spanTrees: Trees;
  readonly documentTrees: Trees;
  readonly headingCalibration: Calibration;
}

/** The boundary scorers, in the order of {@link HELD}. */
export interface Boundaries {
  readonly tables: readonly GapTables[];
  readonly networks: readonly BoundaryNetwork[];
}

function fitAveraged(count: number) {
  return (table: Table, held: number): Trees => {
    const grow = (seed: number): Growth => ({ ...GROWTH, trees: count, seed });
    return averaged(SEEDS.map((seed) => fitTrees(table, grow(seed), held)));
  };
}

/** Returns the best span of each candidate of the strict articles, with 1 if it is correct, else 0. */
function bestSpans(readings: Readings, logits: Float32Array): { logit: number; answer: number }[] {
  const out: { logit: number; answer: number }[] = [];
  for (const { article, candidates, row } of readings.list) {
    if (!article.isStrict) continue;
    let first = row;
    for (const { ends } of candidates) {
      let best = first;
      for (let at = first; at < first + ends.length; at++)
        if ((logits[at] as number) > (logits[best] as number)) best = at;
      const answer = readings.table.answers[best] as number;
      if (answer >= 0) out.push({ logit: logits[best] as number, answer });
      first += ends.length;
    }
  }
  return out;
}

/** Returns the highest heading F1 over all thresholds. */
function bestF1(spans: readonly { logit: number; answer: number }[], gold: number): number {
  const ranked = [...spans].sort((a, b) => b.logit - a.logit);
  let right = 0;
  let best = 0;
  ranked.forEach(({ answer }, i) => {
    right += answer;
    best = Math.max(best, (2 * right) / (i + 1 + gold));
  });
  return best;
}

/** Returns the models without trees that were not trained on the article's folds. */
function modelsFor(
  { tables, networks }: Boundaries,
  parts: Pick<Model, 'start' | 'startCut'>,
  spans: readonly HashTable[],
  headings: readonly HeadingNetwork[],
): (article: Article) => Model {
  const known = networks.map(({ vocabulary }) => knownWords(vocabulary.words));
  return ({ fold, number }) => ({
    ...(tables[fold] as GapTables),
    ...parts,
    span: spans[number % SPAN_FOLDS] as HashTable,
    known: known[fold] as Int32Array,
    boundary: (networks[fold] as BoundaryNetwork).network,
    heading: headings[fold] as HeadingNetwork,
    spanTrees: noTrees,
    documentTrees: noTrees,
    headingCalibration: noCalibration,
    breakTrees: noTrees,
    breakAgainTrees: noTrees,
    breakCalibration: noCalibration,
  });
}

/** Trains the model of headings; each step uses the previous step's scores of held-out articles. */
export function trainHeadings(
  { articles, segments }: Corpus,
  boundaries: Boundaries,
  say: (line: string) => void,
): HeadingParts {
  const starts = trainStartTable(articles);
  say(`starts: cut ${starts.startCut.toFixed(2)}`);
  const spans = trainSpanTables(articles, ({ fold }) => ({
    ...(boundaries.tables[fold] as GapTables),
    ...starts,
  }));
  say('linear spans');
  const headings = HELD.map((held, i) => {
    const base = boundaries.networks[i] as BoundaryNetwork;
    const network = trainHeadingNetwork(segments, articles, held, base);
    say(`heading network ${i + 1} of ${HELD.length}`);
    return network;
  });
  const readings = readCandidates(articles, modelsFor(boundaries, starts, spans, headings));
  say(`candidates: ${readings.table.answers.length} spans`);
  const alone: Fitted = crossFit(readings.table, TREE_FOLDS, fitAveraged(SPAN_TREES));
  say('span trees');
  const table = withDocument(readings, alone.logits);
  const together: Fitted = crossFit(table, TREE_FOLDS, fitAveraged(DOCUMENT_TREES));
  const best = bestSpans(readings, together.logits);
  const gold = articles
    .filter(({ isStrict }) => isStrict)
    .flatMap((article) => article.headings)
    .filter(({ doubt }) => doubt !== true).length;
  say(`document trees; cross-validated heading F1 ${(100 * bestF1(best, gold)).toFixed(1)}`);
  return {
    ...starts,
    span: spans[SPAN_FOLDS] as HashTable,
    heading: headings[HELD.length - 1] as HeadingNetwork,
    spanTrees: alone.trees,
    documentTrees: together.trees,
    headingCalibration: isotonic(
      best.map(({ logit }) => logit),
      best.map(({ answer }) => answer),
      LEAST,
    ),
  };
}
