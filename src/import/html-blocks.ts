import type { BlockContent, ListItem } from 'mdast';
import { parseFragment } from 'parse5';
import { maxHtmlRuns } from '../model/limits.ts';
import { isOverHtmlLimits, withoutTags } from './html-bounds.ts';
import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  hasNoText,
  isBlock,
  isElement,
  isLineEnd,
  textBelow,
  walkTree,
} from './html-tree.ts';
import { type InlineRun, type Marks, phrasingOf, unmarked } from './inline-runs.ts';

/** How an article's HTML is read. */
export interface HtmlOptions {
  /** URL of the page, against which links are resolved; without it, relative links become text. */
  readonly base: string | undefined;
  /**
   * Meaning of line ends: `space`, as in HTML; `paragraphs`, a blank line separates paragraphs;
   * `lines`, each is a line break, as in WordPress.
   */
  readonly lineEnds: 'space' | 'paragraphs' | 'lines';
}

/** Greatest depth of elements; deeper ones are reduced to their text. */
const maxDepth = 200;

/** Greatest nesting of lists and quotations. */
const maxNesting = 12;

const listTags = new Set(['ul', 'ol', 'menu', 'dir']);

/** The context of a node in the walk. */
interface WalkContext {
  readonly depth: number;
  readonly nesting: number;
  readonly marks: Marks;
  readonly lineEnds: HtmlOptions['lineEnds'];
}

/** Returns a link's absolute URL; undefined where it may not be followed. */
function linkUrl(href: string | undefined, base: string | undefined): string | undefined {
  const address = href?.trim() ?? '';
  if (address === '' || address.startsWith('#') || !URL.canParse(address, base)) return undefined;
  const { protocol, href: absolute } = new URL(address, base);
  return ['http:', 'https:', 'mailto:'].includes(protocol) ? absolute : undefined;
}

function* wordRuns(
  walk: Walk,
  text: string,
  { marks, lineEnds }: WalkContext,
): Generator<InlineRun> {
  if (lineEnds === 'space' || walk.runs > maxHtmlRuns) {
    yield { kind: 'words', words: text, marks };
    return;
  }
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  walk.runs += 2 * lines.length;
  let blankLines = 0;
  for (const [i, line] of lines.entries()) {
    const isLast = i === lines.length - 1;
    // An expression for the blanks at a line's end takes quadratic time.
    const words = isLast ? line : line.slice(0, trimmedLength(line));
    if (i > 0 && words === '' && !isLast) {
      blankLines += 1;
      continue;
    }
    if (i > 0 && blankLines > 0) yield { kind: 'split' };
    else if (i > 0 && lineEnds === 'lines') yield { kind: 'break' };
    else if (i > 0) yield { kind: 'words', words: ' ', marks };
    blankLines = 0;
    yield { kind: 'words', words, marks };
  }
}

/** Returns the length of a line without the blanks at its end. */
function trimmedLength(line: string): number {
  let end = line.length;
  while (end > 0 && ' \t\u00a0'.includes(line[end - 1] ?? '')) end -= 1;
  return end;
}

/** Settings and counters of a walk. */
interface Walk {
  readonly base: string | undefined;
  images: number;
  runs: number;
}

function blocksOf(walk: Walk, nodes: readonly HtmlNode[], context: WalkContext): BlockContent[] {
  const blocks: BlockContent[] = [];
  let runs: InlineRun[] = [];
  const flush = (): void => {
    for (const children of phrasingOf(runs)) blocks.push({ type: 'paragraph', children });
    runs = [];
  };
  const inner = { ...context, depth: context.depth + 1 };
  const put = (node: HtmlNode, at: WalkContext): void => {
    if ('value' in node) for (const run of wordRuns(walk, node.value, at)) runs.push(run);
    else if (isElement(node) && node.tagName === 'img') walk.images += 1;
    else if (hasNoText(node) || !isElement(node)) return;
    else if (node.tagName === 'br') runs.push({ kind: 'break' });
    else if (at.depth > maxDepth) {
      runs.push({ kind: 'words', words: ` ${textBelow([node])} `, marks: at.marks });
    } else if (isBlock(node)) {
      flush();
      for (const block of blockOf(walk, node, { ...at, depth: at.depth + 1 })) blocks.push(block);
    } else {
      const marks = marksOf(walk, node, at.marks);
      for (const child of node.childNodes) put(child, { ...at, depth: at.depth + 1, marks });
    }
  };
  for (const node of nodes) put(node, inner);
  flush();
  return blocks;
}

function marksOf(walk: Walk, element: HtmlElement, marks: Marks): Marks {
  const { tagName } = element;
  if (tagName === 'strong' || tagName === 'b') return { ...marks, strong: true };
  if (tagName === 'em' || tagName === 'i') return { ...marks, emphasis: true };
  if (tagName !== 'a') return marks;
  const href = linkUrl(attribute(element, 'href'), walk.base);
  return href === undefined ? marks : { ...marks, href };
}

function blockOf(walk: Walk, element: HtmlElement, context: WalkContext): readonly BlockContent[] {
  const { tagName, childNodes } = element;
  const heading = /^h([1-6])$/.exec(tagName)?.[1];
  if (heading !== undefined) return headingOf(walk, element, Number(heading), context);
  if (tagName === 'hr') return [{ type: 'thematicBreak' }];
  if (tagName === 'tr') return rowOf(walk, element, context);
  if (tagName === 'pre') return blocksOf(walk, childNodes, { ...context, lineEnds: 'lines' });
  const nested = { ...context, nesting: context.nesting + 1 };
  const mayNest = context.nesting < maxNesting;
  if (tagName === 'blockquote' && mayNest) {
    const children = blocksOf(walk, childNodes, nested);
    return children.length === 0 ? [] : [{ type: 'blockquote', children }];
  }
  if (listTags.has(tagName) && mayNest) {
    const children = itemsOf(walk, childNodes, nested);
    if (children.length === 0) return [];
    const spread = children.some((item) => item.children.length > 1);
    const ordered = tagName === 'ol';
    const start = Number.parseInt(attribute(element, 'start') ?? '1', 10);
    const counts = ordered && start >= 0 && start < 1e9 ? { start } : {};
    return [{ type: 'list', ordered, spread, ...counts, children }];
  }
  return blocksOf(walk, childNodes, context);
}

function headingOf(
  walk: Walk,
  element: HtmlElement,
  level: number,
  context: WalkContext,
): readonly BlockContent[] {
  const blocks = blocksOf(walk, element.childNodes, context);
  // The article's title is the only heading of the first level.
  const depth = Math.max(level, 2) as 2 | 3 | 4 | 5 | 6;
  return blocks.map((block) => {
    if (block.type !== 'paragraph') return block;
    const children = block.children.map((child) =>
      child.type === 'break' ? { type: 'text' as const, value: ' ' } : child,
    );
    return { type: 'heading', depth, children };
  });
}

function itemsOf(walk: Walk, nodes: readonly HtmlNode[], context: WalkContext): ListItem[] {
  return nodes.flatMap((node): ListItem[] => {
    const inside = isElement(node) && node.tagName === 'li' ? node.childNodes : [node];
    const children = blocksOf(walk, inside, context);
    return children.length === 0
      ? []
      : [{ type: 'listItem', spread: children.length > 1, children }];
  });
}

/** Returns a row of short cells as a line; cells that hold blocks are those of a layout table. */
function rowOf(walk: Walk, row: HtmlElement, context: WalkContext): readonly BlockContent[] {
  const cells = row.childNodes.filter(isElement);
  const isLayout = cells.some((cell) =>
    walkTree(cell.childNodes).some((node) => isBlock(node) || isLineEnd(node)),
  );
  if (isLayout) return blocksOf(walk, row.childNodes, context);
  const filled = cells.filter((cell) => textBelow(cell.childNodes).trim() !== '');
  if (filled.length < 2) return blocksOf(walk, row.childNodes, context);
  const runs = filled.map((cell) => {
    const words = textBelow(cell.childNodes).replace(/\s+/g, ' ').trim();
    return { kind: 'words', words, marks: unmarked } as const;
  });
  const separator = { kind: 'words', words: ' | ', marks: unmarked } as const;
  const line = runs.flatMap((run, i) => (i === 0 ? [run] : [separator, run]));
  return phrasingOf(line).map((children) => ({ type: 'paragraph', children }));
}

/** The blocks of an article, and the number of images among them. */
export interface HtmlBlocks {
  readonly blocks: readonly BlockContent[];
  readonly images: number;
  /** Whether the HTML was over the limits, and was read without its tags. */
  readonly isReduced: boolean;
}

/**
 * Parses a fragment of HTML as browsers do (WHATWG HTML, by parse5) and keeps paragraphs, headings,
 * lists, quotations, links and emphasis. Everything else is reduced to its text.
 */
export function htmlBlocks(html: string, { base, lineEnds }: HtmlOptions): HtmlBlocks {
  const walk = { base, images: 0, runs: 0 };
  const isReduced = isOverHtmlLimits(html);
  const ends = isReduced ? 'paragraphs' : lineEnds;
  const context = { depth: 0, nesting: 0, marks: unmarked, lineEnds: ends };
  const parsed = parseFragment(isReduced ? withoutTags(html) : html);
  const blocks = blocksOf(walk, parsed.childNodes, context);
  return { blocks, images: walk.images, isReduced };
}
