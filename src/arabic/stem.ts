import { fnv1aStart, fnv1aUnits } from '../model/fnv1a.ts';
import { wawStems } from './waw-stems.ts';
import { eachWord, longestWord } from './word-letters.ts';

/**
 * A light stemmer for Arabic after light10 (Larkey, Ballesteros and Connell 2007): removes one prefix
 * with the article or a particle, and one suffix, down to three letters. Words that differ only in
 * these share a stem: «الوزير», «للوزير» and «وزير»; «مسلمون» and «مسلمين». A bare و is removed as
 * well («وقالت»), but unlike in light10 not from words in which it is a root letter («وزير», «وفد»).
 */
const prefixes = ['وبال', 'وكال', 'فبال', 'وال', 'بال', 'كال', 'فال', 'ولل', 'فلل', 'لل', 'ال'];
const suffixes = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'];

/** Groups affixes by the letter that is compared first, so that most words are compared with few. */
function byLetter(
  affixes: readonly string[],
  letterOf: (affix: string) => number,
): readonly (readonly Uint16Array[] | undefined)[] {
  const table: Uint16Array[][] = [];
  for (const affix of affixes) {
    const letters = Uint16Array.from(affix, (letter) => letter.charCodeAt(0));
    const same = table[letterOf(affix)] ?? [];
    same.push(letters);
    table[letterOf(affix)] = same;
  }
  return table;
}

const prefixesByLetter = byLetter(prefixes, (prefix) => prefix.charCodeAt(0) & 0xff);
const suffixesByLetter = byLetter(
  suffixes,
  (suffix) => suffix.charCodeAt(suffix.length - 1) & 0xff,
);

/** Fewest letters of a stem. */
const minLetters = 3;

/** The letter و, the prefix «and». */
const waw = 0x0648;

const formBuffer = new Uint16Array(longestWord);

/** Returns the letters of a form in a reused array. */
function lettersOf(form: string): Uint16Array {
  for (let i = 0; i < form.length; i += 1) formBuffer[i] = form.charCodeAt(i);
  return formBuffer;
}

const wawStemKeys: ReadonlySet<number> = new Set(
  wawStems.split(' ').map((stem) => fnv1aUnits(lettersOf(stem), 0, stem.length, fnv1aStart)),
);

/** Tells whether a word has an affix at an index. */
function hasAffixAt(affix: Uint16Array, letters: Uint16Array, at: number): boolean {
  for (let i = 0; i < affix.length; i += 1) if (letters[at + i] !== affix[i]) return false;
  return true;
}

/** Returns the end of the stem of a word of `length` letters. */
function stemEnd(letters: Uint16Array, from: number, length: number): number {
  const suffixes = suffixesByLetter[(letters[length - 1] as number) & 0xff];
  if (suffixes === undefined) return length;
  for (let i = 0; i < suffixes.length; i += 1) {
    const suffix = suffixes[i] as Uint16Array;
    const at = length - suffix.length;
    if (at - from >= minLetters && hasAffixAt(suffix, letters, at)) return at;
  }
  return length;
}

/**
 * Tells whether the initial و of a word belongs to its stem. The word is looked up with and without each
 * suffix: «ولاية» is listed as «ولايـ», because its stem «ولا» is «and not» as well.
 */
function isWawOfStem(letters: Uint16Array, length: number): boolean {
  if (wawStemKeys.has(fnv1aUnits(letters, 0, length, fnv1aStart))) return true;
  const suffixes = suffixesByLetter[(letters[length - 1] ?? 0) & 0xff] ?? [];
  return suffixes.some((suffix) => {
    const end = length - suffix.length;
    return (
      end >= minLetters &&
      hasAffixAt(suffix, letters, end) &&
      wawStemKeys.has(fnv1aUnits(letters, 0, end, fnv1aStart))
    );
  });
}

/** Returns the start of the stem of a word of `length` letters. */
function stemStart(letters: Uint16Array, length: number): number {
  const prefixes = prefixesByLetter[(letters[0] as number) & 0xff];
  if (prefixes === undefined) return 0;
  for (let i = 0; i < prefixes.length; i += 1) {
    const prefix = prefixes[i] as Uint16Array;
    if (length - prefix.length >= minLetters && hasAffixAt(prefix, letters, 0))
      return prefix.length;
  }
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
