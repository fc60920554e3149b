import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html } from 'parse5';
import { type HtmlNode, isBlock, isElement, isLineEnd } from '../html/tree.ts';

type Parent = DefaultTreeAdapterTypes.ParentNode;

const isBlank = (node: HtmlNode): boolean => 'value' in node && node.value.trim() === '';

/** Splits nodes at two consecutive line ends; blocks stay separate. */
function partsOf(nodes: readonly HtmlNode[]): readonly (readonly HtmlNode[])[] {
  const parts: HtmlNode[][] = [[]];
  let lineEnds: HtmlNode[] = [];
  for (const node of nodes) {
    if (isLineEnd(node) || (isBlank(node) && lineEnds.length > 0)) {
      lineEnds.push(node);
      continue;
    }
    if (lineEnds.filter(isLineEnd).length > 1) parts.push([]);
    else for (const lineEnd of lineEnds) parts.at(-1)?.push(lineEnd);
    lineEnds = [];
    if (isBlock(node)) parts.push([node], []);
    else parts.at(-1)?.push(node);
  }
  return parts.filter((part) => !part.every(isBlank));
}

/**
 * Wraps the parts between two consecutive line ends in elements, in place: early pages had no
 * paragraphs, which the search for the main text needs.
 */
export function wrapParagraphs(root: Parent): void {
  const stack: Parent[] = [root];
  for (let parent = stack.pop(); parent !== undefined; parent = stack.pop()) {
    if (parent.childNodes.filter(isLineEnd).length > 1) {
      const parts = partsOf(parent.childNodes);
      if (parts.length > 1) {
        parent.childNodes = parts.map(([first, ...others]) => {
          if (first !== undefined && others.length === 0 && isBlock(first)) return first;
          const part = defaultTreeAdapter.createElement('div', html.NS.HTML, []);
          part.childNodes = first === undefined ? [] : [first, ...others];
          return part;
        });
      }
    }
    for (const child of parent.childNodes) if (isElement(child)) stack.push(child);
  }
}
