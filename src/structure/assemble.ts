import { isSpace } from '../arabic/letters.ts';
import type { HeadingSpan, LineForm, ParagraphSpan, Span, Structure } from '../model/structure.ts';

/** A heading and the span that it takes from the body: the heading with its marks. */
export interface PlacedHeading {
  readonly heading: HeadingSpan;
  readonly outer: Span;
}

/** A span of body without paragraph breaks: a line, or a block of hard-wrapped lines. */
export interface TextBlock extends Span {
  /** Whether it has lost paragraph breaks, which are to be recovered. */
  readonly isFlattened: boolean;
  /** What its lines are; absent for a paragraph. */
  readonly form?: LineForm;
  /** Question or answer of an interview. */
  readonly turn?: 'q' | 'a';
  /** Set where the break before it was recovered. */
  readonly isBroken?: true;
}

/**
 * Trims white space from both ends of a span.
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
 * @param origin How the heading was found.
 * @param confidence Its probability.
 * @param number Its number as printed, where it has one.
 * @returns The heading with its text.
 */
export function headingOf(
  text: string,
  { start, end }: Span,
  origin: HeadingSpan['origin'],
  confidence = 1,
  number?: string,
): HeadingSpan {
  const heading = { start, end, text: text.slice(start, end), origin, confidence };
  return number === undefined ? heading : { ...heading, number };
}

/** A block, or the part of it between two headings. */
type Rest = TextBlock & { readonly after: number };

/** Adds a span of a block, trimmed, unless it is blank. A part of a table is no table. */
function addRest(left: Rest[], text: string, block: TextBlock, span: Span, after: number): void {
  const { start, end } = trim(text, span);
  if (end <= start) return;
  const { isFlattened, form, turn, isBroken } = block;
  if (form === undefined && turn === undefined) {
    left.push({ start, end, isFlattened, after });
    return;
  }
  const isWhole = start === block.start && end === block.end;
  left.push({
    ...{ start, end, isFlattened, after },
    ...(isWhole && form && { form }),
    ...(turn && { turn }),
    ...(isBroken && start === block.start && { isBroken }),
  });
}

/**
 * Subtracts headings from blocks.
 *
 * @param text The whole text.
 * @param blocks Blocks in order.
 * @param taken Spans to remove, in order, not overlapping.
 * @returns The remaining spans, trimmed, in order; `after` is the index of the removed span just
 *   before, or −1 at the start of a block.
 */
export function remainder(
  text: string,
  blocks: readonly TextBlock[],
  taken: readonly Span[],
): Rest[] {
  const left: Rest[] = [];
  let next = 0;
  for (const block of blocks) {
    const { start, end } = block;
    let at = start;
    let after = -1;
    while (next < taken.length && (taken[next]?.end ?? 0) <= start) next += 1;
    let index = next;
    for (let cut = taken[index]; cut !== undefined && cut.start < end; cut = taken[index]) {
      addRest(left, text, block, { start: at, end: Math.max(at, cut.start) }, after);
      at = Math.min(end, cut.end);
      after = index;
      if (cut.end > end) break;
      index += 1;
    }
    addRest(left, text, block, { start: at, end }, after);
    next = index;
  }
  return left;
}

/**
 * Assembles headings and blocks: a paragraph starts at each block, after each heading, and at each
 * recovered break of a flattened block.
 *
 * @param text The whole text.
 * @param blocks Blocks in order; with the headings they cover all but white space.
 * @param placed Headings in order, not overlapping.
 * @param breaks Offsets of paragraph starts in flattened blocks, ascending.
 * @param suggestions Headings of low confidence, for the report.
 * @returns The structure. Linear in the text's length.
 */
export function assemble(
  text: string,
  blocks: readonly TextBlock[],
  placed: readonly PlacedHeading[],
  breaks: readonly number[],
  suggestions: readonly HeadingSpan[] = [],
): Structure {
  const paragraphs: ParagraphSpan[] = [];
  const outers = placed.map(({ outer }) => outer);
  let next = 0;
  for (const rest of remainder(text, blocks, outers)) {
    const { form, turn } = rest;
    let start = rest.start;
    const isRecovered = rest.isBroken || placed[rest.after]?.heading.origin === 'recovered';
    let origin: ParagraphSpan['origin'] = isRecovered ? 'recovered' : 'marked';
    const add = (end: number): void => {
      const span = trim(text, { start, end });
      paragraphs.push(
        form === undefined && turn === undefined
          ? { start: span.start, end: span.end, origin }
          : { ...span, origin, ...(form && { lines: form }), ...(turn && { qa: turn }) },
      );
    };
    while ((breaks[next] ?? rest.end) <= rest.start) next += 1;
    for (let at = breaks[next]; at !== undefined && at < rest.end; at = breaks[next]) {
      add(at);
      start = at;
      origin = 'recovered';
      next += 1;
    }
    add(rest.end);
  }
  return { headings: placed.map(({ heading }) => heading), paragraphs, suggestions, omitted: 0 };
}
