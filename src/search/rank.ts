import type { Postings } from './postings.ts';
import { ranking, weightOf } from './weights.ts';

/** A word of a query with all forms that are taken for it. */
export interface RankedWord {
  readonly forms: readonly {
    readonly postings: Postings;
    /** Whether it was asked for just so. */
    readonly isExact: boolean;
  }[];
}

/** What was found: articles by number, best first. */
export interface Ranking {
  readonly documents: readonly number[];
  /** How many of them, from the first on, have every word. */
  readonly complete: number;
}

const odds = (weight: number): number => weight / (1 - weight);
const oddsOf = Float64Array.from({ length: 256 }, (_, level) =>
  Math.max(0, odds(Math.min(0.999, weightOf(level)))),
);

/** Rarity of a word that so many of all articles have (Robertson's idf, kept above nothing). */
const rarity = (having: number, articles: number): number =>
  Math.log(1 + (articles - having + 0.5) / (having + 0.5));

/**
 * Ranks the articles that have any of the words: those with all words first, each group by BM25. The
 * forms of a word count as one word, and that which was asked for adds a little.
 *
 * @param articles how many the archive holds
 * @param allowed whether an article may be found at all
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
        sums[document] = (sums[document] ?? 0) + (oddsOf[postings.levels[i] ?? 0] ?? 0);
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
          scores[document] = (scores[document] ?? 0) + rareForm * weightOf(postings.levels[i] ?? 0);
        }
      });
    }
  }
  const all = words.length;
  // One number to sort by: group, then score in small steps, then the newer first.
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
