/** Lines of a header: name, number, day, page, price and section of a paper, kicker, title, subtitle, byline, dateline. */
const maxHeaderLines = 12;
const maxFooterLines = 2;

/** Greatest length of a header line. A longer line starts the body and is the last that is read. */
const maxLineLength = 160;

/** Greatest length of a title below a line with a date. */
const maxTitle = 100;

/** Tells whether a line may be a title: it is short, and no sentence. */
export const mayBeTitleLine = (line: string | undefined): boolean =>
  line !== undefined && line.length < maxTitle && !line.endsWith('.');

/** Length of the end of a text in which a date may follow the last sentence. */
const maxTail = 80;

/** A line, truncated to the part that may be a header. */
export interface HeaderLine {
  readonly text: string;
  /** Offset in the text at which the line ends. */
  readonly end: number;
  /** Whether `text` is the entire line. */
  readonly isComplete: boolean;
  /** Whether its paragraph goes on in the next line, as in texts with lines of one width. */
  readonly isWrapped: boolean;
}

/** Lines of this length and more are those of a paragraph with lines of one width. */
const minWrapped = 45;

/** Tells whether the line that ends at an offset is one of several of a paragraph: another of its length follows. */
function isWrapped(line: string, text: string, end: number): boolean {
  if (line.length < minWrapped || /[.؟!:]$/.test(line)) return false;
  const next = /^\r?\n([^\n\r]*)/.exec(text.slice(end, end + maxLineLength))?.[1] ?? '';
  return next.trim().length >= minWrapped - 10;
}

const lineBreak = /[\n\r\u2028\u2029]/;

/** Returns the first lines of a text, up to the first long one. */
export function firstLines(text: string): readonly HeaderLine[] {
  const lines: HeaderLine[] = [];
  let at = 0;
  while (lines.length < maxHeaderLines && at < text.length) {
    const chunk = text.slice(at, at + maxLineLength * 2);
    const blanks = chunk.length - chunk.trimStart().length;
    if (blanks > 0) {
      at += blanks;
      continue;
    }
    const end = chunk.search(lineBreak);
    const line = (end < 0 ? chunk : chunk.slice(0, end)).trimEnd();
    const isComplete = end >= 0 || at + chunk.length === text.length;
    at += end < 0 ? chunk.length : end;
    lines.push({
      text: line,
      end: at,
      isComplete,
      isWrapped: end >= 0 && isWrapped(line, text, at),
    });
    if (!isComplete || line.length > maxLineLength) break;
  }
  return lines;
}

/** Returns the last complete lines of a text after the offset `from`. */
export function lastLines(text: string, from: number): readonly string[] {
  const start = Math.max(from, text.length - maxLineLength * maxFooterLines);
  const lines = text.slice(start).split(lineBreak);
  // The first line is incomplete where the slice starts within it.
  const complete = start > from ? lines.slice(1) : lines;
  return complete.filter((line) => line.trim() !== '').slice(-maxFooterLines);
}

/**
 * Returns the end of a long text from the end of its last sentence but one on: in flattened text a date may
 * stand after the last sentence. Undefined for a short text.
 */
export function lastSentenceEnd(text: string): string | undefined {
  if (text.length <= maxLineLength) return undefined;
  const tail = text.slice(-maxTail);
  const start = tail.search(/[.؟!…]/);
  return start < 0 ? undefined : tail.slice(start);
}
