import { fnv1aStart, fnv1aUnits } from '../model/fnv1a.ts';
import { wawStems } from './waw-stems.ts';
import { eachWord, longestWord } from './word-letters.ts';

/**
 * A light stemmer for Arabic after light10 (Larkey, Ballesteros and Connell 2007): one prefix that
 * joins the article or a particle to it, and one suffix, never below three letters. Words that differ
 * only in these meet: «الوزير», «للوزير» and «وزير»; «مسلمون» and «مسلمين». A bare و goes too («وقالت»),
 * which light10 takes from every word; here not from those that begin with it («وزير», «وفد»).
 */
const prefixes = ['وبال', 'وكال', 'فبال', 'وال', 'بال', 'كال', 'فال', 'ولل', 'فلل', 'لل', 'ال'];
const suffixes = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'];

/** Affixes by the letter that a word is asked for first: few words have one of them. */
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

const opening = byLetter(prefixes, (prefix) => prefix.charCodeAt(0) & 0xff);
const closing = byLetter(suffixes, (suffix) => suffix.charCodeAt(suffix.length - 1) & 0xff);

/** Fewest letters that a stem keeps. */
const leastLetters = 3;

/** The letter و, which joins «and» to a word. */
const waw = 0x0648;

const oneForm = new Uint16Array(longestWord);

/** The letters of a form, in an array that is used again. */
function lettersOf(form: string): Uint16Array {
  for (let i = 0; i < form.length; i += 1) oneForm[i] = form.charCodeAt(i);
  return oneForm;
}

const keptWaw: ReadonlySet<number> = new Set(
  wawStems.split(' ').map((stem) => fnv1aUnits(lettersOf(stem), 0, stem.length, fnv1aStart)),
);

/** Whether an affix stands in the word at a place. */
function stands(affix: Uint16Array, letters: Uint16Array, at: number): boolean {
  for (let i = 0; i < affix.length; i += 1) if (letters[at + i] !== affix[i]) return false;
  return true;
}

/** Where the stem of a word of so many letters ends. */
function stemEnd(letters: Uint16Array, from: number, length: number): number {
  for (const suffix of closing[(letters[length - 1] ?? 0) & 0xff] ?? []) {
    const at = length - suffix.length;
    if (at - from >= leastLetters && stands(suffix, letters, at)) return at;
  }
  return length;
}

/** Whether the و that a word begins with is its own; «ولاية» is told by «ولايـ», as «ولا» is «and not». */
function ownsWaw(letters: Uint16Array, length: number): boolean {
  if (keptWaw.has(fnv1aUnits(letters, 0, length, fnv1aStart))) return true;
  const suffixes = closing[(letters[length - 1] ?? 0) & 0xff] ?? [];
  return suffixes.some((suffix) => {
    const end = length - suffix.length;
    return (
      end >= leastLetters &&
      stands(suffix, letters, end) &&
      keptWaw.has(fnv1aUnits(letters, 0, end, fnv1aStart))
    );
  });
}

/** Where the stem of a word of so many letters begins. */
function stemStart(letters: Uint16Array, length: number): number {
  for (const prefix of opening[(letters[0] ?? 0) & 0xff] ?? []) {
    if (length - prefix.length >= leastLetters && stands(prefix, letters, 0)) return prefix.length;
  }
  if (letters[0] !== waw || length - 1 < leastLetters) return 0;
  return ownsWaw(letters, length) ? 0 : 1;
}

/** Returns where the stem of a word that `eachWord` folded begins and ends. */
export function stemBounds(form: string): readonly [start: number, end: number] {
  if (!/\D/.test(form)) return [0, form.length];
  const letters = lettersOf(form);
  const start = stemStart(letters, form.length);
  return [start, stemEnd(letters, start, form.length)];
}

/** Returns the stem of a word that `eachWord` folded. */
export const stemOf = (form: string): string => form.slice(...stemBounds(form));

/** A stem and the word that it was found in. */
export interface StemmedWord {
  /** 32-bit FNV-1a of the stem's letters: as good as the stem, and no text has to be made. */
  readonly key: number;
  readonly letters: number;
  /** Where the word stands in the text. */
  readonly start: number;
  readonly end: number;
  /** Whether any of it is a letter, not a digit. */
  readonly isWord: boolean;
}

/**
 * Goes through the words of a text by their stems. Words of more than `longestWord` letters are passed
 * over. Linear in the text, and makes no strings.
 *
 * @param visit told of each word; the object is used again for the next
 */
export function eachStem(text: string, visit: (found: StemmedWord) => void): void {
  const found = { key: 0, letters: 0, start: 0, end: 0, isWord: false };
  eachWord(text, ({ letters, length, start, end, isWord }) => {
    if (length > longestWord) return;
    const from = isWord ? stemStart(letters, length) : 0;
    const to = isWord ? stemEnd(letters, from, length) : length;
    found.key = fnv1aUnits(letters, from, to, fnv1aStart);
    found.letters = to - from;
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
