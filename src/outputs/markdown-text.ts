import type { Block, Figure, Table, Words } from '../model/block.ts';
import { hasPageMark, markedText } from './marked-text.ts';
import {
  behindMark,
  cellText,
  itemMarks,
  numbered,
  type TextForm,
  verseGap,
} from './plain-text.ts';

/** Characters that may start inline syntax (CommonMark 6). */
const inlineCharacters = /[\\`*_[\]<&]|~(?=~)/g;

/** Starts of lines that open a block other than a paragraph (CommonMark 4 and 5). */
const blockOpeners = /^([ \t]*)(?:([#>+=~|-])|(\d{1,9})([.)]))/;

/** Escapes the plain text of a paragraph as Markdown. */
const escapeMarkdown = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(inlineCharacters, '\\$&')
        .replace(blockOpeners, (_, blanks: string, sign?: string, digits = '', stop = '') =>
          sign === undefined ? `${blanks}${digits}\\${stop}` : `${blanks}\\${sign}`,
        ),
    )
    .join('\n');

/** Returns a row of a table (GFM). */
const row = (cells: readonly Words[]): string =>
  `| ${cells.map((cell) => escapeMarkdown(cellText(cell)).replaceAll('|', '\\|')).join(' | ')} |`;

/** Returns a table as GFM writes it: with one head row, which is empty where the table has none. */
function tableText({ caption, headRows, rows }: Table): string {
  const columns = rows.reduce((most, { length }) => Math.max(most, length), 1);
  const empty = Array.from({ length: columns }, () => ({ text: '' }));
  const [head = empty, ...others] = headRows > 0 ? rows : [empty, ...rows];
  const rule = `|${' --- |'.repeat(columns)}`;
  const lines = [row([...head, ...empty.slice(head.length)]), rule, ...others.map(row)];
  return `${caption === undefined ? '' : `${escapeMarkdown(caption.text)}\n\n`}${lines.join('\n')}`;
}

/** No-break spaces between the halves of a verse: HTML shows only one of several others. */
const gap = verseGap.replaceAll(' ', '\u00a0');

/** Returns a fence that is longer than any run of grave accents in a text. */
function fenceOf(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 2);
  return '`'.repeat(longest + 1);
}

/** Returns a picture as Markdown, under its address as written; its caption where it has no address. */
function figureText({ asset, caption }: Figure): string {
  const words = caption?.text.replace(/\s+/g, ' ').trim() ?? '';
  if (asset.source === undefined) return escapeMarkdown(words);
  const title = words === '' ? '' : ` "${words.replace(/["\\]/g, '\\$&')}"`;
  const address = asset.source.replace(/[\n<>]/g, (sign) => encodeURIComponent(sign));
  return `![${escapeMarkdown(asset.description)}](<${address}>${title})`;
}

/** Returns a block as Markdown. */
function markdownBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      if (block.hidden) return '';
      return escapeMarkdown((hasPageMark(block) ? markedText(block.markup) : block.text).trim());
    case 'heading':
      return `${'#'.repeat(block.level)} ${numbered(escapeMarkdown(block.text), block.number)}`;
    case 'code': {
      const fence = fenceOf(block.text);
      return `${fence}\n${block.text.replace(/\n$/, '')}\n${fence}`;
    }
    case 'list': {
      const marks = itemMarks(block);
      return block.items
        .map((item, index) => behindMark(marks[index] ?? '', markdownBlocks(item)))
        .join('\n');
    }
    case 'quotation':
    case 'note':
      return markdownBlocks(block.blocks).replace(/^/gm, '> ').replace(/ +$/gm, '');
    case 'verse':
      return block.lines
        .map((parts) => parts.map((part) => escapeMarkdown(cellText(part))).join(gap))
        .join('\\\n');
    case 'table':
      return tableText(block);
    case 'figure':
      return figureText(block);
    case 'page-break':
      return escapeMarkdown(`[ص ${block.page}]`);
    case 'separator':
      return block.signs === undefined ? '---' : escapeMarkdown(block.signs);
  }
}

const markdownBlocks = (blocks: readonly Block[]): string =>
  blocks
    .map(markdownBlock)
    .filter((text) => text !== '')
    .join('\n\n');

/** Markdown: CommonMark, and tables of GFM. */
export const markdownForm: TextForm = {
  heading: (text, number) => `## ${numbered(escapeMarkdown(text), number)}`,
  block: markdownBlock,
};
