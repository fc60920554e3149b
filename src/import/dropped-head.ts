import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  isElement,
  textBelow,
  walkTree,
} from '../html/tree.ts';
import type { LetterCounts } from './page-container.ts';

/** The lines above a text that a reader's view left out. */
export interface DroppedHead {
  readonly nodes: readonly HtmlNode[];
  /** The line among them that is set apart as a headline; empty where none is. */
  readonly headline: string;
}

/** Most letters of lines above a text, and fewest and most of a headline. */
const maxHead = 200;
const headlineLetters = { least: 8, most: 140 };

/** Greatest share of linked letters: menus are links. */
const maxLinked = 0.2;

/** Elements beyond which other parts of the page stand. */
const outer = /^(?:tr|tbody|table|body|html)$/;

const squeezed = (text: string): string => text.replace(/[\s\u00a0]+/g, '');

/** Tells whether an element sets its words apart, as pages without headings do with a headline. */
function isEmphasis(element: HtmlElement): boolean {
  const size = attribute(element, 'size') ?? '';
  if (element.tagName === 'font') return /^(?:[4-7]|\+[1-6])$/.test(size);
  return /^(?:b|strong|h[1-6]|center|big)$/.test(element.tagName);
}

/** Returns the smallest element that holds nearly all of a text. */
function hostOf(body: HtmlElement, text: string, counts: LetterCounts): HtmlElement {
  const samples = [0.1, 0.5, 0.9].map((part) => text.slice(text.length * part).slice(0, 24));
  let host = body;
  for (;;) {
    const inner = host.childNodes.find((child): child is HtmlElement => {
      if (!isElement(child) || (counts.get(child)?.letters ?? 0) < text.length * 0.9) return false;
      const own = squeezed(textBelow([child]));
      return samples.every((sample) => own.includes(sample));
    });
    if (inner === undefined) return host;
    host = inner;
  }
}

/** Returns the headline among lines: the longest that is set apart. */
function headlineIn(nodes: readonly HtmlNode[]): string {
  let headline = '';
  for (const node of walkTree(nodes)) {
    if (!isElement(node) || !isEmphasis(node)) continue;
    const line = textBelow(node.childNodes).replace(/\s+/g, ' ').trim();
    const { length } = line;
    const isLine = length >= headlineLetters.least && length <= headlineLetters.most;
    if (isLine && /\s/.test(line) && !/\d{4}|[.:]$/.test(line) && length > headline.length)
      headline = line;
  }
  return headline;
}

/**
 * Returns the lines of a page that stand right above a text within the same cell or box, and that the reader's view
 * left out: the headline of a page without headings.
 *
 * @param body the page's body
 * @param reader what the reader's view found
 */
export function droppedHead(
  body: HtmlElement,
  reader: readonly HtmlNode[],
  counts: LetterCounts,
): DroppedHead {
  const none: DroppedHead = { nodes: [], headline: '' };
  const text = squeezed(textBelow(reader));
  let host = hostOf(body, text, counts);
  let head: readonly HtmlNode[] = [];
  while (host !== body && !outer.test(host.tagName) && !/^td$/.test(host.tagName)) {
    const parent = host.parentNode;
    if (parent === null || !('tagName' in parent) || outer.test(parent.tagName)) break;
    const before = parent.childNodes.slice(0, parent.childNodes.indexOf(host));
    const lines = squeezed(textBelow([...before, ...head]));
    if (lines.length > maxHead) return none;
    head = [...before, ...head];
    host = parent;
  }
  const lines = squeezed(textBelow(head));
  const linked = head.reduce(
    (sum, node) => sum + (isElement(node) ? (counts.get(node)?.linked ?? 0) : 0),
    0,
  );
  if (lines === '' || linked > lines.length * maxLinked || text.includes(lines)) return none;
  return { nodes: head, headline: headlineIn(head) };
}
