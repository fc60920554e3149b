import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  isBlock,
  isElement,
  isLineEnd,
} from './tree.ts';

/** Elements that no cell of a table in Markdown can hold. */
const structureTags = new Set(
  'h1 h2 h3 h4 h5 h6 ul ol dl table blockquote hr pre figure iframe video audio'.split(' '),
);

/** Longest text of a cell: a table that lays out a page has whole articles in its cells. */
const maxCellText = 600;

/** Most cells of a table with those that are added where its rows differ in length. */
const maxCells = 20_000;

/** Most columns that a cell may span. */
const maxSpan = 100;

/** Tells whether a cell holds more than a few words on lines of their own. */
function holdsBlocks(cell: HtmlElement): boolean {
  let [letters, blocks] = [0, 0];
  const stack: HtmlNode[] = cell.childNodes.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('value' in node) letters += node.value.trim().length;
    if (letters > maxCellText) return true;
    if (!isElement(node)) continue;
    if (structureTags.has(node.tagName)) return true;
    if (isBlock(node) && node.tagName === 'p') blocks += 1;
    if (isLineEnd(node)) blocks += 0.5;
    if (blocks > 4) return true;
    for (let i = node.childNodes.length - 1; i >= 0; i -= 1) {
      const child = node.childNodes[i];
      if (child !== undefined) stack.push(child);
    }
  }
  return false;
}

const isRowGroup = ({ tagName }: HtmlElement): boolean => /^t(?:head|body|foot)$/.test(tagName);

/** Returns the rows of a table, without those of tables within it. */
const rowsOf = (table: HtmlElement): readonly HtmlElement[] =>
  table.childNodes
    .filter(isElement)
    .flatMap((child) => (isRowGroup(child) ? child.childNodes.filter(isElement) : [child]))
    .filter(({ tagName }) => tagName === 'tr');

const cellsOf = (row: HtmlElement): readonly HtmlElement[] =>
  row.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th');

/** Returns how many columns or rows a cell spans. */
export function spanOf(cell: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return span >= 1 ? Math.min(span, maxSpan) : 1;
}

/**
 * Tells whether a table lays out a page: it has one row or column, or its cells hold headings, lists, tables or long
 * texts. So is a table of which Markdown would need too many empty cells.
 */
export function isLayoutTable(table: HtmlElement): boolean {
  if (/^(?:presentation|none)$/i.test(attribute(table, 'role') ?? '')) return true;
  const rows = rowsOf(table).map(cellsOf);
  const widths = rows.map((cells) => cells.reduce((sum, cell) => sum + spanOf(cell, 'colspan'), 0));
  const columns = widths.reduce((most, width) => Math.max(most, width), 0);
  const spans = rows.reduce(
    (sum, cells) =>
      sum + cells.reduce((all, c) => all + spanOf(c, 'colspan') * spanOf(c, 'rowspan'), 0),
    0,
  );
  if (rows.filter((cells) => cells.length > 0).length < 2 || columns < 2) return true;
  if (rows.length * columns > maxCells || spans > maxCells) return true;
  return rows.some((cells) => cells.some(holdsBlocks));
}
