import { isArabicLetter } from '../arabic/letters.ts';
import { letter, other, space, tableOfKinds, unitKinds } from '../arabic/unit-kinds.ts';
import type { LineForm, Span } from '../model/structure.ts';

/** A line, trimmed. */
export interface Line extends Span {
  /** Whether a blank line precedes it. */
  readonly isApart: boolean;
  /** Number of blank lines before it. */
  readonly blanks: number;
  /** Number of words. */
  readonly words: number;
  /** Set for lines of a table, a poem, a list, which are one line here; and for a rule. */
  readonly form?: LineForm;
  /** Question or answer of an interview. */
  readonly turn?: 'q' | 'a';
  /** Set where the text has no break before it. */
  readonly isBroken?: true;
  /** Set for an underlined line: its span with that of the rule below it. */
  readonly outer?: Span;
}

/** NEL, which ends a line and is no white space. */
const nextLine = 0x85;

/** Tells whether white space ends a line: LF, vertical tab, form feed, CR, U+2028, U+2029. */
const isLineBreak = (unit: number): boolean =>
  (unit <= 0x0d && unit >= 0x0a) || unit === 0x2028 || unit === 0x2029;

/** Cache of the last text: its title is requested right after its structure. */
let last: { readonly text: string; readonly lines: readonly Line[] } = { text: '', lines: [] };
/** Final punctuation, the closing quotation marks after it, and how far from the end of a line it is searched. */
const finalStops = '.؟?!…:؛';
const closingMarks = '»")”’]';
const maxFinal = 6;

/**
 * Counts the words of a span, of which each has a letter or digit, without creating strings.
 *
 * @param text The whole text.
 * @param span The span.
 * @returns Their number. Linear in the span's length.
 */
export function wordsIn(text: string, { start, end }: Span): number {
  let count = 0;
  let isInWord = false;
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    const kind = unitKinds[unit];
    if (kind === space) isInWord = false;
    else if (!isInWord && (kind === letter || (kind === other && isArabicLetter(unit)))) {
      isInWord = true;
      count += 1;
    }
  }
  return count;
}

/**
 * Splits a text into lines at LF, CR, CRLF, form feed, vertical tab, NEL, U+2028 and U+2029.
 *
 * @param text The text.
 * @returns Lines that hold more than white space, in order. Linear in the length.
 */
export function linesOf(text: string): readonly Line[] {
  if (last.text !== text) last = { text, lines: split(text) };
  return last.lines;
}

/** A code unit within a line that is no letter, one that is, white space within a line, and any that needs a closer look. */
const [within, ofWord, blank, special] = [0, 1, 2, 3];

/** What each code unit is to a line. */
const roles = tableOfKinds((kind, unit) => {
  if (unit === nextLine || kind === other) return special;
  if (kind === space) return isLineBreak(unit) ? special : blank;
  return kind === letter ? ofWord : within;
});

/** Splits a text into lines, and counts their words, in one pass; see `linesOf`. */
function split(text: string): Line[] {
  const lines: Line[] = [];
  const size = text.length;
  let blanks = 0;
  let start = -1;
  let words = 0;
  // 1 within a word.
  let inWord = 0;
  for (let at = 0; at <= size; at += 1) {
    const unit = at < size ? text.charCodeAt(at) : nextLine;
    const role = roles[unit] as number;
    if (role !== special) {
      if (start < 0 && role !== blank) start = at;
      // Without branches: the processor cannot foresee where a word ends.
      const isLetter = role & 1;
      words += isLetter & ~inWord;
      inWord = isLetter | (inWord & ~(role >> 1));
      continue;
    }
    if (unit !== nextLine && unitKinds[unit] === other) {
      if (start < 0) start = at;
      if (inWord === 1 || !isArabicLetter(unit)) continue;
      inWord = 1;
      words += 1;
      continue;
    }
    if (start < 0) blanks += 1;
    else {
      lines.push(lineOf(text, start, at, blanks, words));
      blanks = 0;
    }
    start = -1;
    words = 0;
    inWord = 0;
    if (unit === 0x0d && text.charCodeAt(at + 1) === 0x0a) at += 1;
  }
  return lines;
}

/** Returns a line without the white space at its end. */
function lineOf(text: string, start: number, before: number, blanks: number, words: number): Line {
  let end = before;
  while (unitKinds[text.charCodeAt(end - 1)] === space) end -= 1;
  return { start, end, isApart: blanks > 0, blanks, words };
}

/**
 * Tells whether a line ends with the punctuation of a sentence or a colon.
 *
 * @param text The whole text.
 * @param line A trimmed span.
 * @returns True for `.`, `؟`, `!`, `…`, `:`, `؛` before any closing quotation marks.
 */
export function isStopped(text: string, line: Span): boolean {
  const from = Math.max(line.start, line.end - maxFinal);
  for (let at = line.end - 1; at >= from; at -= 1) {
    const sign = text[at] ?? '';
    if (!closingMarks.includes(sign)) return finalStops.includes(sign);
  }
  return false;
}
