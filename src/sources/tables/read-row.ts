import type { DateOrder } from '../../model/date.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { FieldSetting } from '../../model/field.ts';
import type { Metadata } from '../../model/metadata.ts';
import type { RawRecord, RecordReading, RecordSettings } from '../../model/record.ts';
import { unreadMetadata } from '../damaged-metadata.ts';
import { marksOfFolder } from '../folder-metadata.ts';
import { readMetadata } from '../metadata.ts';
import { otherKeys } from '../other-keys.ts';
import { withOwnFields } from '../own-fields.ts';
import { publicationKey } from '../publication-keys.ts';
import { mayHoldBack } from '../publication-lines.ts';
import { meaningOf } from '../publication-words.ts';
import { toYamlTree } from '../records/fields.ts';
import { recordEntries } from '../records/record-entries.ts';
import { readRow } from '../records/table.ts';
import type { TableHead } from './metadata-table.ts';

/** What a row of a table says of the files that it names. */
export interface TableRow {
  readonly line: number;
  /** The cells that name a file: one, or those of a damaged row that may do so. */
  readonly names: readonly string[];
  readonly metadata: Metadata;
  /** Whether it could not be read, and holds back every file that it may name. */
  readonly isDamaged: boolean;
  /** Whether the result of reading a file that it names has its line. */
  readonly needsLine: boolean;
  /** Columns that are neither known nor ignored. */
  readonly unknown: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The table of a row. */
export interface TableContext {
  /** Path of the table, for diagnostics. */
  readonly file: string;
  readonly head: TableHead;
  readonly reading: RecordReading;
  readonly settings: RecordSettings;
  /** The fields that the site declares. */
  readonly own: readonly FieldSetting[];
  /** Which number of `3/4/2011` is the day where its column leaves it open. */
  readonly order?: DateOrder | undefined;
}

/** Most cells of a damaged row that may name a file. */
const maxNames = 50;

/**
 * Returns what a damaged row says: it holds back every file that it may name, where the table or the row has a mark
 * about publication or privacy; undefined where nothing could be held back.
 */
export function damagedRow(
  text: string,
  line: number,
  { file, head }: Pick<TableContext, 'file' | 'head'>,
): TableRow | undefined {
  if (!head.withholds && !mayHoldBack(text)) return undefined;
  const names = text
    .split(/[,;\t"\n]/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '' && cell.length <= 300);
  const place = `${file}:${line}`;
  const held = marksOfFolder(unreadMetadata(place), place);
  return {
    ...{ line, names: names.slice(0, maxNames), metadata: held },
    ...{ isDamaged: true, needsLine: true, unknown: [], diagnostics: [] },
  };
}

/**
 * Tells whether the cells of a row do not stand under their columns. Where a row may hold its file back, one cell too
 * many is enough; and of a row with too few, a word that would hold it under another column.
 */
function isShifted(
  cells: readonly string[],
  { columns: { names }, withholds }: TableHead,
): boolean {
  if (cells.length > names.length) {
    return withholds || cells.slice(names.length).some((cell) => cell.trim() !== '');
  }
  if (!withholds || cells.length === names.length) return false;
  return cells.some((cell, i) => {
    if (publicationKey(names[i] ?? '') !== undefined || cell.trim() === '') return false;
    const meaning = meaningOf(cell);
    return meaning === 'yes' || meaning === 'held';
  });
}

/**
 * Tells whether a cell holds other rows: a quotation mark that is not closed takes in all up to the next one, which
 * may close it by chance.
 */
function holdsRows(cells: readonly string[], { columns, fileColumn }: TableHead): boolean {
  if (cells[fileColumn]?.trim().includes('\n')) return true;
  const { names, delimiter } = columns;
  return cells.some(
    (cell) =>
      cell.includes('\n') &&
      cell.split('\n').some((line) => line.split(delimiter).length >= Math.max(3, names.length)),
  );
}

/**
 * Reads a row of a table of metadata.
 *
 * @returns undefined for a row without a name, or a damaged one that holds nothing back; with the diagnostic that
 *   says so
 */
export function readTableRow(
  { text, line, decoded }: RawRecord,
  table: TableContext,
): { readonly row: TableRow | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const { file, head } = table;
  const { names } = head.columns;
  const { cells, isValid } = readRow(text, head.columns.delimiter);
  const at = { file, line } as const;
  const decoding = decoded?.diagnostics ?? [];
  if (!isValid || isShifted(cells, head) || holdsRows(cells, head)) {
    const row = damagedRow(text, line, table);
    const values = { isHeld: row !== undefined };
    const broken = { ...at, rule: 'table-row-damaged', severity: 'error', values } as const;
    return { row, diagnostics: [...decoding, broken] };
  }
  if (cells.every((cell) => cell.trim() === '')) return { row: undefined, diagnostics: decoding };
  const name = (cells[head.fileColumn] ?? '').trim();
  if (name === '') {
    const unnamed = { ...at, rule: 'table-row-unnamed', severity: 'warning', values: {} } as const;
    return { row: undefined, diagnostics: [...decoding, unnamed] };
  }
  const textField = names[head.fileColumn] ?? '';
  const fields = new Map(names.map((column, i) => [column, cells[i] ?? '']));
  fields.delete('');
  const { reading, settings, own } = table;
  const entries = recordEntries(fields, { textField, reading, settings, own, line, isTable: true });
  const { value, diagnostics } = readMetadata(entries.entries, file, table.order);
  const others = [...entries.unknown, ...entries.mapped].flatMap(([key, cell]) =>
    otherKeys(key, toYamlTree(cell), at),
  );
  const metadata = marksOfFolder(
    others.length === 0 ? value : { ...value, others },
    `${file}:${line}`,
  );
  const hasWrongValue = withOwnFields(metadata, own, file).diagnostics.length > 0;
  const row: TableRow = {
    ...{ line, names: [name], metadata, isDamaged: false },
    needsLine: metadata.publication !== undefined || hasWrongValue,
    unknown: entries.unknown.map(([key]) => key),
    diagnostics: [],
  };
  return { row, diagnostics: [...decoding, ...diagnostics] };
}
