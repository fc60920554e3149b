import { parsePrintedHijri } from '../calendar/printed-hijri.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Columns, RawRecord } from '../model/record.ts';
import { isListKey } from '../sources/metadata-schema.ts';
import type { RecordBatch } from '../sources/records/batches.ts';
import { readRow } from '../sources/records/table.ts';
import { type ColumnKey, columnKey } from './columns.ts';
import { type DateOrder, openTable } from './date-order.ts';
import { filledMetadata, type ImportedArticle, type ImportResult } from './found.ts';
import { htmlBody, htmlLine } from './html-body.ts';
import { readDate } from './read-date.ts';

/** Separators of the names in one cell. */
const listSigns = /\s*[;؛|\n،,]\s*/;

/** HTML tags that do not occur in prose by chance. */
const hasTags = /<(?:p|br|div|span|h[1-6]|ul|ol|li|blockquote|strong|em|b|i|a|img|table)\b[^<>]*>/i;

interface Heading {
  readonly columns: Columns;
  readonly keys: readonly (ColumnKey | undefined)[];
}

/** Reads the articles of a table, one batch of rows at a time. */
export interface RowReader {
  push(batch: RecordBatch): Generator<ImportResult>;
}

const isText = (key: ColumnKey): key is 'text' => key === 'text';

function cellsOf(row: readonly string[], { keys }: Heading): ReadonlyMap<ColumnKey, string> {
  const cells = new Map<ColumnKey, string>();
  keys.forEach((key, i) => {
    const cell = (row[i] ?? '').trim();
    // Of several columns for one key, the first that is filled.
    if (key !== undefined && cell !== '' && !cells.has(key)) cells.set(key, cell);
  });
  return cells;
}

/** Earliest plausible year of a Gregorian date; Hijri years reach it in 2174. */
const firstYear = 1600;

/** Tells whether a cell holds a Hijri date: 1445-06-23, «23 جمادى الآخرة 1445». */
function isHijri(cell: string, date: string | undefined): boolean {
  const year = date === undefined ? parsePrintedHijri(cell)?.year : Number(date.slice(0, 4));
  return year !== undefined && year < firstYear;
}

function bodyOf(text: string, base: string | undefined): Pick<ImportedArticle, 'body' | 'format'> {
  if (hasTags.test(text)) return htmlBody(text, { base, lineEnds: 'paragraphs' });
  return { body: text === '' ? '' : `${text}\n`, format: 'text' };
}

/**
 * Returns a reader of a table's articles. Columns are recognised by their names in Arabic or English;
 * their values become metadata, and HTML is converted to text.
 *
 * @param file path for diagnostics
 * @param order the order of numbers in the table's dates
 */
export function rowArticles(file: string, order?: DateOrder): RowReader {
  let heading: Heading | undefined;
  let isGivenUp = false;

  /** Reads the header; undefined where no column holds a text. */
  function* open(columns: Columns): Generator<ImportResult, Heading | undefined> {
    const keys = columns.names.map(columnKey);
    const at = { file, line: 1 } as const;
    if (!keys.includes('text')) {
      isGivenUp = true;
      const values = { columns: columns.names.join(', ').slice(0, 300) };
      const rule = 'import-no-text-column';
      yield { diagnostics: [{ ...at, rule, severity: 'error', values }] };
      return undefined;
    }
    const unknown = columns.names.filter((name, i) => name !== '' && keys[i] === undefined);
    yield {
      diagnostics: unknown.map((column): Diagnostic => {
        const values = { column };
        return { ...at, rule: 'import-unknown-column', severity: 'warning', values };
      }),
    };
    return { columns, keys };
  }

  function readCells(
    row: readonly string[],
    { ordinal, line }: RawRecord,
    of: Heading,
  ): ImportResult {
    const diagnostics: Diagnostic[] = [];
    const at = { severity: 'warning', file, line } as const;
    const cells = cellsOf(row, of);
    const url = cells.get('url');
    const body = bodyOf(cells.get('text') ?? '', url);
    if (body.body === '') return { leftOut: 'empty', diagnostics };
    const metadata: Partial<Record<Exclude<ColumnKey, 'text'>, string | readonly string[]>> = {};
    for (const [key, cell] of cells) {
      if (isText(key) || key === 'id') continue;
      if (key === 'date') {
        const date = readDate(cell, order);
        if (isHijri(cell, date)) metadata.hijri ??= cell;
        else if (date === undefined) {
          diagnostics.push({ ...at, rule: 'import-date', values: { value: cell.slice(0, 100) } });
        } else metadata.date = date;
      } else if (isListKey(key)) {
        metadata[key] = cell.split(listSigns).filter((name) => name !== '');
      } else metadata[key] = hasTags.test(cell) ? htmlLine(cell) : cell;
    }
    const id = cells.get('id');
    const title = cells.get('title') ?? '';
    // Two tables may number their rows alike, so that a number alone is no key.
    const named = `${id ?? cells.get('date') ?? ''}\n${title}`;
    const article: ImportedArticle = {
      key: url ?? (named === '\n' ? `${file}#${ordinal}` : named),
      address: url,
      names: id === undefined ? [] : [id],
      metadata: filledMetadata(metadata),
      ...body,
    };
    return { article, line, diagnostics };
  }

  function readOne(record: RawRecord, of: Heading): ImportResult {
    const found = readSound(record, of);
    const decoded = record.decoded?.diagnostics ?? [];
    return { ...found, diagnostics: [...decoded, ...found.diagnostics] };
  }

  function readSound(record: RawRecord, of: Heading): ImportResult {
    const { cells, sound } = readRow(record.text, of.columns.delimiter);
    const at = { severity: 'error', file, line: record.line } as const;
    if (!sound) return { diagnostics: [{ ...at, rule: 'csv-quote', values: {} }] };
    if (cells.slice(of.keys.length).some((cell) => cell.trim() !== '')) {
      const values = { cells: cells.length, columns: of.keys.length };
      return { diagnostics: [{ ...at, rule: 'csv-columns', values }] };
    }
    if (cells.every((cell) => cell.trim() === '')) return { diagnostics: [] };
    return readCells(cells, record, of);
  }

  return {
    *push({ records, columns, diagnostics }) {
      if (diagnostics.length > 0) yield { diagnostics };
      for (const record of records) {
        if (isGivenUp) return;
        if (heading === undefined) {
          const opening = openTable(columns, record);
          heading = yield* open(opening.columns);
          if (opening.isRecord || heading === undefined) continue;
        }
        yield readOne(record, heading);
      }
    },
  };
}
