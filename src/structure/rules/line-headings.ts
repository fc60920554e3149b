import type { Span } from '../../model/structure.ts';
import { isStopped, type Line } from '../lines.ts';
import { itemHeadlines } from './collected-items.ts';
import {
  confidenceOf,
  isBody,
  isCandidate,
  isContent,
  isFollowed,
  isMarkedCandidate,
} from './heading-words.ts';
import { lineMark } from './line-marks.ts';
import { markedConfidence, numberingOf } from './marked-confidence.ts';

/** A line with the probability that it is a heading. */
export interface HeadingLine extends Span {
  readonly confidence: number;
  /** The line with its marks, where it has any. */
  readonly outer?: Span;
  /** Its number as printed. */
  readonly number?: string;
}

/**
 * Finds headings among the lines of a text: lines with the marks of a heading, and short lines without a closing stop
 * between two lines of body. Lines of verse, lists, tables, bylines and captions are short as well, but are
 * consecutive, marked or elsewhere. The first line is a title and no heading.
 *
 * @param text The whole text.
 * @param lines Its lines, or its blocks where it was hard-wrapped.
 * @returns Candidates in order with their confidence. Linear in the length.
 */
export function headingLines(text: string, lines: readonly Line[]): HeadingLine[] {
  const marks = lines.map((line, index) => {
    if (index === 0 || line.form !== undefined || line.turn !== undefined) return undefined;
    const next = lines[index + 1];
    const isOver =
      isContent(text, next) || (next !== undefined && isContent(text, lines[index + 2]));
    if (!isOver) return undefined;
    const mark = lineMark(text, line);
    return mark !== undefined && isMarkedCandidate(text, mark) ? mark : undefined;
  });
  // Lines of one notation after each other are a list of which only the last is over a text.
  marks.forEach((mark, index) => {
    const previous = lines[index - 1];
    if (mark?.style === undefined || previous === undefined) return;
    if (lineMark(text, previous)?.style === mark.style) marks[index] = undefined;
  });
  const numbering = numberingOf(marks.filter((mark) => mark !== undefined));
  const dashed = marks.filter((mark, index) => {
    const isDash = mark?.kind === 'bullet' || mark?.kind === 'dashes';
    return isDash && isBody(text, lines[index + 1]);
  }).length;
  const signs = new Map<string, number>();
  marks.forEach((mark, index) => {
    const sign = mark === undefined ? '' : text.charAt(lines[index]?.start ?? 0);
    if (sign !== '') signs.set(sign, (signs.get(sign) ?? 0) + 1);
  });
  const counts = { dashed, signs };
  const items = itemHeadlines(text, lines);
  const candidates: HeadingLine[] = [];
  let questions = 0;
  lines.forEach((line, index) => {
    if (index === 0 || line.form !== undefined || line.turn !== undefined) return;
    const [previous, next] = [lines[index - 1], lines[index + 1]];
    const mark = marks[index];
    if (mark === undefined) {
      const outer = line.outer;
      const isUnderlined = outer !== undefined && isContent(text, next);
      const isItem = items.has(index);
      // In an interview it stands over a question, which may be short.
      const isOverTurn = next?.turn === 'q' && (previous?.turn === 'a' || isBody(text, previous));
      const isBetween = isFollowed(text, previous) && isBody(text, next);
      if (!isUnderlined && !isItem && !isOverTurn && !isBetween) return;
      if (!isCandidate(text, line)) return;
      const isQuestion = /[؟?]/.test(text.slice(line.start, line.end));
      if (isQuestion && !isUnderlined && !isItem) questions += 1;
      const own = confidenceOf(text, line, line.words);
      const open = isBody(text, previous) && previous && !isStopped(text, previous) ? 0.2 : 0;
      const least = isUnderlined ? 0.95 : isItem ? 0.85 : 0.05;
      const confidence = isUnderlined ? least : Math.max(least, own - open);
      const { start, end } = line;
      candidates.push({ start, end, confidence, ...(outer === undefined ? {} : { outer }) });
      return;
    }
    // Over another heading stands only one of another notation.
    const below = marks[index + 1];
    if (!isContent(text, next) && (below === undefined || below.style === mark.style)) return;
    const confidence = markedConfidence({ text, line, mark, previous, next }, numbering, counts);
    const { heading, number } = mark;
    candidates.push({
      ...heading,
      confidence: Math.max(0.05, confidence),
      outer: line.outer ?? { start: line.start, end: line.end },
      ...(number === undefined ? {} : { number }),
    });
  });
  return withoutRepeats(text, withoutQuestions(text, candidates, questions));
}

/** Lowers the confidence of the questions of an interview, which are body and no headings. */
function withoutQuestions(
  text: string,
  candidates: readonly HeadingLine[],
  questions: number,
): HeadingLine[] {
  if (questions < 3 || questions * 2 < candidates.length) return [...candidates];
  return candidates.map((line) => ({
    ...line,
    confidence: /[؟?]/.test(text.slice(line.start, line.end))
      ? line.confidence * 0.3
      : line.confidence,
  }));
}

/** Lowers the confidence of lines that occur more than once: labels of speakers or of columns. */
function withoutRepeats(text: string, candidates: HeadingLine[]): HeadingLine[] {
  if (candidates.length < 2) return candidates;
  const counts = new Map<string, number>();
  const words = candidates.map(({ start, end }) => text.slice(start, end));
  for (const phrase of words) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  if (counts.size === candidates.length) return candidates;
  return candidates.map((line, index) => {
    const isRepeated = line.outer !== undefined && (counts.get(words[index] ?? '') ?? 0) > 1;
    return isRepeated ? { ...line, confidence: line.confidence * 0.5 } : line;
  });
}
