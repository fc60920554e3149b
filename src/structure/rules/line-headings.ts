import { fold } from '../../arabic/letters.ts';
import { words } from '../../arabic/tokenize.ts';
import type { Span } from '../../model/structure.ts';
import { isStopped, type Line } from '../lines.ts';
import { maxHeadingLength, maxHeadingWords } from './candidates.ts';
import { classOf } from './word-class.ts';

/** A line with the probability that it is a heading. */
export interface HeadingLine extends Span {
  readonly confidence: number;
}

/** Credits: «كتب: …», «تصوير: …», «المصدر: …». */
const credit =
  /^(?:كتبت?|بقلم|تصوير|ترجمه|اعداد|حوار|حاوره|حاورته|حاورها|تحرير|المصدر|مصدر الصوره|وكالات|متابعه|متابعات|رسم|نشر في|تاريخ النشر|اقرا ايضا|اخر تحديث|المراجع|الهوامش)(?:\s|$|[:،-])/;
const agency =
  /(?:رويترز|ا ف ب|اف ب|د ب ا|وكالات|واس|الاناضول|سانا|قنا|وام|بترا|سبق|كونا|ا ش ا|ا ب|عواصم)(?=\s*[)\]»"]?\s*$)/;
/** First characters of list items, numbers, brackets, addresses and figures. */
const nonHeadingStart = /^[-–—•·*▪●◦○■□►▶✓+=_|\d٠-٩۰-۹([{<@،.؛:!؟?]/;
const nonHeadingContent = /[@|\t=<>{}_•]|https?:|www\.|\s{3,}|\d{3,}.*\d{3,}|[،؛]\s/;

const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c]/g;

/** Tells whether a line is long enough, or ends like a sentence, to be body text. */
function isBody(text: string, line: Line | undefined): boolean {
  if (line === undefined) return false;
  return line.words >= 12 || (line.words >= 7 && isStopped(text, line));
}

/** Tells whether a line has the length of a heading and no mark of another kind of line. */
function isCandidate(text: string, line: Line): boolean {
  if (line.words < 1 || line.words > maxHeadingWords) return false;
  if (line.end - line.start > maxHeadingLength) return false;
  // A directional mark may precede the line's first character («\u202b3 - مباشرة»).
  const source = text.slice(line.start, line.end).replace(invisible, '').trim();
  if (/[.:،؛!…,;\-–—/][»")”’\]]*$/.test(source)) return false;
  if (nonHeadingStart.test(source) || nonHeadingContent.test(source)) return false;
  const folded = fold(source);
  if (credit.test(folded) || agency.test(folded)) return false;
  // A line of figures is a table row; a line without letters of any script is a rule.
  const figures = source.replace(/[^\d٠-٩۰-۹]/g, '').length;
  return /\p{L}{2}/u.test(source) && figures * 3 <= source.length;
}

/**
 * Removes the star of a heading: some newspapers put one before a heading; in consecutive lines it
 * marks list items.
 */
function withoutStar(text: string, line: Line): Line {
  const star = /^[*•]\s+/.exec(text.slice(line.start, Math.min(line.end, line.start + 4)));
  return star === null ? line : { ...line, start: line.start + star[0].length };
}

/** Returns the confidence of a candidate by its length, first word and final punctuation. */
function confidenceOf(text: string, line: Line, previous: Line): number {
  const [first] = words(text, line.start, line.end);
  if (first === undefined) return 0;
  let confidence = line.words <= 5 ? 0.92 : 0.8;
  switch (classOf(fold(text.slice(first.start, first.end)))) {
    case 'past':
    case 'present':
    case 'future':
    case 'pronoun':
      confidence -= 0.2;
      break;
    case 'waPast':
    case 'waPresent':
    case 'waPreposition':
    case 'waParticle':
    case 'waPlain':
    case 'waDefinite':
    case 'relative':
    case 'demonstrative':
      confidence -= 0.4;
      break;
    case 'latin':
      confidence -= 0.1;
      break;
  }
  if (!isStopped(text, previous)) confidence -= 0.2;
  if (/[؟?][»"”]?$/.test(text.slice(line.end - 2, line.end))) confidence -= 0.1;
  return Math.max(0.05, confidence);
}

/**
 * Finds headings among the lines of a text: short lines without a closing stop between two lines of
 * body. Lines of verse, lists, tables, bylines and captions are short as well, but are consecutive,
 * marked or elsewhere. The first line is a title and no heading.
 *
 * @param text The whole text.
 * @param lines Its lines, or its blocks where it was hard-wrapped.
 * @returns Candidates in order with their confidence. Linear in the length.
 */
export function headingLines(text: string, lines: readonly Line[]): HeadingLine[] {
  const candidates: HeadingLine[] = [];
  let questions = 0;
  lines.forEach((printed, index) => {
    const previous = lines[index - 1];
    if (previous === undefined || !isBody(text, previous) || !isBody(text, lines[index + 1]))
      return;
    const line = withoutStar(text, printed);
    if (!isCandidate(text, line)) return;
    if (/[؟?]/.test(text.slice(line.start, line.end))) questions += 1;
    candidates.push({
      start: line.start,
      end: line.end,
      confidence: confidenceOf(text, line, previous),
    });
  });
  // The questions of an interview are body, not headings.
  if (questions < 3 || questions * 2 < candidates.length) return candidates;
  return candidates.map((line) => ({
    ...line,
    confidence: /[؟?]/.test(text.slice(line.start, line.end))
      ? line.confidence * 0.3
      : line.confidence,
  }));
}
