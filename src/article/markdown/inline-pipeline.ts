import type { ElementContent, Root as HastRoot } from 'hast';
import type { List, ListItem, Root as MdastRoot } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype, { type Options } from 'remark-rehype';
import { unified } from 'unified';
import type { InlineHtml } from '../../model/block.ts';
import { isolateRuns } from '../isolate.ts';

declare module 'hast' {
  interface ElementData {
    /** Set on the paragraph of a tight list's item, which is printed without an element of its own. */
    bare?: true;
  }
}

type Handler = NonNullable<NonNullable<Options['handlers']>['listItem']>;

/** Whether blank lines stand between the blocks of an item (CommonMark 5.3). */
const isLooseItem = ({ spread, children }: ListItem): boolean => spread ?? children.length > 1;

const isLoose = (list: List): boolean => list.spread === true || list.children.some(isLooseItem);

/**
 * An item as its blocks: where remark-rehype takes the paragraphs of a tight list apart, they stay whole
 * and say that they are bare.
 */
const listItem: Handler = (state, node: ListItem, parent) => {
  const loose = parent?.type === 'list' ? isLoose(parent) : isLooseItem(node);
  const children = (state.all(node) as ElementContent[]).map((child): ElementContent => {
    const isTight = !loose && child.type === 'element' && child.tagName === 'p';
    return isTight ? { ...child, data: { ...child.data, bare: true } } : child;
  });
  return { type: 'element', tagName: 'li', properties: {}, children };
};

const pipeline = unified()
  .use(remarkRehype, { handlers: { listItem } })
  .use(rehypeStringify)
  .freeze();

/** Returns the HTML tree of a Markdown tree; not safe before `safeTree`. */
export const htmlTree = (root: MdastRoot): HastRoot => pipeline.runSync(root);

/** Returns the HTML of a safe line of text, its left-to-right runs isolated. */
export function inlineHtml(children: readonly ElementContent[]): InlineHtml {
  const tree: HastRoot = { type: 'root', children: [...children] };
  isolateRuns(tree);
  // What rehype-stringify writes of a safe tree is safe.
  return pipeline.stringify(tree) as InlineHtml;
}
