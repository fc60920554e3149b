import { type CandidateStart, findCandidates } from '../../../src/structure/learned/cascade.ts';
import { BLOCK, summarize } from '../../../src/structure/learned/decode.ts';
import { DENSE } from '../../../src/structure/learned/dense.ts';
import { DOCUMENT, documentFeatures, rivalLogit } from '../../../src/structure/learned/document.ts';
import type { Model } from '../../../src/structure/learned/model.ts';
import { type Article, goldByWord } from './corpus.ts';
import type { Table } from './tree-fitting.ts';

/** Number of folds in the cross-fitting of the trees. */
export const TREE_FOLDS = 5;

/** An article's candidates; their spans are rows of one table, from `row` on. */
export interface Reading {
  readonly article: Article;
  readonly candidates: readonly CandidateStart[];
  readonly sentences: number;
  readonly row: number;
}

/** Candidates of all articles, found by the published code with models that were not trained on them. */
export interface Readings {
  readonly list: readonly Reading[];
  /** The spans with their own features. */
  readonly table: Table;
  /** 1 for each span whose start was not judged, though the article was read: perhaps a heading. */
  readonly unjudged: Uint8Array;
}

/** Tells whether it is known that no heading starts at word `s` where none is marked. */
export function isJudged({ read, complete, words }: Article, s: number): boolean {
  return read === undefined || complete === true || read.includes(words.start[s] as number);
}

/** Finds the candidates of every article and labels their spans. */
export function readCandidates(
  articles: readonly Article[],
  modelOf: (article: Article) => Model,
): Readings {
  const list: Reading[] = [];
  let row = 0;
  for (const article of articles) {
    const { candidates, sentences } = findCandidates(modelOf(article), article.words);
    list.push({ article, candidates, sentences, row });
    for (const { ends } of candidates) row += ends.length;
  }
  const features = new Float32Array(row * DENSE);
  const answers = new Int8Array(row);
  const folds = new Uint8Array(row);
  const unjudged = new Uint8Array(row);
  for (const { article, candidates, row: first } of list) {
    const gold = goldByWord(article);
    let at = first;
    for (const candidate of candidates) {
      features.set(candidate.features, at * DENSE);
      const size = gold.get(candidate.s) ?? 0;
      const isUnjudged = !isJudged(article, candidate.s) && size === 0;
      for (const end of candidate.ends) {
        answers[at] = size < 0 ? -1 : size === end + 1 ? 1 : 0;
        folds[at] = article.number % TREE_FOLDS;
        unjudged[at] = isUnjudged ? 1 : 0;
        at += 1;
      }
    }
  }
  return { list, unjudged, table: { features, stride: DENSE, width: DENSE, answers, folds } };
}

/** Returns the spans with document features: the first trees' scores of the article's other candidates. */
export function withDocument({ list, table }: Readings, logits: Float32Array): Table {
  const width = DENSE + DOCUMENT;
  const features = new Float32Array(table.answers.length * width);
  for (const { article, candidates, sentences, row } of list) {
    const { words } = article;
    let at = row;
    for (let from = 0; from < candidates.length; from += BLOCK) {
      const part = candidates.slice(from, from + BLOCK);
      let next = at;
      const scores = part.map(({ ends }) => {
        next += ends.length;
        return [...logits.subarray(next - ends.length, next)];
      });
      const summaries = part.map((candidate, i) => summarize(words, candidate, scores[i] ?? []));
      part.forEach(({ ends }, i) => {
        const own = scores[i] ?? [];
        ends.forEach((end, j) => {
          const place = at * width;
          features.set(table.features.subarray(at * DENSE, (at + 1) * DENSE), place);
          documentFeatures(
            summaries,
            i,
            own[j] as number,
            rivalLogit(own, j),
            end + 1,
            words.count,
            sentences,
            features,
            place + DENSE,
          );
          at += 1;
        });
      });
    }
  }
  return { ...table, features, stride: width, width };
}
