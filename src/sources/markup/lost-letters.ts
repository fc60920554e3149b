/** What a text lost to question marks, which a program writes for letters that its encoding lacks. */
export interface LostLetters {
  /** Number of words of question marks. */
  readonly words: number;
  /** Whether nothing is left that could be read. */
  readonly isWhole: boolean;
  /** Offset of the first lost word. */
  readonly first: number;
}

const lostWord = /(?<![^\s:.،,()«»"'/-])\?{2,}(?![^\s:.،,()«»"'/-])/g;

/** Fewest lost words that tell damage from «ماذا ????». */
const minWords = 4;

/** Largest share of letters that are left in a text of which nothing can be read. */
const lostShare = 0.1;

/**
 * Tells whether a text lost letters to question marks: four words of them or more, of different lengths, which are a
 * tenth of its words.
 */
export function lostLetters(text: string): LostLetters | undefined {
  if (!text.includes('??')) return undefined;
  let [words, marks, first] = [0, 0, -1];
  const lengths = new Set<number>();
  for (const { 0: word, index } of text.matchAll(lostWord)) {
    if (first === -1) first = index;
    words += 1;
    marks += word.length;
    lengths.add(word.length);
  }
  if (words < minWords || lengths.size < 2) return undefined;
  const letters = text.match(/\p{L}+/gu) ?? [];
  if (words * 9 < letters.length) return undefined;
  const left = letters.reduce((sum, word) => sum + word.length, 0);
  return { words, first, isWhole: left < (left + marks) * lostShare };
}
