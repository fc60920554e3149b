import { commonWords } from '../arabic/common-words.ts';
import { eachStem } from '../arabic/stem.ts';
import type { Keyword } from '../model/article.ts';

/** Keywords of one article: what it returns to most. */
const keywordLimit = 8;

/** A word that a text uses once says little of it. */
const leastTimes = 2;

const leastLetters = 3;

/** Words that one of twenty articles uses say nothing of any: so many open the list of common words. */
const emptyWords = 620;

/** What a word weighs by how rare it is: about the logarithm of the share of articles that use it. */
const weights = { common: 5, rare: 8 } as const;

/** In one number a word’s place and its length, which is less than this. */
const placeUnit = 0x10000;

let ranks: ReadonlyMap<number, number> | undefined;

/** Ranks of the stems of common words, made when they are first asked for. */
function commonRanks(): ReadonlyMap<number, number> {
  if (ranks !== undefined) return ranks;
  const found = new Map<number, number>();
  eachStem(commonWords, ({ key }) => void found.set(key, found.size));
  ranks = found;
  return found;
}

/** A word of a text: where it stands first, and how often its stem comes. */
interface Tally {
  readonly key: number;
  readonly start: number;
  readonly end: number;
  times: number;
}

/**
 * Returns the words by which an article is told from others: those that it uses more than once and
 * that few articles of newspapers use. They do not depend on the archive around it.
 */
export function articleKeywords(title: string, text: string): readonly Keyword[] {
  const rankOf = commonRanks();
  const whole = `${title}\n${text}`;
  // Most words come once: only their place is kept, as one number, until they come again.
  const once = new Map<number, number>();
  const again = new Map<number, Tally>();
  eachStem(whole, ({ key, letters, start, end, isWord }) => {
    // Signs of vowels may stretch a word without end.
    if (!isWord || letters < leastLetters || end - start >= placeUnit) return;
    const first = once.get(key);
    if (first === undefined) {
      once.set(key, start * placeUnit + (end - start));
      return;
    }
    const tally = again.get(key);
    if (tally !== undefined) tally.times += 1;
    else {
      const at = Math.floor(first / placeUnit);
      again.set(key, { key, start: at, end: at + (first % placeUnit), times: leastTimes });
    }
  });
  const weighed: (Tally & { readonly weight: number })[] = [];
  for (const tally of again.values()) {
    const rank = rankOf.get(tally.key);
    if (rank !== undefined && rank < emptyWords) continue;
    const weight = tally.times * (rank === undefined ? weights.rare : weights.common);
    weighed.push({ ...tally, weight });
  }
  return weighed
    .sort((a, b) => b.weight - a.weight || a.start - b.start)
    .slice(0, keywordLimit)
    .map(({ key, start, end }) => ({ key, word: whole.slice(start, end) }));
}
