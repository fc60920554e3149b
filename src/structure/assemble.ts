import { isSpace } from '../arabic/letters.ts';
import type { HeadingSpan, ParagraphSpan, Span, Structure } from '../model/structure.ts';

/** A heading and the stretch that it takes from the body: itself and the characters that mark it. */
export interface Placed {
  readonly heading: HeadingSpan;
  readonly outer: Span;
}

/** A stretch of body that has no break of its own in it: a line, a block of hard-wrapped lines. */
export interface Block extends Span {
  /** Whether paragraph breaks have been lost in it, so that they are to be recovered. */
  readonly isFlattened: boolean;
}

/**
 * Takes white space off both ends of a span.
 *
 * @param text The whole text.
 * @param span A span of it.
 * @returns The trimmed span; empty where there is white space only.
 */
export function trim(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}

/**
 * Makes a heading of a span.
 *
 * @param text The whole text.
 * @param span The heading's words.
 * @param origin Where it comes from.
 * @param confidence Its probability.
 * @returns The heading with its text.
 */
export function headingOf(
  text: string,
  { start, end }: Span,
  origin: HeadingSpan['origin'],
  confidence = 1,
): HeadingSpan {
  return { start, end, text: text.slice(start, end), origin, confidence };
}

/**
 * What is left of blocks when headings are taken out.
 *
 * @param text The whole text.
 * @param blocks Blocks in order.
 * @param taken Stretches that are taken out, in order, not overlapping.
 * @returns The rest, trimmed, in order; `after` is the number of the stretch just before, or -1
 *   where the block itself begins there.
 */
export function remainder(
  text: string,
  blocks: readonly Block[],
  taken: readonly Span[],
): (Block & { readonly after: number })[] {
  const left: (Block & { readonly after: number })[] = [];
  let next = 0;
  for (const { start, end, isFlattened } of blocks) {
    let at = start;
    let after = -1;
    while (next < taken.length && (taken[next]?.end ?? 0) <= start) next += 1;
    let index = next;
    for (let cut = taken[index]; cut !== undefined && cut.start < end; cut = taken[index]) {
      const piece = trim(text, { start: at, end: Math.max(at, cut.start) });
      if (piece.end > piece.start) left.push({ ...piece, isFlattened, after });
      at = Math.min(end, cut.end);
      after = index;
      if (cut.end > end) break;
      index += 1;
    }
    const piece = trim(text, { start: at, end });
    if (piece.end > piece.start) left.push({ ...piece, isFlattened, after });
    next = index;
  }
  return left;
}

/**
 * Puts headings and blocks together: a paragraph begins at each block, after each heading, and in
 * flattened blocks where one is recovered.
 *
 * @param text The whole text.
 * @param blocks Blocks in order; with the headings they cover all but white space.
 * @param placed Headings in order, not overlapping.
 * @param breaks Offsets at which a paragraph begins in flattened blocks, rising.
 * @param suggestions Unlikely headings, for the report.
 * @returns The structure. Linear in the text's length.
 */
export function assemble(
  text: string,
  blocks: readonly Block[],
  placed: readonly Placed[],
  breaks: readonly number[],
  suggestions: readonly HeadingSpan[] = [],
): Structure {
  const paragraphs: ParagraphSpan[] = [];
  const outers = placed.map(({ outer }) => outer);
  let next = 0;
  for (const piece of remainder(text, blocks, outers)) {
    const starts = [piece.start];
    while ((breaks[next] ?? piece.end) <= piece.start) next += 1;
    for (let at = breaks[next]; at !== undefined && at < piece.end; at = breaks[next]) {
      starts.push(at);
      next += 1;
    }
    const isRecovered = placed[piece.after]?.heading.origin === 'recovered';
    starts.forEach((start, index) => {
      const span = trim(text, { start, end: starts[index + 1] ?? piece.end });
      paragraphs.push({ ...span, origin: index > 0 || isRecovered ? 'recovered' : 'marked' });
    });
  }
  return { headings: placed.map(({ heading }) => heading), paragraphs, suggestions, omitted: 0 };
}
