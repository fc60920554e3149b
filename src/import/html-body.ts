import type { BlockContent } from 'mdast';
import { htmlBlocks } from '../html/blocks.ts';
import type { EmbeddedCounts } from '../html/embedded-nodes.ts';
import { htmlText } from '../html/line.ts';
import type { HtmlOptions } from '../html/safe-text.ts';
import { blocksBody, type SeedBody, wordsOf } from '../html/seed-body.ts';

/** The text of an article's HTML. */
export interface HtmlBody extends SeedBody {
  /** Whether the HTML was over the limits, and was read without its tags. */
  readonly isReduced: boolean;
  readonly embedded: Readonly<EmbeddedCounts>;
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

/** Returns a title or another line of HTML as text on one line. */
export const htmlLine = htmlText;
