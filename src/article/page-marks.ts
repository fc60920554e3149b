import { asciiDigits } from '../calendar/edtf.ts';
import type { ParagraphSpan, Span, Structure } from '../model/structure.ts';
import { moveStructure } from './move-structure.ts';

/** A mark of a new page in a text: «[ص 12]», «[p. 12]». */
export const markPattern = /\[\s*(?:(?:ال)?صفحة|ص|pp?|page)\s*[.:]?\s*([0-9٠-٩۰-۹]{1,4})\s*\]/giu;

/** A line that may be the number of a page: «- 12 -». */
const numberLine = /(?:^|\n)([ \t]*[-–—ـ][ \t]*([0-9٠-٩۰-۹]{1,4})[ \t]*[-–—ـ][ \t]*)(?=\r?\n|$)/g;

const numberAtStart = /[ \t]*[-–—ـ][ \t]*[0-9٠-٩۰-۹]/y;

/** Tells whether a line but the first may be the number of a page. */
function mayHaveNumberLine(text: string): boolean {
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    numberAtStart.lastIndex = at + 1;
    if (numberAtStart.test(text)) return true;
  }
  return false;
}

/** A text without its page marks, and how its offsets follow from those of the original. */
export interface UnmarkedText {
  readonly text: string;
  /** The marks in the original, in order. */
  readonly marks: readonly (Span & { readonly page: string })[];
  /** The ranges of the original that were left out, in order. */
  readonly cuts: readonly Span[];
}

/** Returns the number of a page in ASCII digits. */
export const pageNumber = (number: string): string => asciiDigits(number).replace(/^0+(?=\d)/, '');

type Mark = UnmarkedText['marks'][number];

/** Returns the lines that number pages: two or more, each with the number after the one before. */
function numberLines(text: string): readonly Mark[] {
  if (!mayHaveNumberLine(text)) return [];
  const lines: Mark[] = [];
  for (const { 0: all, 1: line = '', 2: number = '', index } of text.matchAll(numberLine)) {
    const start = index + all.length - line.length;
    lines.push({ start, end: start + line.length, page: pageNumber(number) });
  }
  const isRun = lines.every(
    ({ page }, i) => i === 0 || Number(page) === Number(lines[i - 1]?.page) + 1,
  );
  return lines.length > 1 && isRun ? lines : [];
}

const isSpace = (sign: string | undefined): boolean => sign !== undefined && /\s/.test(sign);

/** Returns the range that a mark takes with the white space beside it, so that one space or break stays. */
function cutOf(text: string, { start, end }: Mark): Span {
  let [from, to] = [start, end];
  while (from > 0 && (text[from - 1] === ' ' || text[from - 1] === '\t')) from -= 1;
  const isAfterBreak = from === 0 || text[from - 1] === '\n';
  while (text[to] === ' ' || text[to] === '\t') to += 1;
  const isBeforeBreak = to === text.length || text[to] === '\n' || text[to] === '\r';
  if (!isAfterBreak && !isBeforeBreak) return { start: from, end: to - (to > end ? 1 : 0) };
  if (!isAfterBreak || !isBeforeBreak) return { start: from, end: to };
  // A line of its own within a sentence: the paragraph goes on.
  let [before, after] = [from, to];
  while (isSpace(text[before - 1])) before -= 1;
  while (isSpace(text[after])) after += 1;
  const goesOn =
    before > 40 &&
    after < text.length &&
    !/[.؟?!:…»"”)\]]$/.test(text.slice(before - 1, before)) &&
    /^[\p{L}\p{M}\p{N}«"“(]/u.test(text.slice(after, after + 1)) &&
    before - Math.max(0, text.lastIndexOf('\n', before - 1)) > 40;
  return goesOn ? { start: before, end: after } : { start: from, end: to };
}

/** Where the head of a text may stand. */
const headUnits = 300;

/** Tells whether a bracket is one of several in a head: «[الأيام] [العدد 5] [ص 4]». */
const isHeadItem = (text: string, start: number, end: number): boolean =>
  start < headUnits &&
  (/\][ \t]*$/.test(text.slice(Math.max(0, start - 4), start)) ||
    /^[ \t]*\[/.test(text.slice(end, end + 4)));

/**
 * Returns a text without its page marks.
 *
 * @returns undefined where it has none; the time is linear in its length
 */
export function withoutPageMarks(text: string): UnmarkedText | undefined {
  const bracketed: Mark[] = [];
  if (text.includes('[')) {
    for (const { 0: mark, 1: number = '', index } of text.matchAll(markPattern)) {
      const end = index + mark.length;
      if (!isHeadItem(text, index, end))
        bracketed.push({ start: index, end, page: pageNumber(number) });
    }
  }
  const marks = [...bracketed, ...numberLines(text)].sort((a, b) => a.start - b.start);
  if (marks.length === 0) return undefined;
  const cuts: Span[] = [];
  let [rest, at] = ['', 0];
  for (const mark of marks) {
    const cut = cutOf(text, mark);
    const start = Math.max(at, cut.start);
    const isJoined =
      /\n/.test(text.slice(cut.start, mark.start)) && /\n/.test(text.slice(mark.end, cut.end));
    rest += text.slice(at, start) + (isJoined ? ' ' : '');
    // The space that joins two lines stands for the first character of the cut.
    cuts.push({ start: isJoined ? start + 1 : start, end: Math.max(start, cut.end) });
    at = Math.max(start, cut.end);
  }
  return { text: rest + text.slice(at), marks, cuts };
}

/** Tells whether a place is within a table, a poem or a list, but in none of its cells, lines and items. */
function isBetweenCells(span: Span | ParagraphSpan, at: number): boolean {
  if (!('lines' in span) || span.lines === undefined || span.lines.form === 'separator')
    return false;
  const cells = span.lines.form === 'list' ? span.lines.items : span.lines.rows.flat();
  return !cells.some(({ start, end }) => start <= at && at < end);
}

/** Returns the structure of a text with marks from that of the text without; marks between its parts are paragraphs. */
export function markedStructure(structure: Structure, { marks, cuts }: UnmarkedText): Structure {
  const starts: number[] = [];
  let removed = 0;
  for (const { start, end } of cuts) {
    starts.push(start - removed);
    removed += end - start;
  }
  /** The offset in the original of the character at an offset. */
  const original = (offset: number): number => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const cut = cuts[low - 1];
    return cut === undefined ? offset : offset - (starts[low - 1] ?? 0) + cut.end;
  };
  const moved = <T extends Span>(span: T): T => ({
    ...span,
    start: original(span.start),
    end: span.end > span.start ? original(span.end - 1) + 1 : original(span.start),
  });
  /** The marks between the parts of the text. */
  const between = ({ headings, paragraphs }: Structure): readonly ParagraphSpan[] => {
    const spans = [...headings, ...paragraphs].sort((a, b) => a.start - b.start);
    let next = 0;
    return marks.flatMap(({ start, end }): readonly ParagraphSpan[] => {
      while (next < spans.length && (spans[next]?.end ?? 0) <= start) next += 1;
      const span = spans[next];
      const isApart = span === undefined || span.start > start || isBetweenCells(span, start);
      return isApart ? [{ start, end, origin: 'marked' }] : [];
    });
  };
  return moveStructure(structure, moved, between);
}
