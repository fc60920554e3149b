/** Greatest length of a word; longer strings are not words. */
export const longestWord = 40;

/** A code unit that separates words. */
const gap = 0;
/** A code unit on or between letters that is ignored. */
const ignored = 1;
/** A code unit that stands for several letters: «ﻻ». */
const several = 2;
/** A hamza: isolated, on ي, and as a mark; its folding depends on the next letter. */
const [hamza, hamzaOnYa, hamzaAbove] = [3, 4, 5] as const;
/** A code unit not yet looked up. */
const unknown = 0xffff;

const [hamzaLetter, waw, ya] = [0x0621, 0x0648, 0x064a] as const;

/** Letters that canonical decomposition keeps distinct, though they are spelling variants. */
const sameLetters: Readonly<Record<string, string>> = {
  ...{ ٱ: 'ا', ى: 'ي', ی: 'ي', ې: 'ي', ة: 'ه', ہ: 'ه', ھ: 'ه', ە: 'ه', ک: 'ك' },
};

const folded: Uint16Array = new Uint16Array(0x10000).fill(unknown);
const spelledOut = new Map<number, readonly number[]>();

/** Letters of an earlier call, for the next: an array takes longer to make than a short text to visit. */
let spareLetters: Uint16Array | undefined;

/**
 * Returns the folded form of a code unit. Compatibility decomposition (NFKD) converts presentation
 * forms to letters and removes a hamza from its seat: أ إ آ become ا, ؤ becomes و, ئ becomes ي, as
 * marks are dropped. A hamza before و is joined with it: «مسئول» and «رءوس» are «مسؤول» and «رؤوس».
 */
function foldUnit(unit: number): number {
  const sign = String.fromCharCode(unit);
  if (sign === '\u0654') return hamzaAbove;
  if (/[\p{Mn}\p{Cf}\u0640]/u.test(sign)) return ignored;
  if ((unit >= 0x0660 && unit <= 0x0669) || (unit >= 0x06f0 && unit <= 0x06f9)) {
    return 0x30 + (unit & 0xf);
  }
  // Isolated forms of marks, from old typesetting: they decompose to a space or a tatweel with the
  // mark.
  if (unit >= 0xfe70 && unit <= 0xfe7f) return ignored;
  const plain = sign.normalize('NFKD').toLowerCase();
  if (plain === 'ء') return hamza;
  if (plain === 'ي\u0654') return hamzaOnYa;
  const letters: number[] = [];
  for (const part of plain.replace('ي\u0654و', 'وو')) {
    if (/[\p{Mn}\u0640]/u.test(part)) continue;
    // «ﷺ» is a phrase; letters beyond the basic plane do not occur in news.
    if (part.length > 1 || !/[\p{L}\p{N}]/u.test(part)) return gap;
    letters.push((sameLetters[part] ?? part).charCodeAt(0));
  }
  const [first] = letters;
  if (first === undefined) return gap;
  if (letters.length === 1) return first;
  spelledOut.set(unit, letters);
  return several;
}

/** A folded word and its span in the text. The object and its array are reused. */
export interface FoundWord {
  /** Folded letters and digits; the first `length` are valid. */
  readonly letters: Uint16Array;
  /** May exceed `longestWord`; then only that many letters are kept. */
  length: number;
  start: number;
  end: number;
  /** Whether it has a letter, and not only digits. */
  isWord: boolean;
}

/** Joins the hamzas that end a word of `length` letters with the و after them. */
function absorbHamza(letters: Uint16Array, length: number): void {
  let at = length - 1;
  do letters[at] = waw;
  while (letters[--at] === hamzaLetter);
}

/**
 * Visits the words of a text: runs of letters and digits, without marks and other signs on or between
 * them, with spelling variants folded («الأُمّة», «الامه» and «الأمـــة» are one). Linear in the
 * text, without creating strings. The folding is that of a Unicode search at primary strength,
 * extended by ى/ي, ة/ه, the Persian and Urdu letters that resemble Arabic ones, and the hamza before
 * و.
 *
 * @param visit called for each word; the object is reused for the next
 */
export function eachWord(text: string, visit: (word: FoundWord) => void): void {
  const letters = spareLetters ?? new Uint16Array(longestWord);
  // Not while this call uses it: `visit` may visit the words of another text.
  spareLetters = undefined;
  const word: FoundWord = { letters, length: 0, start: 0, end: 0, isWord: false };
  let length = 0;
  let start = 0;
  let isWord = false;
  /** Index after a hamza that a following و would absorb. */
  let afterHamza = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at < text.length ? text.charCodeAt(at) : 0x20;
    let now = folded[unit] ?? gap;
    if (now === unknown) {
      now = foldUnit(unit);
      folded[unit] = now;
    }
    if (now > hamzaAbove) {
      if (length === 0) start = at;
      if (afterHamza === length && now === waw) absorbHamza(letters, length);
      if (length < longestWord) letters[length] = now;
      isWord ||= now > 0x39;
      length += 1;
    } else if (now === several) {
      if (length === 0) start = at;
      for (const letter of spelledOut.get(unit) ?? []) {
        if (afterHamza === length && letter === waw) absorbHamza(letters, length);
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
  spareLetters = letters;
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
