import type { ElementContent, ElementData, Root as HastRoot } from 'hast';
import type { FootnoteReference, List, ListItem, Root as MdastRoot } from 'mdast';
import type { Options } from 'remark-rehype';
import type { InlineHtml } from '../../model/block.ts';
import { isolateRuns } from '../isolate.ts';
import { inlineLibraries } from './libraries.ts';
import type {} from './notes.ts';

declare module 'hast' {
  interface ElementData {
    /** Set on the paragraphs of a tight list, which are printed without a `p` element. */
    bare?: true;
    /** Set on the link of a reference to a note, whose fragment names are our own. */
    note?: true;
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
    return isTight ? { ...child, data: { ...child.data, bare: true } as ElementData } : child;
  });
  return { type: 'element', tagName: 'li', properties: {}, children };
};

/** Converts a reference to a note; one without a note is left out of the tree before. */
const footnoteReference: Handler = (_, node: FootnoteReference) => {
  const link = node.data?.note;
  if (link === undefined) return { type: 'text', value: `[^${node.label ?? node.identifier}]` };
  return {
    type: 'element',
    tagName: 'a',
    properties: { href: `#${link.note}`, id: link.id, dataNoteRef: true },
    data: { note: true } as ElementData,
    children: [{ type: 'text', value: `[${link.number}]` }],
  };
};

function makePipeline() {
  const { unified, remarkRehype, rehypeStringify } = inlineLibraries();
  return unified()
    .use(remarkRehype, { handlers: { listItem, footnoteReference } })
    .use(rehypeStringify)
    .freeze();
}

let made: ReturnType<typeof makePipeline> | undefined;

/** Returns the pipeline, made when it is first needed. */
function pipeline(): ReturnType<typeof makePipeline> {
  made ??= makePipeline();
  return made;
}

/** Returns the HTML tree of a Markdown tree; unsafe until `safeTree` has filtered it. */
export const htmlTree = (root: MdastRoot): HastRoot => pipeline().runSync(root);

/** Returns the HTML of safe inline nodes, with left-to-right runs isolated. */
export function inlineHtml(children: readonly ElementContent[]): InlineHtml {
  const tree: HastRoot = { type: 'root', children: [...children] };
  isolateRuns(tree);
  // The output of rehype-stringify for a safe tree is safe.
  return pipeline().stringify(tree) as InlineHtml;
}

/**
 * Returns the empty anchor of a page of the printed source within a line of text.
 *
 * @param page its number in ASCII digits
 * @param name the fragment name, of letters that HTML does not escape
 */
export const pageAnchor = (page: string, name: string): InlineHtml =>
  `<a data-page="${page}" id="${name}"></a>` as InlineHtml;
