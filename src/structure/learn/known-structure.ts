import type { Block } from '../../model/block.ts';
import type { Span, Structure } from '../../model/structure.ts';

/** What a block of a text with known structure is: words that an editor refused are `refused`; `unsure` ones teach nothing. */
type KnownKind = 'heading' | 'refused' | 'unsure' | 'body';

/** A block of a text with known structure. */
interface KnownBlock extends Span {
  readonly kind: KnownKind;
}

/** A text with known structure, flattened: its blocks on one line. */
export interface KnownText {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  /** Whether an editor listed its headings, so that nothing else in it is one. */
  readonly isListed: boolean;
}

/** A block before its text is joined to the others. */
interface KnownPart {
  readonly words: string;
  readonly kind: KnownKind;
}

/** Least confidence of a heading on a line of its own that counts as known. */
const leastKnown = 0.75;
/** Fewest paragraphs of a text that kept its lines. */
const leastParagraphs = 4;
/** Words of a paragraph from which a text may have lost its lines in part, and up to which it is short. */
const [longParagraph, shortParagraph] = [200, 6];
/** Greatest share of short paragraphs: verse, lists, interviews and tables have more. */
const mostShort = 0.34;

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Counts words by the spaces between them. */
const wordCount = (words: string): number => words.split(' ').length;

/** Tells whether paragraphs are those of a text that kept its lines, and of articles as they are. */
function keptLines(parts: readonly KnownPart[]): boolean {
  const counts = parts.filter(({ kind }) => kind === 'body').map(({ words }) => wordCount(words));
  if (counts.length < leastParagraphs || counts.some((count) => count >= longParagraph))
    return false;
  const short = counts.filter((count) => count <= shortParagraph).length;
  return short <= mostShort * counts.length;
}

/** Joins blocks to one line; without those before the first body, as the title and the byline. */
function flattenParts(parts: readonly KnownPart[], isListed: boolean): KnownText | undefined {
  const blocks: KnownBlock[] = [];
  let text = '';
  for (const { words, kind } of parts) {
    if (words === '') continue;
    const start = text === '' ? 0 : text.length + 1;
    text = text === '' ? words : `${text} ${words}`;
    blocks.push({ start, end: text.length, kind });
  }
  return blocks.length < (isListed ? 1 : 2) ? undefined : { text, blocks, isListed };
}

/**
 * Returns the flattened text of a plain text whose structure is known: it kept its lines, or an editor listed its
 * headings.
 *
 * @param text The whole text.
 * @param structure Its structure at `cautious`.
 * @param title Its title, which is left out where it opens the text.
 * @param isListed Whether an editor listed the headings.
 * @returns The text; undefined where the structure is not known.
 */
export function knownText(
  text: string,
  { headings, paragraphs, omitted }: Structure,
  title: string | undefined,
  isListed: boolean,
): KnownText | undefined {
  if (omitted > 0 || paragraphs.some(({ qa }) => qa !== undefined)) return undefined;
  if (
    !isListed &&
    paragraphs.some(({ lines }) => lines !== undefined && lines.form !== 'separator')
  )
    return undefined;
  if (!isListed && isFlattened(text, paragraphs)) return undefined;
  const spans = [
    ...headings.map(({ start, end, origin, confidence }) => {
      const isKnown =
        origin !== 'recovered' || (confidence >= leastKnown && isLine(text, start, end));
      return { start, end, kind: isKnown ? ('heading' as const) : ('unsure' as const) };
    }),
    ...paragraphs
      .filter(({ lines }) => lines === undefined)
      .map(({ start, end }) => ({ start, end, kind: 'body' as const })),
  ].sort((a, b) => a.start - b.start);
  const parts = spans.map(({ start, end, kind }) => ({
    words: onOneLine(text.slice(start, end)),
    kind,
  }));
  const below = withoutTitle(parts, title);
  return isListed || keptLines(below) ? flattenParts(below, isListed) : undefined;
}

/**
 * Returns a flattened text of which an editor decided single words: those are known, the rest is not.
 *
 * @param text The whole text.
 * @param accepted Spans that are headings.
 * @param refused Spans that are none.
 * @returns The text; undefined without any decision.
 */
export function decidedText(
  text: string,
  accepted: readonly Span[],
  refused: readonly Span[],
): KnownText | undefined {
  const decided = [
    ...accepted.map((span) => ({ ...span, kind: 'heading' as const })),
    ...refused
      .filter(({ start, end }) => !accepted.some((span) => span.start < end && start < span.end))
      .map((span) => ({ ...span, kind: 'refused' as const })),
  ].sort((a, b) => a.start - b.start);
  const parts: KnownPart[] = [];
  let from = 0;
  for (const { start, end, kind } of decided) {
    if (start < from) continue;
    parts.push({ words: onOneLine(text.slice(from, start)), kind: 'unsure' });
    parts.push({ words: onOneLine(text.slice(start, end)), kind });
    from = end;
  }
  parts.push({ words: onOneLine(text.slice(from)), kind: 'unsure' });
  return decided.length === 0 ? undefined : flattenParts(parts, false);
}

/** Tells whether a break between paragraphs was recovered, other than below a heading on a line of its own. */
function isFlattened(text: string, paragraphs: Structure['paragraphs']): boolean {
  return paragraphs.some(
    ({ start, origin }) =>
      origin === 'recovered' &&
      !/[\n\r\u2028\u2029]\s*$/.test(text.slice(Math.max(0, start - 40), start)),
  );
}

/** Tells whether a span is a line of its own, besides signs on either side. */
function isLine(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(end, end + 40);
  return (
    /(?:^|[\n\r\u2028\u2029])[^\p{L}\n\r]*$/u.test(before) &&
    /^[^\p{L}\n\r]*(?:$|[\n\r\u2028\u2029])/u.test(after)
  );
}

/** Returns blocks without those that repeat the title above the first paragraph of body. */
function withoutTitle(
  parts: readonly KnownPart[],
  title: string | undefined,
): readonly KnownPart[] {
  const [first, ...others] = parts;
  if (first === undefined || title === undefined) return parts;
  return onOneLine(title) === first.words ? others : parts;
}

/**
 * Returns the flattened text of blocks: of Markdown, or of a format with blocks.
 *
 * @param blocks The article's blocks.
 * @param title Its title, which is left out where it opens the text.
 * @returns The text; undefined where it has few paragraphs, or other blocks between them.
 */
export function knownBlocks(
  blocks: readonly Block[],
  title: string | undefined,
): KnownText | undefined {
  const parts: KnownPart[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level > 1) {
      parts.push({ words: onOneLine(block.text), kind: 'heading' });
    } else if (block.kind === 'paragraph') {
      if (block.qa !== undefined || block.breakRecovered === true) return undefined;
      parts.push({ words: onOneLine(block.text), kind: 'body' });
    } else if (block.kind === 'verse' || block.kind === 'table' || block.kind === 'code') {
      return undefined;
    }
  }
  const below = withoutTitle(parts, title);
  return keptLines(below) ? flattenParts(below, false) : undefined;
}
