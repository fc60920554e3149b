import { expect } from 'vitest';
import type { HeadingSpan, Span, Structure } from '../../src/model/structure.ts';

/** Marks of a heading: signs, brackets, a colon, a rule below it, a number of digits or a letter. */
const headingMarks = /^[^\p{L}\p{N}]*(?:[\p{Nd}]{1,2}|\p{L}|[IVX]+)?[^\p{L}\p{N}]*$/u;

/**
 * Expects a structure to cover the whole text: spans are in order, trimmed and disjoint, and outside them
 * there are only white space and the characters that mark headings.
 */
export function expectWholeText(text: string, structure: Structure): void {
  const { headings, paragraphs, suggestions } = structure;
  const spans: Span[] = [...headings, ...paragraphs].sort((a, b) => a.start - b.start);
  // The first line may be a title with the same marks: «*** رحلة القافلة ***».
  const isHeading = new Set<Span>([...headings, ...spans.slice(0, 1)]);
  const byMark = headings.some(({ origin }) => origin !== 'recovered');
  let [at, last]: [number, Span] = [0, { start: 0, end: 0 }];
  for (const span of spans) {
    expect(span.start).toBeGreaterThanOrEqual(at);
    expect(span.end).toBeGreaterThan(span.start);
    const inside = text.slice(span.start, span.end);
    expect(inside).toBe(inside.trim());
    const gap = text.slice(at, span.start).replace(/\s/g, '');
    // The marks of a heading may be on either side, its number before it.
    expect(gap).toMatch(isHeading.has(span) || isHeading.has(last) ? headingMarks : /^#*$/);
    if (!byMark) expect(gap).not.toMatch(/(?<!^)#\s/);
    at = span.end;
    last = span;
  }
  expect(at).toBeLessThanOrEqual(text.length);
  expect(text.slice(at).replace(/\s/g, '')).toMatch(isHeading.has(last) ? headingMarks : /^$/);
  for (const list of [headings, paragraphs, suggestions]) {
    list.forEach((span, index) => {
      expect(span.start).toBeGreaterThanOrEqual(list[index - 1]?.end ?? 0);
    });
  }
  for (const heading of [...headings, ...suggestions]) expectHeading(text, heading);
}

function expectHeading(text: string, heading: HeadingSpan): void {
  expect(heading.text).toBe(text.slice(heading.start, heading.end));
  expect(heading.confidence).toBeGreaterThan(0);
  expect(heading.confidence).toBeLessThanOrEqual(1);
  if (heading.origin === 'marked') expect(heading.confidence).toBe(1);
}
