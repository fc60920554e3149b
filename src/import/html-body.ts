import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import { parseFragment } from 'parse5';
import { maxMarkdownBytes } from '../model/limits.ts';
import { htmlBlocks } from '../sources/html/blocks.ts';
import { isOverHtmlLimits, withoutTags } from '../sources/html/bounds.ts';
import type { EmbeddedCounts } from '../sources/html/embedded-nodes.ts';
import type { HtmlOptions } from '../sources/html/safe-text.ts';
import { textBelow } from '../sources/html/tree.ts';
import type { ImportedArticle } from './imported-article.ts';

/** An article's text as a seed holds it. */
export type Body = Pick<ImportedArticle, 'body' | 'format'>;

/** The text of an article's HTML. */
export interface HtmlBody extends Body {
  /** Whether the HTML was over the limits, and was read without its tags. */
  readonly isReduced: boolean;
  readonly embedded: Readonly<EmbeddedCounts>;
}

const markdownStyle: Options = {
  bullet: '-',
  emphasis: '*',
  listItemIndent: 'one',
  rule: '-',
  extensions: [
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmStrikethroughToMarkdown(),
    gfmFootnoteToMarkdown(),
  ],
};

/** Tells whether a block is a paragraph without marks, which plain text can represent. */
const isPlain = (block: BlockContent): boolean =>
  block.type === 'paragraph' &&
  block.children.every(({ type }) => type === 'text' || type === 'break');

function wordsOf(nodes: readonly (RootContent | PhrasingContent)[]): string {
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
export function blocksBody(blocks: readonly BlockContent[]): Body {
  if (blocks.every(isPlain)) return { body: withLineEnd(plainText(blocks)), format: 'text' };
  const markdown = toMarkdown({ type: 'root', children: [...blocks] }, markdownStyle);
  return Buffer.byteLength(markdown) > maxMarkdownBytes
    ? { body: withLineEnd(plainText(blocks)), format: 'text' }
    : { body: withLineEnd(markdown), format: 'markdown' };
}

/** Converts an article's HTML to the text of a seed. */
export function htmlBody(html: string, options: HtmlOptions): HtmlBody {
  const { blocks, isReduced, embedded } = htmlBlocks(html, options);
  return { ...blocksBody(blocks), isReduced, embedded };
}

/** Returns the first line of an article's blocks; empty where it starts with a list or quotation. */
export function firstLine([first]: readonly BlockContent[]): string {
  const isLine = first?.type === 'paragraph' || first?.type === 'heading';
  return isLine ? (wordsOf(first.children).split('\n', 1)[0] ?? '') : '';
}

/** Returns blocks without their first line. */
export function withoutFirstLine(blocks: readonly BlockContent[]): readonly BlockContent[] {
  const [first, ...others] = blocks;
  if (first?.type !== 'paragraph') return others;
  const end = first.children.findIndex(({ type }) => type === 'break');
  const children = end === -1 ? [] : first.children.slice(end + 1);
  return children.length === 0 ? others : [{ ...first, children }, ...others];
}

const withLineEnd = (text: string): string => (text.trim() === '' ? '' : `${text.trimEnd()}\n`);

/** Returns a title or another line of HTML as text on one line. */
export const htmlLine = (html: string): string =>
  textBelow(parseFragment(isOverHtmlLimits(html) ? withoutTags(html) : html).childNodes)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
