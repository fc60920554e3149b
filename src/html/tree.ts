import type { DefaultTreeAdapterTypes } from 'parse5';

/** A node of parse5's tree. */
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
/** An element of parse5's tree. */
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** Elements whose content is not text of an article. */
const tagsWithoutText = new Set(
  `script style iframe noscript template svg math object embed canvas video audio map select
   button input textarea head title link meta base datalist progress meter frameset`.split(/\s+/),
);

/** Elements displayed as blocks (HTML, rendering, 15.3.3). */
const blockTags = new Set(
  `p div section article main header footer aside nav center figure figcaption fieldset legend
   details summary address dl dt dd form h1 h2 h3 h4 h5 h6 ul ol li menu blockquote hr pre table
   thead tbody tfoot tr td th caption body html hgroup search dir listing`.split(/\s+/),
);

/** Tells whether a node is an element. */
export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node;

/** Tells whether a node holds no readable text. */
export const hasNoText = (node: HtmlNode): boolean =>
  isElement(node) ? tagsWithoutText.has(node.tagName) : node.nodeName !== '#text';

/** Tells whether a node is displayed as a block. */
export const isBlock = (node: HtmlNode): boolean => isElement(node) && blockTags.has(node.tagName);

/** Tells whether a node is `<br>`. */
export const isLineEnd = (node: HtmlNode): boolean => isElement(node) && node.tagName === 'br';

/** Returns an attribute's value; undefined where it is missing. */
export const attribute = (element: HtmlElement, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

/**
 * Yields all nodes below some, in document order, without recursion: hostile trees are deeper than
 * the stack.
 */
export function* walkTree(nodes: readonly HtmlNode[]): Generator<HtmlNode> {
  const stack = nodes.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node;
    if (!isElement(node) || hasNoText(node)) continue;
    for (let i = node.childNodes.length - 1; i >= 0; i -= 1) {
      const child = node.childNodes[i];
      if (child !== undefined) stack.push(child);
    }
  }
}

/** Returns the text below nodes; blocks and line ends separate words. */
export function textBelow(nodes: readonly HtmlNode[]): string {
  let text = '';
  for (const node of walkTree(nodes)) {
    if ('value' in node) text += node.value;
    else if (isBlock(node) || isLineEnd(node)) text += ' ';
  }
  return text;
}
