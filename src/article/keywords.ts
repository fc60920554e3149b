import { commonWords } from '../arabic/common-words.ts';
import { eachStem } from '../arabic/stem.ts';
import type { Keyword } from '../model/article.ts';
import { emptyKeyTable, type KeyTable, numberOfKey, setNumber } from '../model/key-table.ts';
import { type RepeatedStem, repeatedStems } from './repeated-stems.ts';
import { textSignature } from './text-signature.ts';
import { addWord, emptyWordList } from './word-hashes.ts';

/** Greatest number of keywords of one article. */
const keywordLimit = 8;

/** First words of the list of common words that are no keywords: one article in twenty uses each of them. */
const stopWordCount = 620;

/** Weights by rarity: about the logarithm of the inverse share of articles that use the word. */
const weights = { common: 5, rare: 8 } as const;

let ranks: KeyTable | undefined;

/** Returns the ranks of the stems of common words, from 1, computed on first use. */
function commonRanks(): KeyTable {
  if (ranks !== undefined) return ranks;
  const computed = emptyKeyTable(8192);
  let count = 0;
  eachStem(commonWords, ({ key }) => {
    const isNew = numberOfKey(computed, key) === 0;
    // Of several words with one stem the last counts.
    setNumber(computed, key, count + 1);
    if (isNew) count += 1;
  });
  ranks = computed;
  return computed;
}

/** What is found in the words of an article, in one pass. */
export interface ArticleWords {
  readonly keywords: readonly Keyword[];
  /** The signature of its text, of a short one with the title; undefined where there are too few words. */
  readonly signature: string | undefined;
}

/** A repeated stem with its weight, by which keywords are chosen. */
type WeighedStem = Omit<RepeatedStem, 'times'> & { readonly weight: number };

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

/** Inserts a stem among the weightiest, the first `count` of `best`; of equal ones the first in the text goes before. */
function insert(best: WeighedStem[], stem: WeighedStem): void {
  let at = best.length < keywordLimit ? best.length : keywordLimit;
  for (; at > 0; at -= 1) {
    const before = best[at - 1] as WeighedStem;
    if (before.weight > stem.weight) break;
    if (before.weight === stem.weight && before.start < stem.start) break;
    if (at < keywordLimit) best[at] = before;
  }
  if (at < keywordLimit) best[at] = stem;
}

/**
 * Returns the signature of an article's text, and its keywords: words that it uses more than once and that few
 * newspaper articles use, by weight. Neither depends on the rest of the archive.
 */
export function articleWords(title: string, text: string): ArticleWords {
  const commonWordRanks = commonRanks();
  const fullText = `${title}\n${text}`;
  titleWords.count = 0;
  textWords.count = 0;
  const isCounted = (key: number): boolean => {
    const rank = numberOfKey(commonWordRanks, key);
    return rank === 0 || rank > stopWordCount;
  };
  const lists = [titleWords, textWords] as const;
  const best: WeighedStem[] = [];
  for (const { key, start, end, times } of repeatedStems(
    fullText,
    isCounted,
    lists,
    title.length + 1,
  )) {
    const isCommon = numberOfKey(commonWordRanks, key) !== 0;
    insert(best, { key, start, end, weight: times * (isCommon ? weights.common : weights.rare) });
  }
  const keywords = best.map(({ key, start, end }) => ({ key, word: fullText.slice(start, end) }));
  return { keywords, signature: signatureOfWords() };
}
