import { letter, sign, space, unitKinds } from '../arabic/unit-kinds.ts';
import { wordsPerMinute } from '../model/limits.ts';

/** Returns the number of words of a text: runs between white space that have a letter or digit. */
export function countWords(text: string): number {
  let count = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const kind = unitKinds[text.charCodeAt(at)];
    if (kind === space) isInWord = false;
    else if (!isInWord && kind !== sign) {
      isInWord = kind === letter || /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));
      if (isInWord) count += 1;
    }
  }
  return count;
}

/** Returns the reading time of a number of words in whole minutes, at least one; 0 of no words. */
export const readingMinutes = (words: number): number =>
  words === 0 ? 0 : Math.max(1, Math.round(words / wordsPerMinute));
