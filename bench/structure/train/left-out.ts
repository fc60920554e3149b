import { findCandidates } from '../../../src/structure/learned/cascade.ts';
import { scoreDocument } from '../../../src/structure/learned/decode.ts';
import type { Model } from '../../../src/structure/learned/model.ts';
import { isJudged, type Readings } from './candidates.ts';
import { type Article, goldByWord } from './corpus.ts';
import { trainHeadingHead } from './heading-head.ts';
import { type HeadingTables, noParts, type Readers, treeCounts } from './heading-training.ts';
import { bestF1, certainHeadings, type ScoredSpan } from './scores.ts';
import { trainSpanTable } from './span-table.ts';
import { trainStartTable } from './start-table.ts';
import { fitAveraged, type Table } from './tree-fitting.ts';

/** Returns the table without the answers of one source. */
function withoutSource(table: Table, { list }: Readings, source: string): Table {
  const answers = table.answers.slice();
  for (const { article, candidates, row } of list) {
    if (article.source !== source) continue;
    answers.fill(-1, row, row + candidates.reduce((sum, { ends }) => sum + ends.length, 0));
  }
  return { ...table, answers };
}

/** Returns a model of headings that saw no article of a source. */
function trainWithout(
  source: string,
  articles: readonly Article[],
  readers: Readers,
  { readings, together, samples }: HeadingTables,
): Model {
  const others = articles.filter((article) => article.source !== source);
  const starts = trainStartTable(others);
  return {
    ...readers,
    ...starts,
    ...noParts,
    span: trainSpanTable(others, { ...readers, ...starts }),
    head: trainHeadingHead(samples.filter((sample) => sample.source !== source)),
    spanTrees: fitAveraged(treeCounts.span)(withoutSource(readings.table, readings, source), -1),
    documentTrees: fitAveraged(treeCounts.document)(withoutSource(together, readings, source), -1),
  };
}

/** Returns the scores of the judged candidates of an article. */
function scoresOf(article: Article, model: Model): ScoredSpan[] {
  const { words } = article;
  const gold = goldByWord(article);
  const { candidates, sentences } = findCandidates(model, words);
  return scoreDocument(model, words, candidates, sentences)
    .map(({ s, k, logit }) => ({ s, size: gold.get(s) ?? 0, k, logit }))
    .filter(({ s, size }) => size > 0 || (size === 0 && isJudged(article, s)))
    .map(({ size, k, logit }) => ({ logit, answer: size === k + 1 ? 1 : 0 }));
}

/** The heading F1 of a source that was left out of training, at its best threshold. */
export interface LeftOut {
  readonly source: string;
  readonly headings: number;
  readonly f1: number;
}

/** Trains without each source in turn, and scores that source. */
export function leaveOneOut(
  articles: readonly Article[],
  readers: Readers,
  tables: HeadingTables,
): LeftOut[] {
  const sources = [...new Set(articles.map(({ source }) => source))];
  return sources.map((source) => {
    const model = trainWithout(source, articles, readers, tables);
    const own = articles.filter((article) => article.source === source && article.isStrict);
    const headings = certainHeadings(own);
    const scores = own.flatMap((article) => scoresOf(article, model));
    return { source, headings, f1: bestF1(scores, headings) };
  });
}
