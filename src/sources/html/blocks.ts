import { toMdast } from 'hast-util-to-mdast';
import type { BlockContent } from 'mdast';
import { parseFragment } from 'parse5';
import { isOverHtmlLimits, withoutTags } from './bounds.ts';
import type { EmbeddedCounts } from './embedded-nodes.ts';
import type { HtmlOptions } from './safe-text.ts';
import { safeHast } from './safe-tree.ts';
import { tidyBlocks } from './tidy-blocks.ts';
import type { HtmlNode } from './tree.ts';

/** The blocks of an article, and what was embedded in it. */
export interface HtmlBlocks {
  readonly blocks: readonly BlockContent[];
  readonly embedded: Readonly<EmbeddedCounts>;
  /** Whether the HTML was over the limits, and was read without its tags. */
  readonly isReduced: boolean;
}

/** Quotation marks of `<q>`, outside and inside. */
const quotes = ['«»', '“”'];

/** Returns the blocks of parsed HTML; its depth and size are within the limits. */
export function parsedHtmlBlocks(
  nodes: readonly HtmlNode[],
  options: HtmlOptions,
): Omit<HtmlBlocks, 'isReduced'> {
  const { children, embedded } = safeHast(nodes, options);
  const tree = toMdast({ type: 'root', children }, { document: true, quotes });
  return { blocks: tree.type === 'root' ? tidyBlocks(tree.children) : [], embedded };
}

/**
 * Parses a fragment of HTML as browsers do (WHATWG HTML, by parse5) and keeps paragraphs, headings, lists,
 * quotations, tables, images, links and marks. Films, sounds and frames become links; everything else is reduced to
 * its text.
 */
export function htmlBlocks(html: string, { base, lineEnds }: HtmlOptions): HtmlBlocks {
  const isReduced = isOverHtmlLimits(html);
  const parsed = parseFragment(isReduced ? withoutTags(html) : html);
  const ends = isReduced ? 'paragraphs' : lineEnds;
  return { ...parsedHtmlBlocks(parsed.childNodes, { base, lineEnds: ends }), isReduced };
}
