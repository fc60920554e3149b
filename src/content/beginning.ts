import type { Element, Root as HastRoot } from 'hast';
import { asTitle } from './derive.ts';
import { textOf } from './sections.ts';

/**
 * The line that says what the page's title says stays in its place, so that no word of the source is
 * lost, but is not shown twice.
 *
 * @param before how many lines of a head may stand before it
 * @returns the element that it was, if there is one
 */
export function hideTitleLine(tree: HastRoot, title: string, before: number): Element | undefined {
  let passed = 0;
  for (const [at, node] of tree.children.entries()) {
    if (node.type !== 'element') continue;
    if (tree.children.length - at < 2) return undefined;
    if (asTitle(textOf(node)) === title) {
      tree.children[at] = { ...node, tagName: 'p', properties: { hidden: true } };
      return node;
    }
    if (passed === before || node.tagName !== 'p') return undefined;
    passed += 1;
  }
  return undefined;
}

/**
 * Takes what opens a text, a masthead or a dateline, off the blocks with which it begins.
 *
 * @param opening what opens it, in order, as it stands there
 * @returns the blocks without it; as they are where they begin otherwise
 */
function withoutOpening(blocks: readonly string[], opening: readonly string[]): readonly string[] {
  let rest = blocks;
  for (const piece of opening) {
    const [first = '', ...others] = rest;
    const block = first.trimStart();
    if (!block.startsWith(piece)) return rest;
    const after = block.slice(piece.length).trim();
    rest = after === '' ? others : [after, ...others];
  }
  return rest;
}

/** Returns the paragraphs that a reader sees, for a description: neither headings nor what opens them. */
export function bodyOf(tree: HastRoot, opening: readonly string[]): string {
  const shown = tree.children.filter(
    (node) => node.type === 'element' && node.tagName === 'p' && !node.properties.hidden,
  );
  return withoutOpening(shown.map(textOf), opening).join(' ');
}

/**
 * Returns the text of the first block behind what opens a text, for a title: it is not made of two lines
 * of verse or of a table.
 */
export function firstBlock(tree: HastRoot, opening: readonly string[]): string {
  const blocks = tree.children.filter(
    (node) => node.type === 'element' && textOf(node).trim() !== '',
  );
  const few = blocks.slice(0, opening.length + 1).map(textOf);
  return withoutOpening(few, opening)[0] ?? '';
}

/** Blocks of either end of a text that may hold what it says of itself. */
const outerBlocks = 8;

/**
 * Returns the first and last lines of a text whose blocks are known, with each block on lines of its own:
 * of headings and paragraphs alone, as a quotation or a table is not the paper's word.
 */
export function outerLines(tree: HastRoot): string {
  const elements = tree.children.filter(({ type }) => type === 'element');
  const outer =
    elements.length <= outerBlocks * 2
      ? elements
      : [...elements.slice(0, outerBlocks), ...elements.slice(-outerBlocks)];
  return outer
    .map((node) =>
      node.type === 'element' && /^(?:p|h[1-6])$/.test(node.tagName) ? textOf(node) : '…',
    )
    .join('\n');
}
