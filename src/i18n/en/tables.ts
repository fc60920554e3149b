import type { CliMessages } from '../cli-messages.ts';
import { plural } from './words.ts';

/** The rules of tables of metadata. */
type TableRules = Pick<
  CliMessages['rules'],
  | 'table-row-unmatched'
  | 'table-row-ambiguous'
  | 'table-row-twice'
  | 'table-row-unnamed'
  | 'table-row-damaged'
  | 'table-column'
  | 'table-rows-more'
>;

/** Diagnostics of tables of metadata, in English. */
export const englishTableRules: TableRules = {
  'table-row-unmatched': ({ name }) => ({
    message: `This row is about “${name}”, but there is no text of that name in or below the folder of the table.`,
    fix: 'Write the path from the folder of the table, with or without the file extension.',
  }),
  'table-row-ambiguous': ({ name }) => ({
    message: `This row may be about several files: “${name}”. Its metadata were not used; if it holds an article back, all of them are held back.`,
    fix: 'Write the name with its extension, in the same letter case as the file.',
  }),
  'table-row-twice': ({ name }) => ({
    message: `The table has another row for “${name}”; where both have a key, the first row was used.`,
    fix: 'Merge the two rows into one.',
  }),
  'table-row-unnamed': () => ({
    message: 'This row names no file.',
    fix: 'Write the name of the file in its column, or remove the row.',
  }),
  'table-row-damaged': ({ isHeld }) => ({
    message: isHeld
      ? 'This row cannot be read. It may say that a text must not be published, so the files that it may name were not published.'
      : 'This row cannot be read, so its metadata were not used.',
    fix: 'Put cells that hold the delimiter or a quotation mark in quotation marks, and double those within them.',
  }),
  'table-column': ({ column, nearest }) => ({
    message: `“${column}” is not a key that Warraq knows; its values are kept in the exports only.`,
    fix: `${nearest === '' ? '' : `Did you mean “${nearest}”? `}Declare it in warraq.yaml under “fields”, or name it under “records.ignore”.`,
  }),
  'table-rows-more': ({ count }) => ({
    message: `${plural(count, 'more row of this table has', 'more rows of this table have')} problems of this kind.`,
    fix: 'Fix the listed rows first.',
  }),
};
