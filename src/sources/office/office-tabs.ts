import type { BlockContent } from 'mdast';
import { blocksBody, type SeedBody, wordsOf } from '../../html/seed-body.ts';
import { type HtmlNode, walkTree } from '../../html/tree.ts';

/** Stands for a tab between words until the text is written: HTML knows no tabs. */
const tab = '\ue012';

/** Replaces tabs between words by a mark, in place: the halves of a verse, the columns of a list. */
export function markTabs(nodes: readonly HtmlNode[]): void {
  for (const node of walkTree(nodes)) {
    if ('value' in node && node.value.includes('\t'))
      node.value = node.value.replace(/\t+/g, (_, at: number, whole: string) =>
        at === 0 && whole.trim() !== '' && node.parentNode?.childNodes[0] === node ? ' ' : tab,
      );
  }
}

/**
 * Returns the text of blocks, whose tabs were marked. One that has tabs, and no more than a title beside its paragraphs,
 * is plain text with the title as its first line: a build then finds verse and tables in it.
 *
 * @param hasTitle whether the first block is the title
 */
export function bodyWithTabs(blocks: readonly BlockContent[], hasTitle: boolean): SeedBody {
  const whole = blocksBody(blocks);
  if (!whole.body.includes(tab)) return whole;
  const [title, ...others] = blocks;
  const plain = hasTitle && title !== undefined ? blocksBody(others) : whole;
  if (plain.format !== 'text') return { ...whole, body: whole.body.replaceAll(tab, ' ') };
  const head = hasTitle && title !== undefined ? `${wordsOf([title])}\n\n` : '';
  return { body: head + plain.body.replaceAll(tab, '\t'), format: 'text' };
}
