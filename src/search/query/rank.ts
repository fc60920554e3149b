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

const odds = (weight: number): number => weight / (1 - weight);
const oddsOf = Float64Array.from({ length: 256 }, (_, level) =>
  Math.max(0, odds(Math.min(0.999, weightOf(level)))),
);

/** Robertson's IDF of a word, kept positive. */
const rarity = (having: number, articles: number): number =>
  Math.log(1 + (articles - having + 0.5) / (having + 0.5));

/**
 * Ranks the articles that contain any of the words: those with all words first, each group by BM25.
 * The forms of a word count as one term, and the exact form adds a bonus.
 *
 * @param articles number of articles in the archive
 * @param allowed filter of documents
 */
export function rank(
  words: readonly RankedWord[],
  articles: number,
  allowed: (document: number) => boolean,
): Ranking {
  const scores = new Float64Array(articles);
  const having = new Uint8Array(articles);
  const sums = new Float64Array(articles);
  const touched: number[] = [];
  for (const { forms } of words) {
    const found: number[] = [];
    for (const { postings } of forms) {
      postings.documents.forEach((document, i) => {
        if (document >= articles) return;
        if (sums[document] === 0) found.push(document);
        sums[document] = (sums[document] ?? 0) + (oddsOf[postings.impacts[i] ?? 0] ?? 0);
      });
    }
    const rare = rarity(found.length, articles);
    for (const document of found) {
      if (having[document] === 0) touched.push(document);
      const sum = sums[document] ?? 0;
      having[document] = (having[document] ?? 0) + 1;
      scores[document] = (scores[document] ?? 0) + (rare * sum) / (1 + sum);
      sums[document] = 0;
    }
    for (const { postings, isExact } of forms) {
      if (!isExact) continue;
      const rareForm = ranking.exact * rarity(postings.documents.length, articles);
      postings.documents.forEach((document, i) => {
        if (document < articles) {
          scores[document] =
            (scores[document] ?? 0) + rareForm * weightOf(postings.impacts[i] ?? 0);
        }
      });
    }
  }
  const all = words.length;
  // One sort key: group, then quantised score, then the newer article first.
  const keys = new Float64Array(touched.length);
  let size = 0;
  let complete = 0;
  for (const document of touched) {
    if (!allowed(document)) continue;
    const isComplete = having[document] === all;
    if (isComplete) complete += 1;
    const score = Math.floor((scores[document] ?? 0) * 1024) + (isComplete ? 2 ** 20 : 0);
    keys[size++] = score * articles + document;
  }
  const sorted = keys.subarray(0, size).sort();
  const documents = Array.from(sorted, (_, i) => (sorted[size - 1 - i] ?? 0) % articles);
  return { documents, complete };
}
