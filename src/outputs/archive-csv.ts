import { csvCell } from '../model/csv-cell.ts';
import type { FieldSetting } from '../model/field.ts';
import type { ArchiveExport } from './archive-export.ts';
import {
  type ArticleRecord,
  type RecordCorrection,
  type RecordPicture,
  type RecordValue,
  recordColumns,
} from './article-record.ts';
import { exportedFields } from './own-record.ts';

/** An item of a list; of a correction, its day and its text; of a picture, its address. */
const itemText = (item: string | number | RecordCorrection | RecordPicture): string =>
  typeof item !== 'object'
    ? String(item)
    : 'src' in item
      ? item.src
      : [item.date, item.text].filter((part) => part !== undefined).join(': ');

/** Returns a value as a CSV field; the items of a list are separated by semicolons. */
function cell(value: RecordValue | undefined): string {
  if (value === undefined) return '';
  return csvCell(typeof value === 'string' ? value : value.map(itemText).join('; '));
}

/** The column of the keys that are neither ours nor declared, as one JSON object. */
const othersColumn = 'others';

/** Returns the columns of a site's table. */
export const csvColumns = (fields: readonly FieldSetting[]): readonly string[] => [
  ...recordColumns,
  ...exportedFields(fields).map(({ name }) => name),
  othersColumn,
];

/**
 * Returns a record as a CSV row.
 *
 * @param fields the fields that the site declares
 */
export function csvRow(record: ArticleRecord, fields: readonly FieldSetting[] = []): string {
  const { fields: values = {}, others } = record.own ?? {};
  const cells = [
    ...recordColumns.map((key) => cell(record[key])),
    ...exportedFields(fields).map(({ name }) => {
      const value = values[name];
      // A number is no formula.
      return typeof value === 'number' ? String(value) : cell(value);
    }),
    cell(others === undefined ? undefined : JSON.stringify(others)),
  ];
  return `${cells.join(',')}\r\n`;
}

/** The header row, with a byte order mark, by which spreadsheets recognise UTF-8. */
export const csvHeader = (fields: readonly FieldSetting[] = []): string =>
  `\uFEFF${csvColumns(fields).join(',')}\r\n`;

/** All articles as CSV. */
export const csvExport: ArchiveExport<'csv'> = { form: 'csv', head: csvHeader, record: csvRow };
