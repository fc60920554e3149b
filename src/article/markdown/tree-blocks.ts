import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Block, List, Table, Words } from '../../model/block.ts';
import { blocksWithFigures, hasPicture, htmlFigure } from './figures.ts';
import { inlineHtml } from './inline-pipeline.ts';

/** Returns the concatenated text of a tree. */
export function textOf(node: Root | RootContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** Returns the text of an element, with markup where it is not a single text node. */
function wordsOf(children: readonly ElementContent[]): Words {
  const [first, ...others] = children;
  if (first === undefined) return { text: '' };
  if (first.type === 'text' && others.length === 0) return { text: first.value };
  return { text: children.map(textOf).join(''), markup: inlineHtml(children) };
}

/** Returns text between blocks, left by flattening, as a bare paragraph. */
const strayText = (value: string): readonly Block[] =>
  value.trim() === '' ? [] : [{ kind: 'paragraph', text: value, bare: true }];

/** Returns the block of a list element. */
function listOf({ tagName, properties, children }: Element, line: number): List {
  const items = children.flatMap((child): (readonly Block[])[] => {
    if (child.type === 'element') return [treeBlocks(child.children, line)];
    const stray = child.type === 'text' ? strayText(child.value) : [];
    return stray.length > 0 ? [stray] : [];
  });
  const { start } = properties;
  return {
    kind: 'list',
    ordered: tagName === 'ol',
    ...(typeof start === 'number' ? { start } : {}),
    items,
  };
}

const elementsOf = (element: Element): readonly Element[] =>
  element.children.filter((child) => child.type === 'element');

/** Returns the block of a table; a row of empty heads, which Markdown needs, is none. */
function tableOf(table: Element): Table {
  const parts = elementsOf(table).flatMap((part) =>
    part.tagName === 'tr'
      ? [{ row: part, isHead: false }]
      : elementsOf(part).map((row) => ({ row, isHead: part.tagName === 'thead' })),
  );
  const rows = parts.map(({ row, isHead }) => ({
    isHead,
    cells: elementsOf(row).map((cell) => wordsOf(cell.children)),
  }));
  const [first, ...others] = rows;
  const isEmptyHead = first?.isHead === true && first.cells.every(({ text }) => text.trim() === '');
  const shown = isEmptyHead ? others : rows;
  return {
    kind: 'table',
    headRows: shown.filter(({ isHead }) => isHead).length,
    rows: shown.map(({ cells }) => cells),
  };
}

/** Returns the block of a safe element. */
function blockOf(element: Element, line: number): Block {
  const { tagName, children, data } = element;
  switch (tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return { kind: 'heading', level: Number(tagName.slice(1)), ...wordsOf(children) };
    case 'ul':
    case 'ol':
      return listOf(element, line);
    case 'blockquote':
      return { kind: 'quotation', blocks: treeBlocks(children, line) };
    case 'pre':
      return { kind: 'code', text: textOf(element) };
    case 'table':
      return tableOf(element);
    case 'hr':
      return { kind: 'separator' };
    default:
      return { kind: 'paragraph', ...wordsOf(children), ...(data?.bare ? { bare: true } : {}) };
  }
}

/** Elements that hold blocks, in which pictures stay where they are. */
const containers: ReadonlySet<string> = new Set(['ul', 'ol', 'blockquote', 'pre', 'hr']);

/** Returns the blocks of a safe element: one, or several where pictures stand among its words. */
function blocksOf(element: Element, line: number): readonly Block[] {
  const { tagName, children } = element;
  if (tagName === 'figure') {
    const { figures, others } = htmlFigure(element, line, wordsOf);
    return [...figures, ...treeBlocks(others, line)];
  }
  if (tagName === 'img')
    return blocksWithFigures({ ...element, children: [element] }, line, (rest) =>
      blockOf(rest, line),
    );
  if (containers.has(tagName) || !hasPicture(children)) return [blockOf(element, line)];
  return blocksWithFigures(element, line, (rest) => blockOf(rest, line));
}

/**
 * Returns the blocks of a safe HTML tree, the result of `htmlTree` and `safeTree`.
 *
 * @param line line of the seed on which the parsed text begins
 */
export const treeBlocks = (children: readonly RootContent[], line: number = 1): readonly Block[] =>
  children.flatMap((node): readonly Block[] => {
    if (node.type === 'element') return blocksOf(node, line);
    return node.type === 'text' ? strayText(node.value) : [];
  });
