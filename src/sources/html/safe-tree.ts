import type { Element, ElementContent } from 'hast';
import { captionOf, putCaption } from './captions.ts';
import { isImage, isMedia } from './embedded.ts';
import {
  type EmbeddedCounts,
  type EmbeddedWalk,
  imageNodes,
  linkUrl,
  mediaNodes,
} from './embedded-nodes.ts';
import { isLayoutTable, spanOf } from './layout-tables.ts';
import { type HtmlOptions, hastElement, lineBreak, textNodes } from './safe-text.ts';
import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  hasNoText,
  isBlock,
  isElement,
  textBelow,
  walkTree,
} from './tree.ts';

/** A tree that holds only elements for which Markdown has a form, and the counts. */
export interface SafeTree {
  readonly children: ElementContent[];
  readonly embedded: EmbeddedCounts;
}

/** Greatest depth of elements; deeper ones are reduced to their text. */
const maxDepth = 200;

/** Greatest nesting of lists and quotations. */
const maxNesting = 12;

/** Longest heading; an element that was never closed holds the article. */
const maxHeading = 500;

const listTags: ReadonlyMap<string, string> = new Map([
  ['ul', 'ul'],
  ['ol', 'ol'],
  ['menu', 'ul'],
  ['dir', 'ul'],
]);

const markTags: ReadonlyMap<string, string> = new Map([
  ...(['strong', 'b'] as const).map((tag) => [tag, 'strong'] as const),
  ...(['em', 'i'] as const).map((tag) => [tag, 'em'] as const),
  ...(['del', 's', 'strike'] as const).map((tag) => [tag, 'del'] as const),
]);

/** Elements between whose children white space is no text. */
const childlessText = new Set('ul ol menu dir dl table thead tbody tfoot tr'.split(' '));

/** The context of a node. */
interface Context {
  readonly depth: number;
  readonly nesting: number;
  readonly lineEnds: HtmlOptions['lineEnds'];
  /** Whether only text and marks may stand here, as in a heading. */
  readonly isInline: boolean;
  /** Marks of elements that hold blocks, which their text takes over, outermost first. */
  readonly marks: readonly Element[];
}

/** Settings and counters of a walk. */
interface Walk extends EmbeddedWalk {
  runs: number;
}

const imageAddress = /\.(?:jpe?g|png|gif|webp|avif|svg)(?:\?|$)/i;

/** Returns the mark of an element; undefined where it has none. */
function markOf(walk: Walk, node: HtmlElement): Element | undefined {
  const tagName = markTags.get(node.tagName);
  if (tagName !== undefined) return hastElement(tagName);
  if (node.tagName === 'q') return hastElement('q');
  if (node.tagName !== 'a') return undefined;
  const href = linkUrl(attribute(node, 'href'), walk.base);
  if (href === undefined) return undefined;
  // The link of a small picture to the large one.
  const isZoom =
    imageAddress.test(href) && walkTree(node.childNodes).some((n) => isElement(n) && isImage(n));
  return isZoom ? undefined : hastElement('a', [], { href });
}

const holdsBlock = (node: HtmlElement): boolean => walkTree(node.childNodes).some(isBlock);

function inlineNodes(walk: Walk, node: HtmlElement, context: Context): ElementContent[] {
  const mark = markOf(walk, node);
  if (mark === undefined) return childNodes(walk, node.childNodes, context);
  if (!context.isInline && holdsBlock(node)) {
    return childNodes(walk, node.childNodes, { ...context, marks: [...context.marks, mark] });
  }
  const children = childNodes(walk, node.childNodes, context);
  return children.length === 0 ? [] : [{ ...mark, children }];
}

/** Returns a heading; an element of a heading that holds an article is no heading. */
function headingNodes(
  walk: Walk,
  node: HtmlElement,
  level: number,
  context: Context,
): ElementContent[] {
  if (textBelow(node.childNodes).length > maxHeading)
    return childNodes(walk, node.childNodes, context);
  const children = childNodes(walk, node.childNodes, { ...context, isInline: true });
  // The article's title is the only heading of the first level.
  return [hastElement(`h${Math.max(level, 2)}`, children)];
}

function listNode(
  walk: Walk,
  node: HtmlElement,
  tagName: string,
  context: Context,
): ElementContent[] {
  const children = node.childNodes.flatMap((child): ElementContent[] => {
    const inside = isElement(child) && child.tagName === 'li' ? child.childNodes : [child];
    const content = childNodes(walk, inside, context);
    const isBlank = content.every((one) => one.type === 'text' && one.value.trim() === '');
    return isBlank ? [] : [hastElement('li', content)];
  });
  const start = Number.parseInt(attribute(node, 'start') ?? '1', 10);
  const counts = tagName === 'ol' && start >= 0 && start < 1e9 ? { start } : {};
  return children.length === 0 ? [] : [hastElement(tagName, children, counts)];
}

function tableNodes(walk: Walk, node: HtmlElement, context: Context): ElementContent[] {
  const parts = node.childNodes.filter(isElement);
  const captions = parts
    .filter(({ tagName }) => tagName === 'caption')
    .map((caption) =>
      hastElement('p', childNodes(walk, caption.childNodes, { ...context, isInline: true })),
    );
  const cell = (one: HtmlElement): Element =>
    hastElement(one.tagName, childNodes(walk, one.childNodes, { ...context, isInline: true }), {
      colSpan: spanOf(one, 'colspan'),
      rowSpan: spanOf(one, 'rowspan'),
      align: attribute(one, 'align')?.toLowerCase() ?? '',
    });
  const row = (one: HtmlElement): Element =>
    hastElement(
      'tr',
      one.childNodes
        .filter(isElement)
        .filter(({ tagName }) => /^t[dh]$/.test(tagName))
        .map(cell),
    );
  const groups = parts.flatMap((one): Element[] => {
    if (one.tagName === 'tr') return [row(one)];
    if (!/^t(?:head|body|foot)$/.test(one.tagName)) return [];
    return [hastElement(one.tagName, one.childNodes.filter(isElement).map(row))];
  });
  return [...captions, hastElement('table', groups)];
}

function blockNodes(walk: Walk, node: HtmlElement, context: Context): ElementContent[] {
  const { tagName, childNodes: children } = node;
  const level = /^h([1-6])$/.exec(tagName)?.[1];
  const list = listTags.get(tagName);
  const nested = { ...context, nesting: context.nesting + 1 };
  const mayNest = context.nesting < maxNesting;
  if (context.isInline) return [lineBreak(), ...childNodes(walk, children, context), lineBreak()];
  if (level !== undefined) return headingNodes(walk, node, Number(level), context);
  if (tagName === 'hr') return [hastElement('hr')];
  if (tagName === 'table' && !isLayoutTable(node)) return tableNodes(walk, node, context);
  if (list !== undefined && mayNest) return listNode(walk, node, list, nested);
  if (tagName === 'blockquote' && mayNest)
    return [hastElement('blockquote', childNodes(walk, children, nested))];
  if (tagName === 'pre') {
    const code = children.find((child) => isElement(child) && child.tagName === 'code');
    if (code !== undefined)
      return [hastElement('pre', [hastElement('code', [{ type: 'text', value: textOf(node) }])])];
    return [hastElement('div', childNodes(walk, children, { ...context, lineEnds: 'lines' }))];
  }
  const captioned = captionOf(node);
  if (captioned !== undefined) {
    const nodes = childNodes(walk, captioned.others, context);
    if (putCaption(nodes, captioned.caption)) return [hastElement('div', nodes)];
  }
  return [hastElement('div', childNodes(walk, children, context))];
}

const textOf = (node: HtmlElement): string =>
  [...walkTree(node.childNodes)].map((one) => ('value' in one ? one.value : '')).join('');

/** Returns the safe nodes of the children of an element. */
function childNodes(walk: Walk, nodes: readonly HtmlNode[], outer: Context): ElementContent[] {
  const context = { ...outer, depth: outer.depth + 1 };
  const safe: ElementContent[] = [];
  for (const node of nodes) for (const one of safeNodes(walk, node, context)) put(safe, one);
  return safe;
}

/** Adds a node; texts are joined, and of several line breaks two are kept. */
function put(nodes: ElementContent[], node: ElementContent): void {
  const last = nodes.at(-1);
  if (node.type === 'text' && last?.type === 'text') {
    nodes[nodes.length - 1] = { type: 'text', value: last.value + node.value };
    return;
  }
  const isThird = [node, last, nodes.at(-2)].every(
    (one) => one?.type === 'element' && one.tagName === 'br',
  );
  if (!isThird) nodes.push(node);
}

function safeNodes(walk: Walk, node: HtmlNode, context: Context): ElementContent[] {
  if ('value' in node) {
    const parent = node.parentNode;
    const isBetween = parent !== null && 'tagName' in parent && childlessText.has(parent.tagName);
    return isBetween && node.value.trim() === '' ? [] : textNodes(walk, node.value, context);
  }
  if (!isElement(node)) return [];
  if (isImage(node)) return imageNodes(walk, node);
  if (isMedia(node)) return mediaNodes(walk, node);
  if (hasNoText(node)) return [];
  if (node.tagName === 'br') return [lineBreak()];
  if (context.depth > maxDepth) return textNodes(walk, ` ${textBelow([node])} `, context);
  return isBlock(node) ? blockNodes(walk, node, context) : inlineNodes(walk, node, context);
}

/** Returns the nodes of an article for which Markdown has a form; all text is kept. */
export function safeHast(nodes: readonly HtmlNode[], { base, lineEnds }: HtmlOptions): SafeTree {
  const embedded = { images: 0, linked: { video: 0, audio: 0, frame: 0 }, lost: 0 };
  const walk = { base, embedded, runs: 0 };
  const context = { depth: 0, nesting: 0, lineEnds, isInline: false, marks: [] };
  return { children: childNodes(walk, nodes, context), embedded };
}
