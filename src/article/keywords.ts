import { commonWords } from '../arabic/common-words.ts';
import { eachStem } from '../arabic/stem.ts';
import type { Keyword } from '../model/article.ts';
import { type RepeatedStem, repeatedStems } from './repeated-stems.ts';

/** Keywords of one article: what it returns to most. */
const keywordLimit = 8;

/** Words that one of twenty articles uses say nothing of any: so many open the list of common words. */
const emptyWords = 620;

/** What a word weighs by how rare it is: about the logarithm of the share of articles that use it. */
const weights = { common: 5, rare: 8 } as const;

let ranks: ReadonlyMap<number, number> | undefined;

/** Ranks of the stems of common words, made when they are first asked for. */
function commonRanks(): ReadonlyMap<number, number> {
  if (ranks !== undefined) return ranks;
  const found = new Map<number, number>();
  eachStem(commonWords, ({ key }) => void found.set(key, found.size));
  ranks = found;
  return found;
}

/**
 * Returns the words by which an article is told from others: those that it uses more than once and
 * that few articles of newspapers use. They do not depend on the archive around it.
 */
export function articleKeywords(title: string, text: string): readonly Keyword[] {
  const rankOf = commonRanks();
  const whole = `${title}\n${text}`;
  const weighed: (RepeatedStem & { readonly weight: number })[] = [];
  for (const stem of repeatedStems(whole)) {
    const rank = rankOf.get(stem.key);
    if (rank !== undefined && rank < emptyWords) continue;
    const weight = stem.times * (rank === undefined ? weights.rare : weights.common);
    weighed.push({ ...stem, weight });
  }
  return weighed
    .sort((a, b) => b.weight - a.weight || a.start - b.start)
    .slice(0, keywordLimit)
    .map(({ key, start, end }) => ({ key, word: whole.slice(start, end) }));
}
