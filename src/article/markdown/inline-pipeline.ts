import type { ElementContent, Root as HastRoot } from 'hast';
import type { List, ListItem, Root as MdastRoot } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype, { type Options } from 'remark-rehype';
import { unified } from 'unified';
import type { InlineHtml } from '../../model/block.ts';
import { isolateRuns } from '../isolate.ts';

declare module 'hast' {
  interface ElementData {
    /** Set on the paragraphs of a tight list, which are printed without a `p` element. */
    bare?: true;
  }
}

type Handler = NonNullable<NonNullable<Options['handlers']>['listItem']>;

/** Tells whether blank lines separate the blocks of an item (CommonMark 5.3). */
const isLooseItem = ({ spread, children }: ListItem): boolean => spread ?? children.length > 1;

const isLooseList = (list: List): boolean =>
  list.spread === true || list.children.some(isLooseItem);

/** Looseness of lists that are being converted: asked for each item, it would make long lists quadratic. */
const looseness = new WeakMap<List, boolean>();

function isLoose(list: List): boolean {
  const known = looseness.get(list);
  if (known !== undefined) return known;
  const loose = isLooseList(list);
  looseness.set(list, loose);
  return loose;
}

/**
 * Converts a list item. Paragraphs of a tight list, which remark-rehype would unwrap, stay elements marked
 * as bare.
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

/** Returns the HTML tree of a Markdown tree; unsafe until `safeTree` has filtered it. */
export const htmlTree = (root: MdastRoot): HastRoot => pipeline.runSync(root);

/** Returns the HTML of safe inline nodes, with left-to-right runs isolated. */
export function inlineHtml(children: readonly ElementContent[]): InlineHtml {
  const tree: HastRoot = { type: 'root', children: [...children] };
  isolateRuns(tree);
  // The output of rehype-stringify for a safe tree is safe.
  return pipeline.stringify(tree) as InlineHtml;
}

/**
 * Returns the empty anchor of a page of the printed source within a line of text.
 *
 * @param page its number in ASCII digits
 * @param name the fragment name, of letters that HTML does not escape
 */
export const pageAnchor = (page: string, name: string): InlineHtml =>
  `<a data-page="${page}" id="${name}"></a>` as InlineHtml;
