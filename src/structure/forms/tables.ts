import type { Span, SpanRow } from '../../model/structure.ts';
import type { Line } from '../lines.ts';
import { type FormLines, fullSpan, partsOf } from './form-lines.ts';

/** Greatest mean length of a cell; prose between tabs is longer. */
const maxMeanCell = 60;
/** Fewest rows of a table of two columns, which may be two words with a tab between them. */
const minNarrowRows = 3;

/** A row of a table, and how its cells were separated. */
interface Row {
  readonly cells: SpanRow;
  readonly separator: 'tab' | 'tabs' | 'pipe';
  /** Whether separators also open or close the row. */
  readonly isEnclosed: boolean;
}

const oneTab = /\t/g;
const someTabs = /\t+/g;
const onePipe = /[|│┃¦]/g;
/** The same, each of which is searched for by itself: that is faster than the expression. */
const pipes = ['|', '│', '┃', '¦'] as const;

/** A line of dashes between rows: `|---|---|`, `+----+----+`, `-----|-----`. */
const rule = /^(?=.*-{2})[|│┃+:\s═─-]+$/;

/** Figures with their units and signs: «250», «1.5 %», «٣ ريال», «-». */
const figure = /^[-–+±~]?\s*[\d٠-٩][\d٠-٩.,٫٬/:%٪\s-]*(?:\p{L}{1,8}\.?)?$|^[-–—]$/u;

const isFilled = ({ start, end }: Span): boolean => end > start;

/** Reads a line as a row of tabs, each of which ends a cell; or of runs of tabs, where `together` is set. */
function tabRow(text: string, line: Line, together: boolean): Row | undefined {
  const cells = together
    ? partsOf(text, line, someTabs)
    : partsOf(text, fullSpan(text, line), oneTab);
  const filled = cells.filter(isFilled).length;
  if (cells.length < 2 || filled < 2) return undefined;
  return { cells, separator: together ? 'tabs' : 'tab', isEnclosed: false };
}

/** Reads a line as a row of vertical bars; undefined for a rule or a line of prose. */
function pipeRow(text: string, line: Line): Row | undefined {
  const cells = partsOf(text, line, onePipe);
  const [first, last] = [cells[0], cells.at(-1)];
  if (first === undefined || last === undefined || cells.length < 2) return undefined;
  const opens = !isFilled(first);
  const closes = !isFilled(last) && cells.length > 2;
  const inner = cells.slice(opens ? 1 : 0, closes ? -1 : undefined);
  if (inner.length < 2 || inner.filter(isFilled).length < 1) return undefined;
  return { cells: inner, separator: 'pipe', isEnclosed: opens && closes };
}

const isRule = (text: string, { start, end }: Line): boolean =>
  end - start < 400 && rule.test(text.slice(start, end));

/** Tells whether a rule has the signs of columns. */
const isGrid = (text: string, { start, end }: Line): boolean =>
  /[|│┃+]/.test(text.slice(start, end));

function isFigure(text: string, { start, end }: Span): boolean {
  return end - start <= 24 && figure.test(text.slice(start, end));
}

/** Tells whether a column holds figures in all rows from `first`, and no column above them does. */
function hasFigureColumn(text: string, rows: readonly Row[], first: number): boolean {
  const columns = rows[0]?.cells.length ?? 0;
  for (let column = 0; column < columns; column += 1) {
    const cells = rows.slice(first).map(({ cells: row }) => row[column]);
    if (cells.length > 0 && cells.every((cell) => cell !== undefined && isFigure(text, cell))) {
      return true;
    }
  }
  return false;
}

/** Tells whether the first row names the columns: words over figures. */
function hasHead(text: string, rows: readonly Row[]): boolean {
  const [head, ...body] = rows;
  if (head === undefined || body.length === 0) return false;
  const isNamed = head.cells.every((cell) => isFilled(cell) && !isFigure(text, cell));
  return isNamed && hasFigureColumn(text, rows, 1);
}

/** Tells whether rows of equal length are a table. */
function isTable(text: string, rows: readonly Row[], rules: number): boolean {
  const [first] = rows;
  if (first === undefined || rows.length < 2) return false;
  let length = 0;
  for (const { cells } of rows) for (const { start, end } of cells) length += end - start;
  if (length > rows.length * first.cells.length * maxMeanCell) return false;
  if (rules > 0 || first.isEnclosed) return true;
  if (first.cells.length > 2) {
    // Two tabs between two columns are no column.
    return first.cells.every((_, column) =>
      rows.some(({ cells }) => cells[column] !== undefined && isFilled(cells[column])),
    );
  }
  return rows.length >= minNarrowRows && hasFigureColumn(text, rows, 1);
}

/** Consecutive rows from a line on, and the table that they are, if they are one. */
interface Run {
  readonly last: number;
  readonly table: FormLines | undefined;
}

/** Reads the rows from line `first` on: lines with the same number of separators, without a blank line. */
function readRun(
  text: string,
  lines: readonly Line[],
  first: number,
  rowOf: (line: Line) => Row | undefined,
  hasRules: boolean,
): Run {
  const rows: Row[] = [];
  let rules = 0;
  let ruleAfter = 0;
  let last = first - 1;
  for (let index = first; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || (index > first && line.isApart)) break;
    if (hasRules && isRule(text, line) && (rows.length > 0 || isGrid(text, line))) {
      rules += 1;
      if (ruleAfter === 0) ruleAfter = rows.length;
      last = index;
      continue;
    }
    const row = rowOf(line);
    if (row === undefined || row.cells.length !== (rows[0] ?? row).cells.length) break;
    rows.push(row);
    last = index;
  }
  if (!isTable(text, rows, rules)) return { last, table: undefined };
  const headRows = ruleAfter === 1 || hasHead(text, rows) ? 1 : 0;
  const table = { form: 'table', headRows, rows: rows.map(({ cells }) => cells) } as const;
  return { last, table: { first, last, lines: table } };
}

/**
 * Finds tables: consecutive lines with the same number of tabs or vertical bars.
 *
 * @param text The whole text.
 * @param lines Its lines.
 * @returns Tables in order, not overlapping. Linear in the text's length.
 */
export function findTables(text: string, lines: readonly Line[]): readonly FormLines[] {
  const hasTabs = text.includes('\t');
  const hasPipes = pipes.some((pipe) => text.includes(pipe));
  if (!hasTabs && !hasPipes) return [];
  const tab = (line: Line): Row | undefined => tabRow(text, line, false);
  const tabs = (line: Line): Row | undefined => tabRow(text, line, true);
  const pipe = (line: Line): Row | undefined => pipeRow(text, line);
  const found: FormLines[] = [];
  let index = 0;
  while (index < lines.length) {
    const runs = [
      ...(hasTabs ? [readRun(text, lines, index, tab, false)] : []),
      ...(hasTabs ? [readRun(text, lines, index, tabs, false)] : []),
      ...(hasPipes ? [readRun(text, lines, index, pipe, true)] : []),
    ];
    const table = runs.find((run) => run.table !== undefined)?.table;
    if (table !== undefined) found.push(table);
    // Rows that are no table are not read again.
    index =
      Math.max(
        index,
        table?.last ?? 0,
        ...(table === undefined ? runs.map(({ last }) => last) : []),
      ) + 1;
  }
  return found;
}
