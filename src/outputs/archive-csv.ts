import type { ArchiveExport } from './archive-export.ts';
import { type ArticleRecord, recordColumns } from './article-record.ts';

/**
 * How a formula begins. Spreadsheets pass over blanks before it, and where letters are wide they take
 * the wide signs as well.
 */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u;

/**
 * A cell of a table (RFC 4180). A text that a spreadsheet would take for a formula begins with an
 * apostrophe, so that nothing in it is reckoned out when it is opened.
 */
function cell(value: string | readonly string[] | undefined): string {
  const text = value === undefined ? '' : typeof value === 'string' ? value : value.join('; ');
  const safe = /^[\t\r\n]/.test(text) || formula.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Returns a record as a row of the table. */
export const recordRow = (record: ArticleRecord): string =>
  `${recordColumns.map((key) => cell(record[key])).join(',')}\r\n`;

/** The first row; the mark of byte order tells spreadsheets that the letters are UTF-8. */
export const tableHead = `\uFEFF${recordColumns.join(',')}\r\n`;

/** All articles as a table of comma-separated values. */
export const csvExport: ArchiveExport<'csv'> = { form: 'csv', head: tableHead, record: recordRow };
