import type { Article } from '../model/article.ts';
import { textStream } from './fragments/word-stream.ts';
import { eachShingle } from './text-signature.ts';
import { type WordHashes, wordHashes } from './word-hashes.ts';

/** The different shingles of a text, by their hashes, in ascending order. */
export type Shingles = Uint32Array;

/** Returns the shingles of a text. */
export function shinglesOf(words: WordHashes): Shingles {
  const all = new Uint32Array(words.count);
  let count = 0;
  eachShingle(words, (hash) => {
    all[count] = hash;
    count += 1;
  });
  return all
    .subarray(0, count)
    .sort()
    .filter((hash, at, sorted) => hash !== sorted[at - 1]);
}

/** Returns the shingles of what an article says, whatever its structure. */
export const articleShingles = (article: Pick<Article, 'lead' | 'sections'>): Shingles =>
  shinglesOf(wordHashes(textStream(article).texts));

/** Returns the resemblance of two texts: the share of the shingles of either that are in both. */
export function resemblance(one: Shingles, other: Shingles): number {
  let [i, j, both] = [0, 0, 0];
  while (i < one.length && j < other.length) {
    const [a, b] = [one[i] as number, other[j] as number];
    if (a === b) both += 1;
    if (a <= b) i += 1;
    if (b <= a) j += 1;
  }
  const either = one.length + other.length - both;
  return either === 0 ? 0 : both / either;
}
