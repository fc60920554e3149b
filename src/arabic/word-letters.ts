/** Longest word that is looked at as one: what is longer is no word. */
export const longestWord = 40;

/** A code unit that parts words. */
const gap = 0;
/** A code unit that is written on or between letters and does not count. */
const nothing = 1;
/** A code unit that stands for several letters: «ﻻ». */
const several = 2;
/** A hamza, alone, on ي, and as a mark: how they are folded hangs on the letter after them. */
const [hamza, hamzaOnYa, hamzaAbove] = [3, 4, 5] as const;
/** A code unit that was not asked for yet. */
const unknown = 0xffff;

const [hamzaLetter, waw, ya] = [0x0621, 0x0648, 0x064a] as const;

/** Letters that canonical decomposition leaves apart, though one word is written with either. */
const sameLetters: Readonly<Record<string, string>> = {
  ...{ ٱ: 'ا', ى: 'ي', ی: 'ي', ې: 'ي', ة: 'ه', ہ: 'ه', ھ: 'ه', ە: 'ه', ک: 'ك' },
};

const folded: Uint16Array = new Uint16Array(0x10000).fill(unknown);
const spelledOut = new Map<number, readonly number[]>();

/**
 * What a code unit is folded to. Compatibility decomposition (NFKD) takes presentation forms to their
 * letters and a hamza off its seat: أ إ آ become ا, ؤ becomes و, ئ becomes ي, as marks are dropped.
 * Before و a hamza is one with it: «مسئول» and «رءوس» are «مسؤول» and «رؤوس».
 */
function look(unit: number): number {
  const sign = String.fromCharCode(unit);
  if (sign === '\u0654') return hamzaAbove;
  if (/[\p{Mn}\p{Cf}\u0640]/u.test(sign)) return nothing;
  if ((unit >= 0x0660 && unit <= 0x0669) || (unit >= 0x06f0 && unit <= 0x06f9)) {
    return 0x30 + (unit & 0xf);
  }
  // Marks that old typesetting put beside a letter: in Unicode they stand on a space or a tatweel.
  if (unit >= 0xfe70 && unit <= 0xfe7f) return nothing;
  const plain = sign.normalize('NFKD').toLowerCase();
  if (plain === 'ء') return hamza;
  if (plain === 'ي\u0654') return hamzaOnYa;
  const letters: number[] = [];
  for (const part of plain.replace('ي\u0654و', 'وو')) {
    if (/[\p{Mn}\u0640]/u.test(part)) continue;
    // «ﷺ» is a sentence, and a letter beyond the basic plane is none of the news.
    if (part.length > 1 || !/[\p{L}\p{N}]/u.test(part)) return gap;
    letters.push((sameLetters[part] ?? part).charCodeAt(0));
  }
  const [first] = letters;
  if (first === undefined) return gap;
  if (letters.length === 1) return first;
  spelledOut.set(unit, letters);
  return several;
}

/** A word as it is compared, and where it stands in the text. The object and its letters are used again. */
export interface FoundWord {
  /** Folded letters and digits; the first `length` count. */
  readonly letters: Uint16Array;
  /** May be more than `longestWord`; then only so many letters are kept. */
  length: number;
  start: number;
  end: number;
  /** Whether any of it is a letter, not a digit. */
  isWord: boolean;
}

/**
 * Goes through the words of a text: runs of letters and digits, without the signs that are written on
 * or between them, in one spelling («الأُمّة», «الامه» and «الأمـــة» are one). Linear in the text, and
 * makes no strings. What is done here is what Unicode calls a search by primary weights, made narrower
 * in nothing and wider only in ى/ي, ة/ه, the letters of Persian and Urdu that look like ours, and the
 * hamza before و.
 *
 * @param visit told of each word
 */
export function eachWord(text: string, visit: (word: FoundWord) => void): void {
  const letters = new Uint16Array(longestWord);
  const word: FoundWord = { letters, length: 0, start: 0, end: 0, isWord: false };
  let length = 0;
  let start = 0;
  let isWord = false;
  /** The place after a hamza that a و would take to itself. */
  let afterHamza = -1;
  function takeHamza(): void {
    let at = length - 1;
    do letters[at] = waw;
    while (letters[--at] === hamzaLetter);
  }
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at < text.length ? text.charCodeAt(at) : 0x20;
    let now = folded[unit] ?? gap;
    if (now === unknown) {
      now = look(unit);
      folded[unit] = now;
    }
    if (now > hamzaAbove) {
      if (length === 0) start = at;
      if (now === waw && afterHamza === length) takeHamza();
      if (length < longestWord) letters[length] = now;
      isWord ||= now > 0x39;
      length += 1;
    } else if (now === several) {
      if (length === 0) start = at;
      for (const letter of spelledOut.get(unit) ?? []) {
        if (letter === waw && afterHamza === length) takeHamza();
        if (length < longestWord) letters[length] = letter;
        length += 1;
      }
      isWord = true;
    } else if (now === gap && length > 0) {
      word.length = length;
      word.start = start;
      word.end = at;
      word.isWord = isWord;
      visit(word);
      length = 0;
      isWord = false;
      afterHamza = -1;
    } else if (now === hamza || now === hamzaOnYa) {
      if (length === 0) start = at;
      if (length < longestWord) letters[length] = now === hamza ? hamzaLetter : ya;
      isWord = true;
      length += 1;
      afterHamza = length;
    } else if (now === hamzaAbove && length > 0 && letters[length - 1] === ya) afterHamza = length;
  }
}

/** Returns the words of a text, folded. */
export function wordForms(text: string): readonly string[] {
  const forms: string[] = [];
  eachWord(text, (word) => forms.push(formOf(word)));
  return forms;
}

/** Returns the letters of a word as a string. */
export const formOf = ({ letters, length }: FoundWord): string =>
  String.fromCharCode(...letters.subarray(0, Math.min(length, longestWord)));
