import { letter, other, sign, space, tableOfKinds } from '../arabic/unit-kinds.ts';
import { wordsPerMinute } from '../model/limits.ts';

/** A code unit that was not seen yet, or is half of a pair. */
const unseen = 4;

/** The kinds of code units: `sign`, `space`, `letter` or `unseen`. */
const kinds = tableOfKinds((kind) => (kind === other ? unseen : kind));

/**
 * Returns the number of words of a text: runs between white space that have a letter or digit. Without branches for the
 * ends of words, which processors cannot predict: in half the time.
 */
export function countWords(text: string): number {
  let [count, isInWord, seen] = [0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const kind = kinds[text.charCodeAt(at)] as number;
    const isLetter = kind >> 1;
    count += isLetter & ~isInWord;
    isInWord = (isInWord | isLetter) & ~kind;
    seen |= kind;
  }
  return seen < unseen ? count : countAll(text);
}

/** As `countWords`, whatever the text has; keeps the kinds of its code units. */
function countAll(text: string): number {
  let count = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    let kind = kinds[unit];
    if (kind === unseen) {
      kind = /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2)) ? letter : sign;
      const isHalf = unit >= 0xd800 && unit <= 0xdfff;
      if (!isHalf) kinds[unit] = kind;
    }
    if (kind === space) isInWord = false;
    else if (!isInWord && kind === letter) {
      isInWord = true;
      count += 1;
    }
  }
  return count;
}

/** Returns the reading time of a number of words in whole minutes, at least one; 0 of no words. */
export const readingMinutes = (words: number): number =>
  words === 0 ? 0 : Math.max(1, Math.round(words / wordsPerMinute));
