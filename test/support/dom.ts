import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** A node of a page, parsed by the algorithm of browsers. */
export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

/** Returns a page's tree. */
export const parsePage = (html: string): Node => parse(html);

/** Tells whether a node is an element. */
export const isElement = (node: Node): node is Element => 'tagName' in node;

/** Returns the children of a node. */
export const childrenOf = (node: Node): readonly Node[] =>
  'childNodes' in node ? node.childNodes : [];

/** Returns all elements below a node that match, in document order. */
export function findAll(node: Node, wanted: (element: Element) => boolean): readonly Element[] {
  const own = isElement(node) && wanted(node) ? [node] : [];
  return [...own, ...childrenOf(node).flatMap((child) => findAll(child, wanted))];
}

/** Returns all elements with one of some names. */
export const named = (node: Node, ...tags: readonly string[]): readonly Element[] =>
  findAll(node, ({ tagName }) => tags.includes(tagName));

/** Returns the only element that matches; fails if there is not exactly one. */
export function only(node: Node, wanted: (element: Element) => boolean): Element {
  const [found, ...more] = findAll(node, wanted);
  if (found === undefined || more.length > 0) {
    throw new Error(`${found === undefined ? 'no' : more.length + 1} such elements`);
  }
  return found;
}

/** Returns the text of a node as a reader copies it. */
export function textContent(node: Node): string {
  if ('value' in node && node.nodeName === '#text') return node.value;
  return childrenOf(node).map(textContent).join('');
}

/** Returns an attribute's value. */
export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((candidate) => candidate.name === name)?.value;

/** Tells whether an element has an attribute. */
export const hasAttribute = (element: Element, name: string): boolean =>
  attribute(element, name) !== undefined;

/** Returns text trimmed, with each run of white space as one space. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Returns the text of a node, with the signs of separators. */
export const readText = (node: Node): string =>
  node.nodeName === 'hr'
    ? (attribute(node, 'data-signs') ?? '')
    : 'value' in node || !('childNodes' in node)
      ? textContent(node)
      : node.childNodes.map(readText).join('');
