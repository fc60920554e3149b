import { fold, isArabicLetter, isDigit } from '../arabic/letters.ts';
import { asciiDigits } from './edtf.ts';

/** A word, number or punctuation mark of a text. */
export interface DateToken {
  readonly kind: 'word' | 'number' | 'sign';
  /** The folded word, the number in ASCII digits, or the mark, with every dash as `-`. */
  readonly text: string;
  /** Its span in the text. */
  readonly start: number;
  readonly end: number;
}

/** Letters with their marks, digits, or one other visible character. Tatweel alone is a dash: «علي ـ جدة»; so are leaders. */
const tokenPattern = /[[\p{L}\p{M}]--\u0640][\p{L}\p{M}]*|\p{Nd}+|\.{4,}|[^\s\p{Cf}]/gv;

/**
 * Returns the first tokens of a text, and whether these are all. Linear in the length of what is read.
 *
 * @param limit greatest number of tokens
 */
export function dateTokens(
  text: string,
  limit: number,
): { readonly tokens: readonly DateToken[]; readonly isAll: boolean } {
  const tokens: DateToken[] = [];
  for (const { 0: source, index: start } of text.matchAll(tokenPattern)) {
    if (tokens.length === limit) return { tokens, isAll: false };
    const end = start + source.length;
    const unit = source.charCodeAt(0);
    if (unit < 0x0700 && isArabicLetter(unit)) {
      tokens.push({ kind: 'word', text: fold(source), start, end });
    } else if (isDigit(unit)) {
      tokens.push({ kind: 'number', text: asciiDigits(source), start, end });
    } else if (/^(?:[-\u0640\u2010-\u2015\u2212]|\.{4,})$/.test(source)) {
      tokens.push({ kind: 'sign', text: '-', start, end });
    } else if (/^\p{L}/u.test(source)) {
      tokens.push({ kind: 'word', text: fold(source), start, end });
    } else if (/^\p{Nd}/u.test(source)) {
      tokens.push({ kind: 'number', text: asciiDigits(source), start, end });
    } else tokens.push({ kind: 'sign', text: source, start, end });
  }
  return { tokens, isAll: true };
}
