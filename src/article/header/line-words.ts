import { fold } from '../../arabic/letters.ts';
import { asciiDigits } from '../../calendar/edtf.ts';

/** A word, number or sign of a line. */
export interface LineWord {
  readonly kind: 'word' | 'number' | 'sign';
  /** A word folded, a number in ASCII digits, a sign with all dashes as `-`. */
  readonly text: string;
  /** Where it stands in the line. */
  readonly start: number;
  readonly end: number;
}

/** Letters with their marks, digits, or one other sign that is seen. Tatweel alone is a dash: «علي ـ جدة». */
const pieces = /[[\p{L}\p{M}]--\u0640][\p{L}\p{M}]*|\p{Nd}+|[^\s\p{Cf}]/gv;

/** Most words that are looked at: more than any dateline or masthead has. */
const most = 40;

/**
 * Returns the words, numbers and signs with which a line begins, 40 at most, and whether they are all of
 * it. Linear in its length.
 */
export function lineWords(line: string): {
  readonly words: readonly LineWord[];
  readonly isAll: boolean;
} {
  const found: LineWord[] = [];
  for (const { 0: piece, index: start } of line.matchAll(pieces)) {
    if (found.length === most) return { words: found, isAll: false };
    const end = start + piece.length;
    if (/^[-\u0640\u2010-\u2015\u2212]$/.test(piece)) {
      found.push({ kind: 'sign', text: '-', start, end });
    } else if (/^\p{L}/u.test(piece)) {
      found.push({ kind: 'word', text: fold(piece), start, end });
    } else if (/^\p{Nd}/u.test(piece)) {
      found.push({ kind: 'number', text: asciiDigits(piece), start, end });
    } else found.push({ kind: 'sign', text: piece, start, end });
  }
  return { words: found, isAll: true };
}

/** Most words of a name: «وكالة الأنباء السعودية», «ريو دي جانيرو». */
const longest = 4;

/**
 * Returns of how many words and signs the longest name is that begins at `at`, 0 where there is none.
 * Between single letters dots are read over: «أ.ف.ب» is «أ ف ب».
 *
 * @param known tells whether folded words, parted by single spaces, are a name
 */
export function longestName(
  words: readonly LineWord[],
  at: number,
  known: (name: string) => boolean,
): number {
  let [name, taken, count] = ['', 0, 0];
  for (let next = at; next < words.length && count < longest; next += 1) {
    const word = words[next];
    if (word === undefined) break;
    if (word.kind !== 'word') {
      if (word.text !== '.' || words[next - 1]?.text.length !== 1) break;
      if (taken === next - at) taken += 1;
      continue;
    }
    name = count === 0 ? word.text : `${name} ${word.text}`;
    count += 1;
    if (known(name)) taken = next - at + 1;
  }
  return taken;
}
