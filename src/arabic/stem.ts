import { isArabicLetter, isDigit, isLatinLetter } from './letters.ts';

/**
 * A light stemmer for Arabic after light10 (Larkey, Ballesteros and Connell 2007): one prefix that
 * joins the article or a particle to it, and one suffix, never below three letters. Words that differ
 * only in these meet: «الوزير», «للوزير» and «وزير»; «مسلمون» and «مسلمين». A bare و is left: it opens
 * too many words («وزير»).
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

/** Longest word that is looked at: what is longer is no word. */
export const longestWord = 40;

/** A code unit that parts words. */
const gap = 0;
/** A code unit that is written on or between letters and does not count. */
const nothing = 1;

const foldedLetters: Readonly<Record<string, string>> = {
  ...{ أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ی: 'ي', ئ: 'ي', ؤ: 'و', ة: 'ه', ک: 'ك' },
};

/** What every code unit is folded to: a letter or digit, `nothing`, or `gap`. */
const folded: Uint16Array = new Uint16Array(0x10000);
for (let unit = 0; unit < folded.length; unit += 1) {
  const letter = String.fromCharCode(unit);
  if (/[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u061c]/.test(letter)) {
    folded[unit] = nothing;
  } else if (isDigit(unit)) folded[unit] = 0x30 + (unit & 0xf);
  else if (isArabicLetter(unit)) folded[unit] = (foldedLetters[letter] ?? letter).charCodeAt(0);
  else if (isLatinLetter(unit)) folded[unit] = letter.toLowerCase().charCodeAt(0);
  else folded[unit] = gap;
}

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

const word = new Uint16Array(longestWord);

/** Whether an affix stands in the word at a place. */
function stands(affix: Uint16Array, at: number): boolean {
  for (let i = 0; i < affix.length; i += 1) if (word[at + i] !== affix[i]) return false;
  return true;
}

/** Where the stem of a word of so many letters begins. */
function stemStart(length: number): number {
  for (const prefix of opening[(word[0] ?? 0) & 0xff] ?? []) {
    if (length - prefix.length >= leastLetters && stands(prefix, 0)) return prefix.length;
  }
  return 0;
}

/** Where the stem of a word of so many letters ends. */
function stemEnd(from: number, length: number): number {
  for (const suffix of closing[(word[length - 1] ?? 0) & 0xff] ?? []) {
    const at = length - suffix.length;
    if (at - from >= leastLetters && stands(suffix, at)) return at;
  }
  return length;
}

/**
 * Goes through the words of a text by their stems. Words of more than `longestWord` letters are passed
 * over. Linear in the text, and makes no strings.
 *
 * @param visit told of each word; the object is used again for the next
 */
export function eachStem(text: string, visit: (found: StemmedWord) => void): void {
  const found = { key: 0, letters: 0, start: 0, end: 0, isWord: false };
  let length = 0;
  let start = 0;
  let isWord = false;
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at < text.length ? (folded[text.charCodeAt(at)] ?? gap) : gap;
    if (unit === nothing) continue;
    if (unit !== gap) {
      if (length === 0) start = at;
      if (length < longestWord) word[length] = unit;
      isWord ||= unit > 0x39;
      length += 1;
      continue;
    }
    if (length > 0 && length <= longestWord) {
      const from = isWord ? stemStart(length) : 0;
      const to = isWord ? stemEnd(from, length) : length;
      let key = 0x811c9dc5;
      for (let i = from; i < to; i += 1) key = Math.imul(key ^ (word[i] ?? 0), 0x01000193);
      found.key = key | 0;
      found.letters = to - from;
      found.start = start;
      found.end = at;
      found.isWord = isWord;
      visit(found);
    }
    length = 0;
    isWord = false;
  }
}

/** Returns the key of a word's stem; undefined where there is no word. */
export function stemKey(text: string): number | undefined {
  let key: number | undefined;
  eachStem(text, (found) => {
    key ??= found.key;
  });
  return key;
}
