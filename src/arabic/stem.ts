import { fnv1aStart, fnv1aUnits } from '../model/fnv1a.ts';
import { emptyKeyTable, numberOfKey, setNumber } from '../model/key-table.ts';
import { wawStems } from './waw-stems.ts';
import { eachWord, longestWord } from './word-letters.ts';

/**
 * A light stemmer for Arabic after light10 (Larkey, Ballesteros and Connell 2007): removes one prefix
 * with the article or a particle, and one suffix, down to three letters. Words that differ only in
 * these share a stem: «الوزير», «للوزير» and «وزير»; «مسلمون» and «مسلمين». A bare و is removed as
 * well («وقالت»), but unlike in light10 not from words in which it is a root letter («وزير», «وفد»).
 *
 * Prefixes: وبال، وكال، فبال، وال، بال، كال، فال، ولل، فلل، لل، ال. Suffixes: ها، ان، ات، ون، ين، يه، ه، ي; of
 * two that fit the longer.
 */

/** Fewest letters of a stem. */
const minLetters = 3;

/** The letters of the affixes; و is the prefix «and» as well. */
const [alif, ba, ta, fa, kaf, lam] = [0x0627, 0x0628, 0x062a, 0x0641, 0x0643, 0x0644] as const;
const [nun, ha, waw, ya] = [0x0646, 0x0647, 0x0648, 0x064a] as const;

const formBuffer = new Uint16Array(longestWord);

/** Returns the letters of a form in a reused array. */
function lettersOf(form: string): Uint16Array {
  for (let i = 0; i < form.length; i += 1) formBuffer[i] = form.charCodeAt(i);
  return formBuffer;
}

/** The stems that begin with و, by key. */
const wawKeys = emptyKeyTable(2048);
for (const stem of wawStems.split(' ')) {
  setNumber(wawKeys, fnv1aUnits(lettersOf(stem), 0, stem.length, fnv1aStart), 1);
}

const isWawKey = (key: number): boolean => numberOfKey(wawKeys, key) !== 0;

/**
 * Returns the length of the prefix of a word of `length` letters; 0 without one. A comparison with each prefix took
 * three times as long.
 */
function prefixLength(letters: Uint16Array, length: number): number {
  if (length < 2 + minLetters) return 0;
  const first = letters[0];
  const second = letters[1];
  if (second === lam && (first === alif || first === lam)) return 2;
  if (first !== waw && first !== fa && first !== ba && first !== kaf) return 0;
  const third = letters[2];
  const isAnd = first === waw || first === fa;
  if (third === lam && (second === alif || (isAnd && second === lam))) {
    return length < 3 + minLetters ? 0 : 3;
  }
  const isParticle = isAnd && (second === ba || (second === kaf && first === waw));
  const isFour = isParticle && third === alif && letters[3] === lam;
  return isFour && length >= 4 + minLetters ? 4 : 0;
}

/** Returns the length of the longest suffix of a word of `length` letters, however short the rest; 0 without one. */
function suffixLength(letters: Uint16Array, length: number): number {
  const last = letters[length - 1];
  const before = letters[length - 2];
  switch (last) {
    case ha:
      return before === ya ? 2 : 1;
    case ya:
      return 1;
    case alif:
      return before === ha ? 2 : 0;
    case nun:
      return before === alif || before === waw || before === ya ? 2 : 0;
    case ta:
      return before === alif ? 2 : 0;
    default:
      return 0;
  }
}

/** Returns the end of the stem of a word of `length` letters. */
function stemEnd(letters: Uint16Array, from: number, length: number): number {
  if (length - from <= minLetters) return length;
  const suffix = suffixLength(letters, length);
  if (length - suffix - from >= minLetters) return length - suffix;
  // «يه» ends in «ه».
  return suffix === 2 && letters[length - 1] === ha && length - 1 - from >= minLetters
    ? length - 1
    : length;
}

/**
 * Tells whether the initial و of a word belongs to its stem. The word is looked up with and without each
 * suffix: «ولاية» is listed as «ولايـ», because its stem «ولا» is «and not» as well.
 */
function isWawOfStem(letters: Uint16Array, length: number): boolean {
  const suffix = suffixLength(letters, length);
  const short = fnv1aUnits(letters, 0, length - 2, fnv1aStart);
  if (suffix === 2 && length - 2 >= minLetters && isWawKey(short)) return true;
  const shorter = fnv1aUnits(letters, length - 2, length - 1, short);
  const isOne = suffix === 1 || (suffix === 2 && letters[length - 1] === ha);
  if (isOne && length - 1 >= minLetters && isWawKey(shorter)) return true;
  return isWawKey(fnv1aUnits(letters, length - 1, length, shorter));
}

/** Returns the start of the stem of a word of `length` letters. */
function stemStart(letters: Uint16Array, length: number): number {
  const prefix = prefixLength(letters, length);
  if (prefix > 0) return prefix;
  if (letters[0] !== waw || length - 1 < minLetters) return 0;
  return isWawOfStem(letters, length) ? 0 : 1;
}

/** Returns start and end of the stem of a word folded by `eachWord`. */
export function stemBounds(form: string): readonly [start: number, end: number] {
  if (!/\D/.test(form)) return [0, form.length];
  const letters = lettersOf(form);
  const start = stemStart(letters, form.length);
  return [start, stemEnd(letters, start, form.length)];
}

/** Returns the stem of a word folded by `eachWord`. */
export const stemOf = (form: string): string => form.slice(...stemBounds(form));

/** A stem and its word. */
export interface StemmedWord {
  /** 32-bit FNV-1a hash of the stem's letters, which replaces a string. */
  readonly key: number;
  readonly letters: number;
  /** 32-bit hash of all letters of the word. */
  readonly word: number;
  /** Span of the word in the text. */
  readonly start: number;
  readonly end: number;
  /** Whether it has a letter, and not only digits. */
  readonly isWord: boolean;
}

/**
 * Visits the words of a text by their stems. Words of more than `longestWord` letters are skipped.
 * Linear in the text, without creating strings.
 *
 * @param visit called for each word; the object is reused for the next
 */
export function eachStem(text: string, visit: (found: StemmedWord) => void): void {
  const found = { key: 0, letters: 0, word: 0, start: 0, end: 0, isWord: false };
  eachWord(text, ({ letters, length, start, end, isWord }) => {
    if (length > longestWord) return;
    const from = isWord ? stemStart(letters, length) : 0;
    const to = isWord ? stemEnd(letters, from, length) : length;
    found.key = fnv1aUnits(letters, from, to, fnv1aStart);
    found.letters = to - from;
    // The few letters around the stem, added to its hash.
    found.word = fnv1aUnits(letters, 0, from, fnv1aUnits(letters, to, length, found.key));
    found.start = start;
    found.end = end;
    found.isWord = isWord;
    visit(found);
  });
}

/** Returns the key of a word's stem; undefined where there is no word. */
export function stemKey(text: string): number | undefined {
  let key: number | undefined;
  eachStem(text, (found) => {
    key ??= found.key;
  });
  return key;
}
