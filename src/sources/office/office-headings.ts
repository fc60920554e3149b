import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  isElement,
  textBelow,
} from '../../html/tree.ts';

/** Most lines above a title: the paper's name, the section, a kicker, a date. */
const maxHeadLines = 6;

/** Longest bold line that is a heading, in UTF-16 code units. */
const maxBoldHeading = 110;

const isHeading = ({ tagName }: HtmlElement): boolean => /^h[1-6]$/.test(tagName);

/** Returns the level of a heading one deeper. */
function deeper(heading: HtmlElement): void {
  const level = Math.min(6, Number(heading.tagName.slice(1)) + 1);
  heading.tagName = `h${level}`;
  heading.nodeName = heading.tagName;
}

/** Returns the element that is the title: of the title's own style, or a heading of level 1 at the beginning. */
export function titleElement(elements: readonly HtmlElement[]): HtmlElement | undefined {
  const filled = elements.filter((element) => textBelow([element]).trim() !== '');
  const head = filled.slice(0, maxHeadLines);
  const title = head.find((element) => attribute(element, 'class') === 'title');
  if (title !== undefined) return title;
  const [first] = filled;
  return first?.tagName === 'h1' ? first : undefined;
}

/** Makes all headings deeper than the title, in place, where one is not. */
export function shiftHeadings(elements: readonly HtmlElement[]): void {
  const title = titleElement(elements);
  const others = elements.filter((element) => isHeading(element) && element !== title);
  if (title === undefined || !others.some(({ tagName }) => tagName === 'h1')) return;
  for (const heading of others) deeper(heading);
}

/** Tells whether every word of an element is bold. */
function isAllBold(element: HtmlElement): boolean {
  const hasWords = (node: HtmlNode): boolean => textBelow([node]).trim() !== '';
  const isBold = (node: HtmlNode): boolean =>
    isElement(node) &&
    (node.tagName === 'strong' ||
      (node.tagName === 'em' && node.childNodes.filter(hasWords).every(isBold)));
  const children = element.childNodes.filter(hasWords);
  return children.length > 0 && children.every(isBold);
}

/** Tells whether a paragraph may be a heading: short, bold, no sentence, without line breaks and pictures. */
function isBoldLine(element: HtmlElement): boolean {
  if (element.tagName !== 'p' || !isAllBold(element)) return false;
  const text = textBelow([element]).trim();
  return text.length <= maxBoldHeading && !/[.،؛…]$/.test(text) && !text.includes('\n');
}

/**
 * Makes headings of bold lines, in place: most writers mark a heading so and use no styles. A document with headings of
 * its own styles keeps its bold lines. The first line is the title; a bold line above another one, or at the end, is none.
 */
export function markBoldHeadings(elements: readonly HtmlElement[]): void {
  if (elements.some(isHeading)) return;
  const filled = elements.filter((element) => textBelow([element]).trim() !== '');
  const bold = filled.map(isBoldLine);
  // A text that is bold as a whole has no headings.
  if (bold.filter(Boolean).length * 2 > filled.length && filled.length > 2) return;
  for (const [i, element] of filled.entries()) {
    const next = filled[i + 1];
    if (bold[i] !== true || next === undefined || (i > 0 && bold[i + 1] === true)) continue;
    const tagName = i === 0 ? 'h1' : 'h2';
    element.tagName = tagName;
    element.nodeName = tagName;
    element.childNodes = unwrapped(element.childNodes);
  }
}

/** Returns nodes without the elements that make their words bold. */
const unwrapped = (nodes: readonly HtmlNode[]): HtmlElement['childNodes'] =>
  nodes.flatMap((node) =>
    isElement(node) && node.tagName === 'strong' ? unwrapped(node.childNodes) : [node],
  );
