import type { Columns, RecordSettings } from '../../model/record.ts';
import { plainName } from '../key-names.ts';
import { privacyKey } from '../privacy-metadata.ts';
import { publicationKey } from '../publication-keys.ts';
import { columnKey } from '../records/columns.ts';

/** Names of the column that names the file of a row, as `plainName` writes them. */
const fileNames: ReadonlySet<string> = new Set(
  ['file', 'filename', 'الملف', 'اسم الملف', 'ملف'].map(plainName),
);

/** Tells whether a file is named as a table of metadata, in any letter case. */
export const isNamedTable = (name: string): boolean => /^metadata\.(?:csv|tsv)$/i.test(name);

/** Tells whether a file may be a table of metadata. */
export const mayBeTable = (name: string): boolean => /\.(?:csv|tsv)$/i.test(name);

/** The header of a table of metadata. */
export interface TableHead {
  readonly columns: Columns;
  /** Index of the column that names the file. */
  readonly fileColumn: number;
  /** Whether a column is about publication or privacy, so that a row may hold its file back. */
  readonly withholds: boolean;
}

/**
 * Returns the header of a table of metadata: one with a column for the file. A table with texts of its own is one of
 * records, unless it is named as one of metadata.
 *
 * @param name the name of the file
 */
export function tableHead(
  columns: Columns,
  name: string,
  { fields }: Pick<RecordSettings, 'fields'>,
): TableHead | undefined {
  const { names } = columns;
  const fileColumn = names.findIndex((column) => fileNames.has(plainName(column)));
  if (fileColumn === -1) return undefined;
  const hasTexts = names.some((column) => columnKey(column) === 'text' || column === fields.text);
  if (hasTexts && !isNamedTable(name)) return undefined;
  const withholds = names.some(
    (column) => publicationKey(column) !== undefined || privacyKey(column) !== undefined,
  );
  return { columns, fileColumn, withholds };
}

/**
 * Returns the path of the seed that a cell names, relative to the seeds folder; undefined where it names none below
 * the table's folder.
 *
 * @param folder path of the table's folder, with a slash at its end; empty for the seeds folder
 */
export function namedPath(cell: string, folder: string): string | undefined {
  const parts: string[] = [];
  for (const part of cell.normalize('NFC').trim().replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else parts.push(part);
  }
  return parts.length === 0 ? undefined : folder + parts.join('/');
}
