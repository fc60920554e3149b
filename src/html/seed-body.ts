import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import { maxMarkdownBytes } from '../model/limits.ts';
import { htmlLibraries } from './libraries.ts';

/** An article's text as a seed holds it. */
export interface SeedBody {
  readonly body: string;
  readonly format: 'text' | 'markdown';
}

const style = {
  bullet: '-',
  emphasis: '*',
  listItemIndent: 'one',
  rule: '-',
} as const;

/** A sign that begins a heading also without a blank after it. */
const mark = { atBreak: true, character: '#', inConstruct: 'phrasing' } as const;

/** Tells whether a block is a paragraph without marks, which plain text can represent. */
const isPlain = (block: BlockContent): boolean =>
  block.type === 'paragraph' &&
  block.children.every(({ type }) => type === 'text' || type === 'break');

/** Returns the words of nodes, with a line feed for a line break. */
export function wordsOf(nodes: readonly (RootContent | PhrasingContent)[]): string {
  return nodes
    .map((node): string => {
      if (node.type === 'break') return '\n';
      if ('value' in node) return node.value;
      return 'children' in node ? wordsOf(node.children) : '';
    })
    .join('');
}

/** Returns blocks as paragraphs of plain text, lists and quotations included. */
function plainText(blocks: readonly (BlockContent | RootContent)[]): string {
  return blocks
    .map((block): string => {
      if (block.type === 'table')
        return block.children
          .map((row) => row.children.map((cell) => wordsOf([cell])).join(' | '))
          .join('\n');
      const nests =
        block.type === 'list' || block.type === 'listItem' || block.type === 'blockquote';
      return nests ? plainText(block.children) : wordsOf([block]);
    })
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/**
 * Converts the blocks of an article to the text of a seed: Markdown where its author marked more than
 * paragraphs, else plain text, in which headings can be recovered. Markdown over the size limit,
 * which a build would read as plain text with its marks, is converted to plain text.
 */
export function blocksBody(blocks: readonly BlockContent[]): SeedBody {
  if (blocks.every(isPlain)) return { body: withLineEnd(plainText(blocks)), format: 'text' };
  const { toMarkdown, table, footnote, strikethrough } = htmlLibraries();
  const extensions = [
    table({ tablePipeAlign: false }),
    footnote(),
    strikethrough(),
    { unsafe: [mark] },
  ];
  const markdown = toMarkdown({ type: 'root', children: [...blocks] }, { ...style, extensions });
  return Buffer.byteLength(markdown) > maxMarkdownBytes
    ? { body: withLineEnd(plainText(blocks)), format: 'text' }
    : { body: withLineEnd(markdown), format: 'markdown' };
}

const withLineEnd = (text: string): string => (text.trim() === '' ? '' : `${text.trimEnd()}\n`);
