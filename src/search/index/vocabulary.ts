import { type FoundWord, longestWord } from '../../arabic/word-letters.ts';
import { fnv1aStart, fnv1aStep, foldHash } from '../../model/fnv1a.ts';

/** Numbers words from 0 by their letters; it creates strings only on demand. */
export interface Vocabulary {
  /** Returns the number of a word, adding it where it is new. */
  numberOf(word: Pick<FoundWord, 'letters' | 'length'>): number;
  /** Returns the word of a number. */
  form(number: number): string;
  readonly size: number;
}

/** Returns an empty vocabulary. */
export function vocabulary(): Vocabulary {
  // Open addressing: a slot holds the number of a word plus one; 0 is empty.
  let slots = new Uint32Array(1 << 15);
  let hashes = new Uint32Array(1 << 14);
  let starts = new Uint32Array(1 << 14);
  let letters = new Uint16Array(1 << 17);
  let size = 0;

  function copied<T extends Uint32Array | Uint16Array>(source: T, target: T): T {
    target.set(source);
    return target;
  }
  function grow(): void {
    hashes = copied(hashes, new Uint32Array(hashes.length * 2));
    starts = copied(starts, new Uint32Array(starts.length * 2));
    const newSlots = new Uint32Array(slots.length * 2);
    for (let n = 0; n < size; n += 1) {
      let slot = (hashes[n] ?? 0) & (newSlots.length - 1);
      while (newSlots[slot] !== 0) slot = (slot + 1) & (newSlots.length - 1);
      newSlots[slot] = n + 1;
    }
    slots = newSlots;
  }
  function isWord(number: number, word: Uint16Array, length: number): boolean {
    const start = starts[number] ?? 0;
    if ((starts[number + 1] ?? 0) - start !== length) return false;
    for (let i = 0; i < length; i += 1) if (letters[start + i] !== word[i]) return false;
    return true;
  }

  return {
    numberOf({ letters: word, length: wordLength }) {
      const length = Math.min(wordLength, longestWord);
      let hash = fnv1aStart;
      for (let i = 0; i < length; i += 1) hash = fnv1aStep(hash, word[i] ?? 0);
      hash = foldHash(hash) >>> 0;
      let slot = hash & (slots.length - 1);
      for (let entry = slots[slot] ?? 0; entry !== 0; entry = slots[slot] ?? 0) {
        if (hashes[entry - 1] === hash && isWord(entry - 1, word, length)) return entry - 1;
        slot = (slot + 1) & (slots.length - 1);
      }
      const start = starts[size] ?? 0;
      if (start + length > letters.length) {
        letters = copied(letters, new Uint16Array(letters.length * 2));
      }
      for (let i = 0; i < length; i += 1) letters[start + i] = word[i] ?? 0;
      hashes[size] = hash;
      starts[size + 1] = start + length;
      size += 1;
      slots[slot] = size;
      if (size + 1 >= hashes.length) grow();
      return size - 1;
    },
    form: (number) =>
      String.fromCharCode(...letters.subarray(starts[number] ?? 0, starts[number + 1] ?? 0)),
    get size() {
      return size;
    },
  };
}
