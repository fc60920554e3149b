import type { Span } from '../model/structure.ts';
import { isArabicLetter, isDigit, isLatinLetter, isMark, isSpace, isTatweel } from './letters.ts';

const stop = 0x2e;
const stops = new Set([stop, 0x3f, 0x21, 0x061f, 0x2026, 0x06d4]);
/** `" ' ) ] » ” ’`: closing marks belong to the sentence whose end precedes them. */
const closingMarks = new Set([0x22, 0x27, 0x29, 0x5d, 0xbb, 0x201d, 0x2019]);

function unitAt(text: string, at: number, from: number, to: number): number {
  return at >= from && at < to ? text.charCodeAt(at) : 0x20;
}

function isLetterOrDigit(unit: number): boolean {
  return isArabicLetter(unit) || isLatinLetter(unit) || isDigit(unit);
}

/**
 * Tells whether a single stop at `at` belongs to a word: a decimal («3.5»), an address
 * («example.org»), an initial or abbreviation («د. خالد», «أ.د.», «J. Smith») or the number of a list
 * item («1. النص»).
 */
function isInnerStop(
  text: string,
  at: number,
  from: number,
  to: number,
  sentenceStart: number,
): boolean {
  const next = unitAt(text, at + 1, from, to);
  const previous = unitAt(text, at - 1, from, to);
  if (isLatinLetter(next) && (isLatinLetter(previous) || isDigit(previous))) return true;
  if (isDigit(next) && (isDigit(previous) || isLatinLetter(previous))) return true;
  let start = at;
  let letters = 0;
  let digits = 0;
  // No abbreviation has more than five units, which bounds the work in a long word.
  while (start > from && at - start < 5) {
    const unit = text.charCodeAt(start - 1);
    if (isMark(unit) || isTatweel(unit)) start -= 1;
    else if (isDigit(unit)) digits += 1;
    else if (isLetterOrDigit(unit)) letters += 1;
    else break;
    if (!isMark(unit) && !isTatweel(unit)) start -= 1;
  }
  if (at - start >= 5) return false;
  // A conjunction before the abbreviation: «وم. نعيم» and «ود. خالد».
  const isJoined = letters === 2 && text.charCodeAt(start) === 0x0648;
  if ((letters === 1 || isJoined) && digits === 0) {
    // «عام 2015 م.» and «1436 هـ.» end a sentence; «م. نعيم» and «هـ. أحمد» do not.
    let before = start - 1;
    while (before >= from && isSpace(text.charCodeAt(before)) && start - before < 3) before -= 1;
    return !(before >= from && isDigit(text.charCodeAt(before)));
  }
  return letters === 0 && digits > 0 && digits <= 3 && start === sentenceStart && isSpace(next);
}

/**
 * Tells whether the dots after `at` precede a new sentence: «.. وقال» does, «الدراما.. محاولات» may
 * not.
 */
function opensAfterDots(text: string, at: number, from: number, to: number): boolean {
  let next = at;
  while (next < to && isSpace(text.charCodeAt(next))) next += 1;
  if (next >= to) return true;
  if (unitAt(text, next, from, to) !== 0x0648) return false;
  const second = unitAt(text, next + 1, from, to);
  const third = unitAt(text, next + 2, from, to);
  const isDefinite = second === 0x0627 && third === 0x0644;
  return isArabicLetter(second) && isArabicLetter(third) && !isDefinite;
}

/**
 * Splits a text into sentences as in news: ended by `.`, `؟`, `!`, or dots before a sentence opener,
 * with closing quotation marks; also where the space after the stop is missing («الأوسط.وسيتوجه»).
 * Stops inside numbers, addresses, initials and list numbers do not end one. Line breaks are white
 * space here.
 *
 * @param text The text.
 * @param from Start, in code units.
 * @param to End, in code units.
 * @returns Trimmed spans, in order; they cover all but white space. Linear time.
 */
export function sentences(text: string, from = 0, to: number = text.length): Span[] {
  const spans: Span[] = [];
  let at = from;
  let sentenceStart = -1;
  let sentenceEnd = from;
  while (at < to) {
    const unit = text.charCodeAt(at);
    if (isSpace(unit)) {
      at += 1;
      continue;
    }
    if (sentenceStart < 0) sentenceStart = at;
    sentenceEnd = at + 1;
    if (!stops.has(unit)) {
      at += 1;
      continue;
    }
    let after = at;
    let isOnlyDots = true;
    while (after < to && stops.has(text.charCodeAt(after))) {
      const mark = text.charCodeAt(after);
      isOnlyDots &&= mark === stop || mark === 0x2026;
      after += 1;
    }
    const run = after - at;
    while (after < to && closingMarks.has(text.charCodeAt(after))) after += 1;
    const isClosed = after > at + run;
    sentenceEnd = after;
    const isEllipsis = isOnlyDots && (run > 1 || unit === 0x2026);
    const isEnd = isEllipsis
      ? isClosed || opensAfterDots(text, after, from, to)
      : run > 1 || unit !== stop || !isInnerStop(text, at, from, to, sentenceStart);
    at = after;
    if (!isEnd) continue;
    // Stray stops belong to the sentence before them: «السابق. ..».
    let stray = at;
    while (stray < to && isSpace(text.charCodeAt(stray))) stray += 1;
    let strayEnd = stray;
    while (strayEnd < to && stops.has(text.charCodeAt(strayEnd))) strayEnd += 1;
    if (strayEnd > stray) at = strayEnd;
    spans.push({ start: sentenceStart, end: at });
    sentenceStart = -1;
  }
  if (sentenceStart >= 0) spans.push({ start: sentenceStart, end: sentenceEnd });
  return spans;
}
