import { expect } from 'vitest';
import type { HeadingSpan, Span, Structure } from '../../src/model/structure.ts';

/**
 * Expects a structure to cover the whole text: spans are in order, trimmed and disjoint, and outside them
 * there are only white space and the characters that mark headings.
 */
export function expectWholeText(text: string, structure: Structure): void {
  const { headings, paragraphs, suggestions } = structure;
  const isHeading = new Set<Span>(headings);
  const spans: Span[] = [...headings, ...paragraphs].sort((a, b) => a.start - b.start);
  const byMark = headings.some(({ origin }) => origin !== 'recovered');
  let at = 0;
  for (const span of spans) {
    expect(span.start).toBeGreaterThanOrEqual(at);
    expect(span.end).toBeGreaterThan(span.start);
    const inside = text.slice(span.start, span.end);
    expect(inside).toBe(inside.trim());
    const gap = text.slice(at, span.start).replace(/\s/g, '');
    // A star precedes the heading that it marks; `#` may be on either side.
    const marks = isHeading.has(span) ? /^#*[*•]?$/ : /^#*$/;
    expect(gap).toMatch(marks);
    if (!byMark) expect(gap).not.toContain('#');
    at = span.end;
  }
  expect(at).toBeLessThanOrEqual(text.length);
  expect(text.slice(at).replace(/\s/g, '')).toMatch(byMark ? /^#*$/ : /^$/);
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
