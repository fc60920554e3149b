import { commonWords } from '../arabic/common-words.ts';
import { eachStem } from '../arabic/stem.ts';
import type { Keyword } from '../model/article.ts';
import { type RepeatedStem, repeatedStems } from './repeated-stems.ts';

/** Greatest number of keywords of one article. */
const keywordLimit = 8;

/** First words of the list of common words that are no keywords: one article in twenty uses each of them. */
const stopWordCount = 620;

/** Weights by rarity: about the logarithm of the inverse share of articles that use the word. */
const weights = { common: 5, rare: 8 } as const;

let ranks: ReadonlyMap<number, number> | undefined;

/** Returns the ranks of the stems of common words, computed on first use. */
function commonRanks(): ReadonlyMap<number, number> {
  if (ranks !== undefined) return ranks;
  const computed = new Map<number, number>();
  eachStem(commonWords, ({ key }) => void computed.set(key, computed.size));
  ranks = computed;
  return computed;
}

/**
 * Returns the keywords of an article: words that it uses more than once and that few newspaper articles
 * use, by weight. They do not depend on the rest of the archive.
 */
export function articleKeywords(title: string, text: string): readonly Keyword[] {
  const commonWordRanks = commonRanks();
  const fullText = `${title}\n${text}`;
  const candidates: (RepeatedStem & { readonly weight: number })[] = [];
  for (const stem of repeatedStems(fullText)) {
    const rank = commonWordRanks.get(stem.key);
    if (rank !== undefined && rank < stopWordCount) continue;
    const weight = stem.times * (rank === undefined ? weights.rare : weights.common);
    candidates.push({ ...stem, weight });
  }
  return candidates
    .sort((a, b) => b.weight - a.weight || a.start - b.start)
    .slice(0, keywordLimit)
    .map(({ key, start, end }) => ({ key, word: fullText.slice(start, end) }));
}
