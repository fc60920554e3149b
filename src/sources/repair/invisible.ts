import { isArabicLetter, isDigit, isLatinLetter } from '../../arabic/letters.ts';
import type { RepairedCharacters } from './presentation-forms.ts';

/** Characters that may be removed, or matter for the decision. */
const candidates =
  /\u200d|[\0\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc]/g;

const [arabicMark, zeroWidthJoiner, leftMark, rightMark] = ['\u061c', '\u200d', '\u200e', '\u200f'];
const [firstIsolate, lastIsolate, popIsolate] = ['\u2066', '\u2068', '\u2069'];

/** Tells whether a directional mark is redundant beside letters of its direction. */
function isRedundant(mark: string, before: number, after: number): boolean {
  const isEdge = (unit: number): boolean => Number.isNaN(unit) || unit === 0x0a || unit === 0x0d;
  if (mark === leftMark) {
    if (isEdge(after) && isArabicLetter(before)) return true;
    const isLeft = isLatinLetter(before) || isLatinLetter(after);
    return isLeft || before === 0x200e || (isArabicLetter(before) && isArabicLetter(after));
  }
  // Pages are right-to-left, and so are the edges of their lines.
  if (isEdge(before) || isEdge(after)) return true;
  if (isDigit(before) || isDigit(after)) return false;
  return isArabicLetter(before) || isArabicLetter(after) || before === 0x200f || before === 0x061c;
}

/** Returns the offsets of isolates that are closed in their own line and not empty. */
function closedIsolates(text: string): ReadonlySet<number> {
  const closed = new Set<number>();
  let open: number[] = [];
  for (const { 0: sign, index } of text.matchAll(/[\u2066-\u2069\n]/g)) {
    if (sign === '\n') open = [];
    else if (sign !== popIsolate) open.push(index);
    else {
      const start = open.pop();
      if (start === undefined || index - start < 2) continue;
      closed.add(start);
      closed.add(index);
    }
  }
  return closed;
}

/** Tells whether ZWJ can join a character: a letter, a combining mark, a part of an emoji («1439 هـ‍»). */
const isJoined = (text: string, at: number): boolean =>
  /[\p{L}\p{M}\p{Emoji_Presentation}\p{Extended_Pictographic}]/u.test(
    String.fromCodePoint(text.codePointAt(at) ?? 0x20),
  );

/** Returns the offset of the character that ends before `at`. */
const letterBefore = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text[at - 1] ?? '') ? at - 2 : at - 1;

/**
 * Removes invisible characters without effect: NUL, soft hyphens, zero-width spaces, byte-order marks
 * within the text, directional overrides and embeddings, redundant directional marks, unclosed
 * isolates. ZWNJ, ZWJ beside letters, and effective isolates stay.
 */
export function removeInvisible(text: string): RepairedCharacters {
  let count = 0;
  let first = -1;
  let isolates: ReadonlySet<number> | undefined;
  const isRemovable = (sign: string, at: number): boolean => {
    if (sign === zeroWidthJoiner) {
      return !isJoined(text, letterBefore(text, at)) && !isJoined(text, at + 1);
    }
    if (sign === leftMark || sign === rightMark || sign === arabicMark) {
      return isRedundant(sign, text.charCodeAt(at - 1), text.charCodeAt(at + 1));
    }
    if ((sign >= firstIsolate && sign <= lastIsolate) || sign === popIsolate) {
      isolates ??= closedIsolates(text);
      return !isolates.has(at);
    }
    return true;
  };
  const cleaned = text.replace(candidates, (sign, at: number) => {
    if (!isRemovable(sign, at)) return sign;
    count += 1;
    if (first === -1) first = at;
    return '';
  });
  return { text: cleaned, count, first };
}
