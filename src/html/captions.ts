import type { Element, ElementContent } from 'hast';
import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  isElement,
  textBelow,
  walkTree,
} from './tree.ts';

/** Longest caption, in UTF-16 code units, that stands with its picture: a longer one is a paragraph. */
const maxCaption = 1000;

const hasClass = (node: HtmlElement, name: string): boolean =>
  (attribute(node, 'class') ?? '').split(/\s+/).includes(name);

/** Tells whether an element holds a picture with its caption: HTML's own, or WordPress's before it had one. */
const isFigure = (node: HtmlElement): boolean =>
  node.tagName === 'figure' || (node.tagName === 'div' && hasClass(node, 'wp-caption'));

const isCaption = (node: HtmlNode): node is HtmlElement =>
  isElement(node) && (node.tagName === 'figcaption' || hasClass(node, 'wp-caption-text'));

/** A picture's caption, and the nodes beside it. */
export interface Captioned {
  readonly caption: string;
  readonly others: readonly HtmlNode[];
}

/** Returns the caption of a figure; undefined where it has none of plain words. */
export function captionOf(node: HtmlElement): Captioned | undefined {
  if (!isFigure(node)) return undefined;
  const found = node.childNodes.find(isCaption);
  if (found === undefined) return undefined;
  const hasLinks = [...walkTree(found.childNodes)].some(
    (one) => isElement(one) && /^(?:a|img|video|audio|iframe)$/.test(one.tagName),
  );
  const caption = textBelow(found.childNodes).replace(/\s+/g, ' ').trim();
  if (hasLinks || caption === '' || caption.length > maxCaption) return undefined;
  return { caption, others: node.childNodes.filter((one) => one !== found) };
}

/** Returns the last picture among nodes. */
function lastPicture(nodes: readonly ElementContent[]): Element | undefined {
  for (const node of nodes.toReversed()) {
    if (node.type !== 'element') continue;
    if (node.tagName === 'img') return node;
    const inner = lastPicture(node.children);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** Gives the last picture among nodes a caption, in place, as its title; returns whether there is a picture. */
export function putCaption(nodes: readonly ElementContent[], caption: string): boolean {
  const picture = lastPicture(nodes);
  if (picture === undefined) return false;
  picture.properties = { ...picture.properties, title: caption };
  return true;
}
