import { eachStem } from '../arabic/stem.ts';

/** Hashes of the words of a text, in its order; the first `count` are valid. */
export interface WordHashes {
  readonly hashes: Int32Array;
  readonly count: number;
}

/** A list of hashes that grows. */
export interface WordList extends WordHashes {
  hashes: Int32Array;
  count: number;
}

/** Words of most articles. */
const initialWords = 2048;

/** Returns an empty list, with room for the words of most articles. */
export const emptyWordList = (): WordList => ({ hashes: new Int32Array(initialWords), count: 0 });

/** Adds the hash of a word to a list. */
export function addWord(list: WordList, hash: number): void {
  if (list.count === list.hashes.length) {
    const larger = new Int32Array(list.count * 2);
    larger.set(list.hashes);
    list.hashes = larger;
  }
  list.hashes[list.count] = hash;
  list.count += 1;
}

/** Returns the hashes of the words of texts, one after the other. */
export function wordHashes(texts: Iterable<string>): WordHashes {
  const list = emptyWordList();
  for (const text of texts) eachStem(text, ({ word }) => addWord(list, word));
  return list;
}
