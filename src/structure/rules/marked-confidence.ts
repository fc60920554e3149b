import { isStopped, type Line } from '../lines.ts';
import { maxHeadingWords } from './heading-size.ts';
import { confidenceOf, isFollowed, namesSection } from './heading-words.ts';
import type { LineMark } from './line-marks.ts';

/** A marked line with the lines around it. */
export interface MarkedLine {
  readonly text: string;
  readonly line: Line;
  readonly mark: LineMark;
  readonly previous: Line | undefined;
  readonly next: Line | undefined;
}

/** How many lines of a text have marks of one kind. */
export interface LineCounts {
  /** Lines with dashes over body, which open items as well. */
  readonly dashed: number;
  /** Marked lines by their first sign. */
  readonly signs: ReadonlyMap<string, number>;
}

/** Whether the number of a mark counts on from another, or another from it. */
type Numbering = ReadonlyMap<LineMark, boolean>;

/**
 * Returns the confidence of a line with marks.
 *
 * @param place The line, its marks and the lines around it.
 * @param numbering Which numbers count on.
 * @param counts How many lines of the text have marks of one kind.
 * @returns The probability that it is a heading.
 */
export function markedConfidence(
  place: MarkedLine,
  numbering: Numbering,
  { dashed, signs }: LineCounts,
): number {
  const { text, line, mark, previous, next } = place;
  const { heading } = mark;
  const first = text.charAt(line.start);
  const words = text.slice(heading.start, heading.end);
  const own = confidenceOf(text, heading, line.words);
  const isAfterBody = isFollowed(text, previous);
  const isOpenBefore =
    previous?.form === undefined && previous !== undefined && !isStopped(text, previous);
  const afterOpen = isAfterBody && isOpenBefore ? 0.1 : 0;
  switch (mark.kind) {
    case 'signs':
      return 0.95;
    case 'dashes':
      return own >= 0.5 ? 0.9 : 0.6;
    case 'brackets':
      // A line alone in parentheses is a remark; one that calls somebody is a quotation.
      if (first === '(' && (signs.get(first) ?? 0) < 2) return 0.4;
      if (/^(?:يا|أيها|أيتها)\s/.test(words)) return 0.4;
      return isAfterBody ? Math.min(0.85, own - afterOpen) : own - 0.4;
    case 'number':
    case 'ordinal':
      return numbering.get(mark) === true ? 0.93 : mark.kind === 'ordinal' ? 0.6 : 0.45;
    case 'bullet':
      if (dashed < 2 && /[-–—ـ+]/.test(first)) return 0.4;
      // A line with `#` alone is a hashtag.
      if (
        first === '#' &&
        ((signs.get(first) ?? 0) < 2 || /[_#\d]/.test(words) || !/\s/.test(words))
      )
        return 0.1;
      return isAfterBody ? own - 0.05 - afterOpen * 2 : own - 0.4;
    case 'colon':
      if (!isAfterBody || line.words > maxHeadingWords) return 0.3;
      return namesSection(text, mark, next) ? Math.min(0.85, own - afterOpen) : 0.1;
  }
}

/**
 * Finds the numbers that count on from 1: «1- …», later «2- …», each over its text. A number alone is one of a list,
 * or of a law.
 *
 * @param marks Marks of a text in order.
 * @returns Whether each number counts on.
 */
export function numberingOf(marks: readonly LineMark[]): Numbering {
  const numbering = new Map<LineMark, boolean>();
  for (const style of ['digits', 'letters', 'roman', 'ordinal'] as const) {
    const own = marks.filter((mark) => mark.style === style);
    own.forEach((mark, index) => {
      const value = mark.value ?? 0;
      const before = own[index - 1]?.value;
      const after = own[index + 1]?.value;
      numbering.set(mark, value > 0 && (before === value - 1 || after === value + 1));
    });
  }
  return numbering;
}
