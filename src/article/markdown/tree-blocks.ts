import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { Block, List, Table, Words } from '../../model/block.ts';
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
function listOf({ tagName, properties, children }: Element): List {
  const items = children.flatMap((child): (readonly Block[])[] => {
    if (child.type === 'element') return [treeBlocks(child.children)];
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
function blockOf(element: Element): Block {
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
      return listOf(element);
    case 'blockquote':
      return { kind: 'quotation', blocks: treeBlocks(children) };
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

/** Returns the blocks of a safe HTML tree, the result of `htmlTree` and `safeTree`. */
export const treeBlocks = (children: readonly RootContent[]): readonly Block[] =>
  children.flatMap((node): readonly Block[] => {
    if (node.type === 'element') return [blockOf(node)];
    return node.type === 'text' ? strayText(node.value) : [];
  });
