import { commonWords } from '../arabic/common-words.ts';
import { eachStem } from '../arabic/stem.ts';
import type { Keyword } from '../model/article.ts';
import { type RepeatedStem, repeatedStems } from './repeated-stems.ts';
import { textSignature } from './text-signature.ts';
import { addWord, emptyWordList } from './word-hashes.ts';

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

/** What is found in the words of an article, in one pass. */
export interface ArticleWords {
  readonly keywords: readonly Keyword[];
  /** The signature of its text, of a short one with the title; undefined where there are too few words. */
  readonly signature: string | undefined;
}

/** Reused for every article, to avoid garbage collection. */
const [titleWords, textWords] = [emptyWordList(), emptyWordList()];

/** Words of a text that is compared whatever its title: shorter ones are often alike and yet of different matters. */
const manyWords = 20;

/** Fewest words of a text that is compared together with its title; those of most captions are fewer. */
const fewWords = 5;

/** Returns the signature of what `titleWords` and `textWords` hold; adds the second to the first for a short text. */
function signatureOfWords(): string | undefined {
  const { count, hashes } = textWords;
  if (count >= manyWords) return textSignature(textWords);
  if (count < fewWords) return undefined;
  for (let at = 0; at < count; at += 1) addWord(titleWords, hashes[at] ?? 0);
  return textSignature(titleWords);
}

/**
 * Returns the signature of an article's text, and its keywords: words that it uses more than once and that few
 * newspaper articles use, by weight. Neither depends on the rest of the archive.
 */
export function articleWords(title: string, text: string): ArticleWords {
  const commonWordRanks = commonRanks();
  const fullText = `${title}\n${text}`;
  const candidates: (RepeatedStem & { readonly weight: number })[] = [];
  titleWords.count = 0;
  textWords.count = 0;
  for (const stem of repeatedStems(fullText, [titleWords, textWords], title.length + 1)) {
    const rank = commonWordRanks.get(stem.key);
    if (rank !== undefined && rank < stopWordCount) continue;
    const weight = stem.times * (rank === undefined ? weights.rare : weights.common);
    candidates.push({ ...stem, weight });
  }
  const keywords = candidates
    .sort((a, b) => b.weight - a.weight || a.start - b.start)
    .slice(0, keywordLimit)
    .map(({ key, start, end }) => ({ key, word: fullText.slice(start, end) }));
  return { keywords, signature: signatureOfWords() };
}
