import { sentences } from '../../arabic/sentences.ts';
import type { Span } from '../../model/structure.ts';
import { maxHeadingLength, maxHeadingWords } from './heading-size.ts';

/**
 * A heading that the author marked; `heading` is the span of its words, the mark's own span includes
 * the `#`.
 */
export interface Mark extends Span {
  readonly heading: Span;
}

/** Most words of a line marked by `# `: the mark is unambiguous there, so more than in running text. */
const maxMarkedLine = 15;

// Marks of whole lines; further ones («* عنوان») are added here.
const lineOpening = /^#{1,6}[^\S\r\n]+/;
// «في حلقة # قطمة_رز» is a mistyped hashtag and no mark.
const paired = /^#{1,6}\s*([^#]{1,80}?)\s*#{1,6}(?=\s|$)/;
const closed = /^([^#]{1,80}?)\s*#{1,6}(?=\s|$)(?!\s+[\p{L}\p{N}]+_)/u;
const closedAfterStop = /^#{1,6}(?=\s|$)/;

function isShort(phrase: string): boolean {
  return (
    phrase.length <= maxHeadingLength &&
    /\p{L}/u.test(phrase) &&
    phrase.trim().split(/\s+/).length <= maxHeadingWords &&
    !/[،؛,;\n\r\u2028\u2029]/.test(phrase) &&
    // Names of programming languages, and hashtags written backwards: «لغة C# أو F#», «معرض 2018_AFED#».
    !/(?:^|[^A-Za-z])[A-Za-z]$|[A-Za-z0-9]*_[A-Za-z0-9_]*$|[A-Za-z]{2}$/.test(phrase) &&
    // A hashtag follows: «اشتعل تويتر بوسم# العدالة».
    !/(?:^|\s)[وبلف]?(?:ال)?(?:وسم|هاشتا[غقج]|هشتا[غقج]|تاغ)$/.test(phrase)
  );
}

function markAt(start: number, match: RegExpExecArray): Mark | undefined {
  const phrase = match[1] ?? '';
  if (!isShort(phrase)) return undefined;
  const at = start + match[0].indexOf(phrase);
  return { start, end: start + match[0].length, heading: { start: at, end: at + phrase.length } };
}

/** Reads a whole line marked by `# `, with or without closing `#`. */
function markOfLine(text: string, line: Span): Mark | undefined {
  // A longer line has more than fifteen words, or none.
  if (line.end - line.start > 250) return undefined;
  const source = text.slice(line.start, line.end);
  const opening = lineOpening.exec(source)?.[0];
  if (opening === undefined) return undefined;
  const words = source
    .slice(opening.length)
    .trimStart()
    .replace(/\s*#*$/, '');
  if (words.includes('#') || !/[\p{L}\p{N}]/u.test(words)) return undefined;
  if (words.split(/\s+/).length > maxMarkedLine) return undefined;
  const start = line.start + source.indexOf(words, opening.length);
  return { ...line, heading: { start, end: start + words.length } };
}

/**
 * Finds headings that the author marked with `#`: a line opened by one to six `#` and a space; in
 * running text a short phrase at the start of a sentence with `#` after it («موسم الأمطار# من جهة
 * أخرى») or on both sides («. # أسعار القمح # وفي الأسواق»). Hashtags («وسم #سوريا») are no marks.
 *
 * @param text The whole text.
 * @param line A line or block of it, trimmed.
 * @returns Marks in order, not overlapping. Linear in the line's length.
 */
export function marksIn(text: string, line: Span): Mark[] {
  const whole = markOfLine(text, line);
  if (whole !== undefined) return [whole];
  // The slice keeps `includes` from scanning the whole text for each line.
  if (!text.slice(line.start, line.end).includes('#')) return [];
  const marks: Mark[] = [];
  for (const { start, end } of sentences(text, line.start, line.end)) {
    const previous = marks.at(-1);
    if (previous !== undefined && previous.end > start) continue;
    const source = text.slice(start, Math.min(end, start + 100));
    const match = paired.exec(source) ?? closed.exec(source);
    if (match !== null) {
      const mark = markAt(start, match);
      if (mark !== undefined) {
        marks.push(mark);
        continue;
      }
    }
    // The heading's own punctuation precedes the mark: «هل توجد حياة؟# يقول».
    if (end >= line.end || text[end] !== '#' || !/[؟!?]$/.test(text.slice(end - 1, end))) continue;
    const sign = closedAfterStop.exec(text.slice(end, Math.min(line.end, end + 7)));
    if (sign !== null && end - start <= maxHeadingLength && isShort(text.slice(start, end))) {
      marks.push({ start, end: end + sign[0].length, heading: { start, end } });
    }
  }
  return marks;
}
