import { nothingEmbedded } from '../html/embedded-nodes.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import { maxQuoted } from '../model/limits.ts';
import { isHolding } from '../model/publication.ts';
import type { ColumnDates, Columns, RawRecord } from '../model/record.ts';
import { isListKey } from '../sources/metadata-schema.ts';
import { readPublicationEntry } from '../sources/publication.ts';
import { publicationKey } from '../sources/publication-keys.ts';
import type { RecordBatch } from '../sources/records/batches.ts';
import { columnDate } from '../sources/records/column-dates.ts';
import { type ColumnKey, columnKey } from '../sources/records/columns.ts';
import { publicationEntry } from '../sources/records/publication-fields.ts';
import { readRow } from '../sources/records/table.ts';
import { tableHeader } from '../sources/records/table-dates.ts';
import { type HtmlBody, htmlBody, htmlLine } from './html-body.ts';
import { filledMetadata, type ImportedArticle, type ImportResult } from './imported-article.ts';
import { embeddedReport } from './left-out-report.ts';
import { oldAliases } from './old-aliases.ts';
import { readDates } from './read-date.ts';

/** Separators of the names in one cell. */
const listSeparators = /[;؛|\n،,]/;

/** HTML tags that do not occur in prose by chance. */
const hasTags = /<(?:p|br|div|span|h[1-6]|ul|ol|li|blockquote|strong|em|b|i|a|img|table)\b[^<>]*>/i;

/** The header of a table, and what each column holds. */
interface HeaderRow {
  readonly columns: Columns;
  readonly keys: readonly (ColumnKey | undefined)[];
}

/** Reads the articles of a table, one batch of rows at a time. */
export interface RowReader {
  push(batch: RecordBatch): Generator<ImportResult>;
}

const isText = (key: ColumnKey): key is 'text' => key === 'text';

function cellsOf(row: readonly string[], { keys }: HeaderRow): ReadonlyMap<ColumnKey, string> {
  const cells = new Map<ColumnKey, string>();
  keys.forEach((key, i) => {
    const cell = (row[i] ?? '').trim();
    // Of several columns for one key, the first that is filled.
    if (key !== undefined && cell !== '' && !cells.has(key)) cells.set(key, cell);
  });
  return cells;
}

function bodyOf(text: string, base: string | undefined): HtmlBody {
  if (hasTags.test(text)) return htmlBody(text, { base, lineEnds: 'paragraphs' });
  return {
    body: text === '' ? '' : `${text}\n`,
    format: 'text',
    isReduced: false,
    embedded: nothingEmbedded,
  };
}

/** Tells whether a column about publication holds the row back, on any day: `draft`, `status`, `embargo`. */
function isHeld(row: readonly string[], { columns: { names } }: HeaderRow): boolean {
  return names.some((name, i) => {
    // Joomla writes 0 for what is not published, -2 for what is in the bin.
    if (/^state$/i.test(name)) return /^\s*(?:0|-\d)\s*$/.test(row[i] ?? '');
    if (publicationKey(name) === undefined) return false;
    const entry = publicationEntry(name, row[i] ?? '', 1);
    const mark = entry && readPublicationEntry(name, entry.value, entry.line);
    // A day of publication is a date; a column of days has the key `date`.
    const isDay = mark?.name === 'published' || mark?.name === 'publishDate';
    return mark !== undefined && (isDay ? mark.verdict === 'held' : isHolding(mark));
  });
}

/**
 * Reads the header of a table.
 *
 * @param file path for diagnostics
 * @returns the header; undefined, with an error, where no column holds a text
 */
function readHeader(columns: Columns, file: string): Outcome<HeaderRow | undefined> {
  const keys = columns.names.map(columnKey);
  const at = { file, line: 1 } as const;
  if (!keys.includes('text')) {
    const values = { columns: columns.names.join(', ').slice(0, 300) };
    const diagnostic = { ...at, rule: 'import-no-text-column', severity: 'error', values } as const;
    return { value: undefined, diagnostics: [diagnostic] };
  }
  const unknown = columns.names.filter(
    (name, i) => name !== '' && keys[i] === undefined && publicationKey(name) === undefined,
  );
  const diagnostics = unknown.map((column): Diagnostic => {
    const values = { column: column.slice(0, maxQuoted) };
    return { ...at, rule: 'import-unknown-column', severity: 'warning', values };
  });
  return { value: { columns, keys }, diagnostics };
}

/** The context of a table's rows. */
interface TableContext {
  readonly file: string;
  /** What the numbers in its dates mean. */
  readonly dates: ColumnDates;
  readonly header: HeaderRow;
}

type RowMetadata = Partial<Record<Exclude<ColumnKey, 'text'>, string | readonly string[]>>;

/** Returns the metadata in the cells of a row, with warnings about unreadable dates. */
function metadataOf(
  cells: ReadonlyMap<ColumnKey, string>,
  line: number,
  { file, dates }: TableContext,
): Outcome<RowMetadata> {
  const diagnostics: Diagnostic[] = [];
  const at = { severity: 'warning', file, line } as const;
  const metadata: RowMetadata = {};
  for (const [key, cell] of cells) {
    if (isText(key) || key === 'id') continue;
    if (key === 'date') {
      const known = columnDate(cell, dates);
      const read = known === undefined ? readDates(cell) : { date: known };
      if (read === undefined) {
        diagnostics.push({ ...at, rule: 'import-date', values: { value: cell.slice(0, 100) } });
      }
      if (read?.date !== undefined) metadata.date = read.date;
      if (read?.hijri !== undefined) metadata.hijri ??= read.hijri;
    } else if (isListKey(key)) {
      metadata[key] = cell
        .split(listSeparators)
        .map((name) => name.trim())
        .filter((name) => name !== '');
    } else metadata[key] = hasTags.test(cell) ? htmlLine(cell) : cell;
  }
  return { value: metadata, diagnostics };
}

function articleOf(
  row: readonly string[],
  { ordinal, line }: RawRecord,
  table: TableContext,
): ImportResult {
  if (isHeld(row, table.header)) return { excluded: 'draft', diagnostics: [] };
  const cells = cellsOf(row, table.header);
  const url = cells.get('url');
  const { isReduced, embedded, ...body } = bodyOf(cells.get('text') ?? '', url);
  if (body.body === '') return { excluded: 'empty', diagnostics: [] };
  const { value: metadata, diagnostics } = metadataOf(cells, line, table);
  const id = cells.get('id');
  const title = cells.get('title') ?? '';
  // Two tables may use the same row numbers, so a number alone is not a key.
  const derivedKey = `${id ?? cells.get('date') ?? ''}\n${title}`;
  const article: ImportedArticle = {
    key: url ?? (derivedKey === '\n' ? `${table.file}#${ordinal}` : derivedKey),
    url,
    names: id === undefined ? [] : [id],
    metadata: filledMetadata({ aliases: oldAliases(url), ...metadata }),
    ...body,
  };
  const at = { rule: 'html-reduced', severity: 'warning', file: table.file, line } as const;
  const reduced = isReduced ? [{ ...at, values: {} }] : [];
  const media = embeddedReport(embedded, table.file, line);
  return { article, line, diagnostics: [...diagnostics, ...reduced, ...media] };
}

function readText(record: RawRecord, table: TableContext): ImportResult {
  const { file, header } = table;
  const { cells, isValid } = readRow(record.text, header.columns.delimiter);
  const at = { severity: 'error', file, line: record.line } as const;
  if (!isValid) return { diagnostics: [{ ...at, rule: 'csv-quote', values: {} }] };
  if (cells.slice(header.keys.length).some((cell) => cell.trim() !== '')) {
    const values = { cells: cells.length, columns: header.keys.length };
    return { diagnostics: [{ ...at, rule: 'csv-columns', values }] };
  }
  if (cells.every((cell) => cell.trim() === '')) return { diagnostics: [] };
  return articleOf(cells, record, table);
}

/**
 * Returns a reader of a table's articles. Columns are recognised by their names in Arabic or English;
 * their values become metadata, and HTML is converted to text.
 *
 * @param file path for diagnostics
 * @param dates what the numbers in the table's dates mean
 */
export function rowArticles(file: string, dates: ColumnDates = {}): RowReader {
  let table: TableContext | undefined;
  let isAbandoned = false;
  return {
    *push({ records, columns, diagnostics }) {
      if (diagnostics.length > 0) yield { diagnostics };
      for (const record of records) {
        if (isAbandoned) return;
        if (table === undefined) {
          const start = tableHeader(columns, record);
          const { value: header, diagnostics: found } = readHeader(start.columns, file);
          yield { diagnostics: found };
          isAbandoned = header === undefined;
          if (header === undefined) continue;
          table = { file, dates, header };
          if (start.isRecord) continue;
        }
        const result = readText(record, table);
        const decoding = record.decoded?.diagnostics ?? [];
        yield { ...result, diagnostics: [...decoding, ...result.diagnostics] };
      }
    },
  };
}
