import type { LineForm, Span } from '../../model/structure.ts';
import { trim } from '../assemble.ts';
import type { Line } from '../lines.ts';

/** Consecutive lines that are a table, verse or another form: lines `first` to `last`, inclusive. */
export interface FormLines {
  readonly first: number;
  readonly last: number;
  readonly lines: LineForm;
}

/**
 * Returns the span of a line with the blanks on both sides, which may be empty cells.
 *
 * @param text The whole text.
 * @param line The line, trimmed.
 * @returns The span up to the line breaks.
 */
export function fullSpan(text: string, { start, end }: Line): Span {
  let [from, to] = [start, end];
  while (from > 0 && isBlank(text.charCodeAt(from - 1))) from -= 1;
  while (to < text.length && isBlank(text.charCodeAt(to))) to += 1;
  return { start: from, end: to };
}

/** Tells whether a unit is a blank within a line: a space, a tab, a no-break space. */
const isBlank = (unit: number): boolean => unit === 0x20 || unit === 0x09 || unit === 0xa0;

/**
 * Splits a span of a line at separators.
 *
 * @param text The whole text.
 * @param span The span.
 * @param separator Pattern of the separators, global.
 * @returns The parts, trimmed; an empty part has no length.
 */
export function partsOf(text: string, span: Span, separator: RegExp): readonly Span[] {
  const source = text.slice(span.start, span.end);
  const parts: Span[] = [];
  let at = 0;
  for (const { 0: mark, index } of source.matchAll(separator)) {
    parts.push(trim(text, { start: span.start + at, end: span.start + index }));
    at = index + mark.length;
  }
  parts.push(trim(text, { start: span.start + at, end: span.end }));
  return parts;
}
