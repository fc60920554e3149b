import type { ArchiveExport } from './archive-export.ts';
import {
  type ArticleRecord,
  type RecordCorrection,
  type RecordPicture,
  type RecordValue,
  recordColumns,
} from './article-record.ts';

/**
 * Start of a spreadsheet formula. Spreadsheets ignore white space before it, and some accept the
 * full-width forms of the signs.
 */
const formulaStart = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u;

/** An item of a list; of a correction, its day and its text; of a picture, its address. */
const itemText = (item: string | RecordCorrection | RecordPicture): string =>
  typeof item === 'string'
    ? item
    : 'src' in item
      ? item.src
      : [item.date, item.text].filter((part) => part !== undefined).join(': ');

/**
 * A CSV field (RFC 4180). A text that a spreadsheet would evaluate as a formula gets an apostrophe in
 * front, which prevents formula injection.
 */
function cell(value: RecordValue | undefined): string {
  const text =
    value === undefined ? '' : typeof value === 'string' ? value : value.map(itemText).join('; ');
  const safe = /^[\t\r\n]/.test(text) || formulaStart.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Returns a record as a CSV row. */
export const csvRow = (record: ArticleRecord): string =>
  `${recordColumns.map((key) => cell(record[key])).join(',')}\r\n`;

/** The header row, with a byte order mark, by which spreadsheets recognise UTF-8. */
export const csvHeader = `\uFEFF${recordColumns.join(',')}\r\n`;

/** All articles as CSV. */
export const csvExport: ArchiveExport<'csv'> = { form: 'csv', head: csvHeader, record: csvRow };
