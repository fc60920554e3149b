import type { Span } from '../model/structure.ts';
import {
  isArabicLetter,
  isDigit,
  isInvisible,
  isLatinLetter,
  isMark,
  isTatweel,
} from './letters.ts';

/** Tells whether the unit can be in a word: a letter, a digit, or what is written on or between them. */
function isWordUnit(unit: number): boolean {
  return (
    isArabicLetter(unit) ||
    isDigit(unit) ||
    isLatinLetter(unit) ||
    isMark(unit) ||
    isTatweel(unit) ||
    isInvisible(unit)
  );
}

/** Tells whether the unit makes a run of word units a word: marks and invisible characters alone do not. */
function isWordMaker(unit: number): boolean {
  return isArabicLetter(unit) || isDigit(unit) || isLatinLetter(unit);
}

/** Tells whether the unit may be between two digits of one number: `3.5`, `1,200`, `٣٫٥`, `10:30`. */
function joinsDigits(unit: number): boolean {
  return unit === 0x2e || unit === 0x2c || unit === 0x3a || unit === 0x066b || unit === 0x066c;
}

/**
 * Splits a text into words: runs of letters and digits with their marks; a number includes the
 * separators between its digits.
 *
 * @param text The text.
 * @param from Start, in code units.
 * @param to End, in code units.
 * @param limit Greatest number of words; the rest of the text is not read.
 * @returns The words' spans in order. Linear in the length.
 */
export function words(
  text: string,
  from = 0,
  to: number = text.length,
  limit: number = Number.POSITIVE_INFINITY,
): Span[] {
  const spans: Span[] = [];
  let at = from;
  while (at < to && spans.length < limit) {
    if (!isWordUnit(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const start = at;
    let isWord = false;
    while (at < to) {
      const unit = text.charCodeAt(at);
      if (isWordUnit(unit)) {
        isWord ||= isWordMaker(unit);
        at += 1;
      } else if (
        joinsDigits(unit) &&
        at + 1 < to &&
        isDigit(text.charCodeAt(at - 1)) &&
        isDigit(text.charCodeAt(at + 1))
      ) {
        at += 1;
      } else break;
    }
    if (isWord) spans.push({ start, end: at });
  }
  return spans;
}
