import { isArabicLetter } from '../arabic/letters.ts';
import { letter, other, space, unitKinds } from '../arabic/unit-kinds.ts';
import type { LineForm, Span } from '../model/structure.ts';
import { trim } from './assemble.ts';

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
  /** Set for an underlined line: its span with that of the rule below it. */
  readonly outer?: Span;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: form feed, vertical tab and NEL end lines
const lineBreaks = /\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]/g;

/** Cache of the last text: its title is requested right after its structure. */
let last: { readonly text: string; readonly lines: readonly Line[] } = { text: '', lines: [] };
/** Final punctuation before closing quotation marks. */
const finalStop = /[.؟?!…:؛][»")”’\]]*$/;

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

/** Splits a text into lines; see `linesOf`. */
function split(text: string): Line[] {
  const lines: Line[] = [];
  let blanks = 0;
  let at = 0;
  const addLine = (end: number): void => {
    const { start, end: last } = trim(text, { start: at, end });
    if (last > start) {
      const words = wordsIn(text, { start, end: last });
      lines.push({ start, end: last, isApart: blanks > 0, blanks, words });
      blanks = 0;
    } else blanks += 1;
  };
  for (const match of text.matchAll(lineBreaks)) {
    addLine(match.index);
    at = match.index + match[0].length;
  }
  addLine(text.length);
  return lines;
}

/**
 * Tells whether a line ends with the punctuation of a sentence or a colon.
 *
 * @param text The whole text.
 * @param line A trimmed span.
 * @returns True for `.`, `؟`, `!`, `…`, `:`, `؛` before any closing quotation marks.
 */
export function isStopped(text: string, line: Span): boolean {
  return finalStop.test(text.slice(Math.max(line.start, line.end - 6), line.end));
}
