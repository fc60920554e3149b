import type { HeadingSpan } from '../model/structure.ts';

/**
 * Returns the headings of highest confidence.
 *
 * @param headings Headings in any order.
 * @param most Greatest number that is kept.
 * @returns The kept ones in text order, and the number left out.
 */
export function mostConfident(
  headings: readonly HeadingSpan[],
  most: number,
): { readonly strongest: readonly HeadingSpan[]; readonly omitted: number } {
  const byStart = headings.toSorted((a, b) => a.start - b.start);
  if (headings.length <= most) return { strongest: byStart, omitted: 0 };
  const least =
    headings.map(({ confidence }) => confidence).toSorted((a, b) => b - a)[most - 1] ?? 1;
  const strongest = byStart.filter(({ confidence }) => confidence >= least).slice(0, most);
  return { strongest, omitted: headings.length - strongest.length };
}
