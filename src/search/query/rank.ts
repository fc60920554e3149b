import { ranking, weightOf } from '../codec/impacts.ts';
import type { Postings } from '../codec/postings.ts';

/** A query word with the forms that match it. */
export interface RankedWord {
  readonly forms: readonly {
    readonly postings: Postings;
    /** Whether the form is exactly the query word. */
    readonly isExact: boolean;
  }[];
}

/** Ranked documents, best first. */
export interface Ranking {
  readonly documents: readonly number[];
  /** Number of leading documents that contain every word. */
  readonly complete: number;
}

/** Returns a weight as odds: the odds of a sum in BM25 are the sum of the odds. */
const odds = (weight: number): number => weight / (1 - weight);
const oddsByImpact = Float64Array.from({ length: 256 }, (_, impact) =>
  Math.max(0, odds(Math.min(0.999, weightOf(impact)))),
);

/** Robertson's IDF of a word, kept positive. */
const inverseDocumentFrequency = (documents: number, articles: number): number =>
  Math.log(1 + (articles - documents + 0.5) / (documents + 0.5));

/** The scores of the articles that contain any of the words. */
interface Scores {
  /** Score of each document. */
  readonly scores: Float64Array;
  /** Number of query words that each document contains. */
  readonly matchedWords: Uint8Array;
  /** Documents that contain at least one word. */
  readonly candidates: readonly number[];
}

/** Adds up the scores of the words in each article. */
function scoreArticles(words: readonly RankedWord[], articles: number): Scores {
  const scores = new Float64Array(articles);
  const matchedWords = new Uint8Array(articles);
  const oddsSums = new Float64Array(articles);
  const candidates: number[] = [];
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
      if (matchedWords[document] === 0) candidates.push(document);
      const sum = oddsSums[document] ?? 0;
      matchedWords[document] = (matchedWords[document] ?? 0) + 1;
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
  return { scores, matchedWords, candidates };
}

/**
 * Ranks the articles that contain any of the words: those with all words first, each group by BM25.
 * The forms of a word count as one term, and the exact form adds a bonus.
 *
 * @param articles number of articles in the archive
 * @param allowed whether a document passes the filters
 */
export function rank(
  words: readonly RankedWord[],
  articles: number,
  allowed: (document: number) => boolean,
): Ranking {
  const { scores, matchedWords, candidates } = scoreArticles(words, articles);
  // One sort key: group, then quantised score, then the newer article first.
  const keys = new Float64Array(candidates.length);
  let size = 0;
  let complete = 0;
  for (const document of candidates) {
    if (!allowed(document)) continue;
    const isComplete = matchedWords[document] === words.length;
    if (isComplete) complete += 1;
    const score = Math.floor((scores[document] ?? 0) * 1024) + (isComplete ? 2 ** 20 : 0);
    keys[size++] = score * articles + document;
  }
  const sorted = keys.subarray(0, size).sort();
  const documents = Array.from(sorted, (_, i) => (sorted[size - 1 - i] ?? 0) % articles);
  return { documents, complete };
}
