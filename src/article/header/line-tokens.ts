import { fold } from '../../arabic/letters.ts';
import { asciiDigits } from '../../calendar/edtf.ts';

/** A word, number or punctuation mark of a line. */
export interface LineToken {
  readonly kind: 'word' | 'number' | 'sign';
  /** The folded word, the number in ASCII digits, or the mark, with every dash as `-`. */
  readonly text: string;
  /** Its span in the line. */
  readonly start: number;
  readonly end: number;
}

/** Letters with their marks, digits, or one other visible character. Tatweel alone is a dash: «علي ـ جدة»; so are leaders. */
const tokenPattern = /[[\p{L}\p{M}]--\u0640][\p{L}\p{M}]*|\p{Nd}+|\.{4,}|[^\s\p{Cf}]/gv;

/** Greatest number of tokens that are read: more than any dateline or masthead has. */
const maxTokens = 40;

/**
 * Returns the first tokens of a line, at most 40, and whether these are all. Linear in its length.
 */
export function tokenizeLine(line: string): {
  readonly tokens: readonly LineToken[];
  readonly isAll: boolean;
} {
  const lineTokens: LineToken[] = [];
  for (const { 0: source, index: start } of line.matchAll(tokenPattern)) {
    if (lineTokens.length === maxTokens) return { tokens: lineTokens, isAll: false };
    const end = start + source.length;
    if (/^(?:[-\u0640\u2010-\u2015\u2212]|\.{4,})$/.test(source)) {
      lineTokens.push({ kind: 'sign', text: '-', start, end });
    } else if (/^\p{L}/u.test(source)) {
      lineTokens.push({ kind: 'word', text: fold(source), start, end });
    } else if (/^\p{Nd}/u.test(source)) {
      lineTokens.push({ kind: 'number', text: asciiDigits(source), start, end });
    } else lineTokens.push({ kind: 'sign', text: source, start, end });
  }
  return { tokens: lineTokens, isAll: true };
}

/** Greatest number of words of a name: «وكالة الأنباء السعودية», «ريو دي جانيرو». */
const maxNameWords = 4;

/**
 * Returns the number of tokens of the longest name that starts at `at`; 0 where there is none. Dots
 * between single letters are ignored: «أ.ف.ب» is «أ ف ب».
 *
 * @param known tells whether folded words, separated by single spaces, are a name
 */
export function longestNameLength(
  tokens: readonly LineToken[],
  at: number,
  known: (name: string) => boolean,
): number {
  let [name, length, count] = ['', 0, 0];
  for (let next = at; next < tokens.length && count < maxNameWords; next += 1) {
    const token = tokens[next];
    if (token === undefined) break;
    if (token.kind !== 'word') {
      if (token.text !== '.' || tokens[next - 1]?.text.length !== 1) break;
      if (length === next - at) length += 1;
      continue;
    }
    name = count === 0 ? token.text : `${name} ${token.text}`;
    count += 1;
    if (known(name)) length = next - at + 1;
  }
  return length;
}
