import type { Block, Words } from '../model/block.ts';
import { blockText } from '../model/block-text.ts';

/**
 * Removes the header lines (masthead, byline, dateline) from the first texts of an article.
 *
 * @param texts texts of blocks in order
 * @param headerLines the lines exactly as in the text, in order
 * @returns the texts without the lines with which they start
 */
function withoutHeader(
  texts: readonly string[],
  headerLines: readonly string[],
): readonly string[] {
  let rest = texts;
  for (const line of headerLines) {
    const [first = '', ...others] = rest;
    const text = first.trimStart();
    if (!text.startsWith(line)) return rest;
    const after = text.slice(line.length).trim();
    rest = after === '' ? others : [after, ...others];
  }
  return rest;
}

/** Returns words without the numbers of their notes: a title and a description have no notes. */
export const withoutNotes = ({ text, markup }: Words): string =>
  markup?.includes('data-note-ref') ? text.replace(/\[[0-9\u0660-\u0669]+\]/g, '') : text;

/** Returns the text of the visible paragraphs without the header lines, for a description. */
export function visibleText(blocks: readonly Block[], headerLines: readonly string[]): string {
  const texts: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph' && !block.hidden) texts.push(withoutNotes(block));
  }
  return withoutHeader(texts, headerLines).join(' ');
}

/** Returns the text of a block, or of its first item, row or line: the others do not go on with it. */
function firstText(block: Block): string {
  switch (block.kind) {
    case 'list':
      return block.items[0]?.map(blockText).join(' ') ?? '';
    case 'verse':
      return block.lines[0]?.map(({ text }) => text).join(' ') ?? '';
    case 'table':
      return block.rows[0]?.map(({ text }) => text).join(' ') ?? '';
    default:
      return blockText(block);
  }
}

/**
 * Returns the text of the first block after the header lines, for a derived title: a single block, so
 * that a title never joins two lines of verse or of a table.
 */
export function firstBlockText(blocks: readonly Block[], headerLines: readonly string[]): string {
  const texts: string[] = [];
  for (const block of blocks) {
    if (texts.length > headerLines.length) break;
    const text = firstText(block);
    if (text.trim() !== '') texts.push(text);
  }
  return withoutHeader(texts, headerLines)[0] ?? '';
}
