import type { Article } from '../model/article.ts';
import type { Block, List, Words } from '../model/block.ts';

/** How the parts of an article are written in a format of text. */
export interface TextForm {
  /** A heading; the number is as printed. */
  readonly heading: (text: string, number: string | undefined) => string;
  /** A block; empty for one that is not written. */
  readonly block: (block: Block) => string;
}

/**
 * Returns the parts of an article under its title, in reading order: headings and blocks, none empty.
 *
 * @param form how they are written
 */
export function articleParts(
  { lead, sections }: Pick<Article, 'lead' | 'sections'>,
  form: TextForm,
): readonly string[] {
  const parts = lead.map(form.block);
  for (const { heading, number, blocks } of sections) {
    parts.push(form.heading(heading, number));
    for (const block of blocks) parts.push(form.block(block));
  }
  return parts.filter((part) => part !== '');
}

/** Returns the marks of a list's items: bullets, or numbers from its first. */
export const itemMarks = ({ ordered, start = 1, items }: List): readonly string[] =>
  items.map((_, index) => (ordered ? `${start + index}. ` : '- '));

/** Returns an item behind its mark, with its other lines indented. */
export const behindMark = (mark: string, text: string): string =>
  mark + text.replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`);

/** Returns a cell on one line, without what separates cells. */
export const cellText = ({ text }: Words): string => text.replace(/\s+/g, ' ').trim();

/** Blanks between the halves of a verse, from which it is known as one when the text is read again. */
export const verseGap = '    ';

/** Returns a block as plain text: lists with bullets or numbers, rows with tabs, verse with its halves apart. */
function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.hidden ? '' : block.text.trim();
    case 'heading':
      return numbered(block.text.trim(), block.number);
    case 'code':
      return block.text.trim();
    case 'list': {
      const marks = itemMarks(block);
      return block.items
        .map((item, index) => behindMark(marks[index] ?? '', joined(item, '\n')))
        .join('\n');
    }
    case 'quotation':
    case 'note':
      return joined(block.blocks, '\n\n');
    case 'verse':
      return block.lines.map((parts) => parts.map(cellText).join(verseGap)).join('\n');
    case 'table': {
      const rows = block.rows.map((row) => row.map(cellText).join('\t'));
      return [...(block.caption === undefined ? [] : [block.caption.text]), ...rows].join('\n');
    }
    case 'figure':
      return block.caption?.text.trim() ?? '';
    case 'page-break':
      return '';
    case 'separator':
      return block.signs ?? '* * *';
  }
}

const joined = (blocks: readonly Block[], separator: string): string =>
  blocks
    .map(plainBlock)
    .filter((text) => text !== '')
    .join(separator);

/** Returns a heading after its number, as lines are numbered in plain text and in Markdown. */
export const numbered = (text: string, number: string | undefined): string =>
  number === undefined ? text : `${number}. ${text}`;

/** Plain text. */
export const plainForm: TextForm = { heading: numbered, block: plainBlock };
