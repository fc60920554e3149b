import { isArabicLetter } from '../arabic/letters.ts';
import { letter, other, space, unitKinds } from '../arabic/unit-kinds.ts';
import type { Span } from '../model/structure.ts';
import { trim } from './assemble.ts';

/** A line, trimmed. */
export interface Line extends Span {
  /** Whether a blank line precedes it. */
  readonly isApart: boolean;
  /** Number of words. */
  readonly words: number;
}

/** Greatest width at which print, mail and terminals wrap lines. */
const widestWrap = 110;

const lineBreaks = /\r\n|[\n\r\u2028\u2029]/g;

/** Cache of the last text: its title is requested right after its structure. */
let last: { readonly text: string; readonly lines: readonly Line[] } = { text: '', lines: [] };
/** Final punctuation before closing quotation marks. */
const finalStop = /[.؟?!…:؛][»")”’\]]*$/;

/** Counts the words of a span, of which each has a letter or digit, without creating strings. */
function countWords(text: string, { start, end }: Span): number {
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
 * Splits a text into lines at LF, CR, CRLF, U+2028 and U+2029.
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
  let isApart = false;
  let at = 0;
  const addLine = (end: number): void => {
    const line = trim(text, { start: at, end });
    if (line.end > line.start) {
      lines.push({ ...line, isApart, words: countWords(text, line) });
      isApart = false;
    } else isApart = true;
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

/** Statistics of the lines of a text, from which hard wrapping is detected. */
interface Wrapping {
  /** Lines after a blank line. */
  readonly apart: number;
  /** Lines before another line of the same block. */
  readonly inner: number;
  /** Inner lines without a final stop. */
  readonly broken: number;
  /** Inner lines of nearly the full width. */
  readonly even: number;
  readonly words: number;
}

function wrappingOf(text: string, lines: readonly Line[], widest: number): Wrapping {
  let [apart, inner, broken, even, count] = [0, 0, 0, 0, 0];
  lines.forEach((line, index) => {
    if (line.isApart) apart += 1;
    const next = lines[index + 1];
    if (next === undefined || next.isApart) return;
    inner += 1;
    count += line.words;
    if (!isStopped(text, line)) broken += 1;
    if (line.end - line.start >= widest * 0.65) even += 1;
  });
  return { apart, inner, broken, even, words: count };
}

/**
 * Tells whether the text is hard-wrapped: lines between two blank ones have about the same length and
 * end without a stop. Without blank lines more and longer lines are required, because verse has
 * uniform but short ones.
 */
function isWrapped(text: string, lines: readonly Line[]): boolean {
  let widest = 0;
  for (const line of lines) widest = Math.max(widest, line.end - line.start);
  if (widest > widestWrap || widest < 30) return false;
  const { apart, inner, broken, even, words: count } = wrappingOf(text, lines, widest);
  const isEven = broken >= inner * 0.7 && even >= inner * 0.85;
  if (apart > 0) return inner >= 3 && isEven;
  return inner >= 5 && isEven && widest >= 50 && count >= inner * 8;
}

/**
 * Joins the lines of a hard-wrapped text into blocks, one a paragraph.
 *
 * @param text The whole text.
 * @param lines Its lines.
 * @returns Blocks as longer lines; the same lines where the text is not wrapped.
 */
export function unwrap(text: string, lines: readonly Line[]): readonly Line[] {
  if (!isWrapped(text, lines)) return lines;
  const blocks: Line[] = [];
  for (const line of lines) {
    const open = blocks.at(-1);
    if (open === undefined || line.isApart) {
      blocks.push(line);
    } else {
      blocks[blocks.length - 1] = { ...open, end: line.end, words: open.words + line.words };
    }
  }
  return blocks;
}
