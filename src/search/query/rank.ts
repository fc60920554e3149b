import { ranking, weightOf } from '../codec/impacts.ts';
import type { Postings } from '../codec/postings.ts';
import type { DocumentSet } from './documents.ts';

/** A query word with the forms that match it. */
export interface RankedWord {
  readonly forms: readonly {
    readonly postings: Pick<Postings, 'documents' | 'impacts'>;
    /** Whether the form is exactly the query word. */
    readonly isExact: boolean;
  }[];
}

/** Returns a weight as odds: the odds of a sum in BM25 are the sum of the odds. */
const odds = (weight: number): number => weight / (1 - weight);
const oddsByImpact = Float64Array.from({ length: 256 }, (_, impact) =>
  Math.max(0, odds(Math.min(0.999, weightOf(impact)))),
);

/** Robertson's IDF of a word, kept positive. */
const inverseDocumentFrequency = (documents: number, articles: number): number =>
  Math.log(1 + (articles - documents + 0.5) / (documents + 0.5));

/** Adds up the scores of the words in each article. */
function scoreArticles(words: readonly RankedWord[], articles: number): Float64Array {
  const scores = new Float64Array(articles);
  const oddsSums = new Float64Array(articles);
  for (const { forms } of words) {
    const documents: number[] = [];
    for (const { postings } of forms) {
      postings.documents.forEach((document, i) => {
        if (document >= articles) return;
        if (oddsSums[document] === 0) documents.push(document);
        oddsSums[document] =
          (oddsSums[document] ?? 0) + (oddsByImpact[postings.impacts[i] ?? 0] ?? 0);
      });
    }
    const wordWeight = inverseDocumentFrequency(documents.length, articles);
    for (const document of documents) {
      const sum = oddsSums[document] ?? 0;
      scores[document] = (scores[document] ?? 0) + (wordWeight * sum) / (1 + sum);
      oddsSums[document] = 0;
    }
    for (const { postings, isExact } of forms) {
      if (!isExact) continue;
      const formWeight =
        ranking.exact * inverseDocumentFrequency(postings.documents.length, articles);
      postings.documents.forEach((document, i) => {
        if (document < articles) {
          scores[document] =
            (scores[document] ?? 0) + formWeight * weightOf(postings.impacts[i] ?? 0);
        }
      });
    }
  }
  return scores;
}

/**
 * Ranks articles by BM25 for some words, the best first and of equal ones the newest. The forms of a word
 * count as one term, and the exact form adds a bonus.
 *
 * @param accepted the articles to rank, with or without the words
 */
export function rank(words: readonly RankedWord[], accepted: DocumentSet): readonly number[] {
  const articles = accepted.length;
  const scores = scoreArticles(words, articles);
  // One sort key: quantised score, then the newer article first.
  const keys = new Float64Array(articles);
  let size = 0;
  for (let document = 0; document < articles; document += 1) {
    if (accepted[document] === 1)
      keys[size++] = Math.floor((scores[document] ?? 0) * 1024) * articles + document;
  }
  const sorted = keys.subarray(0, size).sort();
  return Array.from(sorted, (_, i) => (sorted[size - 1 - i] ?? 0) % articles);
}
