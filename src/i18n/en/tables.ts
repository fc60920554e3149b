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
    message: `This row is about “${name}”, but there is no such text below the folder of the table.`,
    fix: 'Write the path from the folder of the table, with or without the ending of the file.',
  }),
  'table-row-ambiguous': ({ name }) => ({
    message: `This row may be about several files: “${name}”. Its metadata were not used; what it holds back is held back in all of them.`,
    fix: 'Write the name with its ending and in the letter case of the file.',
  }),
  'table-row-twice': ({ name }) => ({
    message: `Another row is about “${name}” too; the keys of the first row count.`,
    fix: 'Join the rows.',
  }),
  'table-row-unnamed': () => ({
    message: 'This row names no file.',
    fix: 'Fill the column with the name of the file, or remove the row.',
  }),
  'table-row-damaged': ({ isHeld }) => ({
    message: isHeld
      ? 'This row cannot be read. It may say that a text is not to be published, so the files that it may name were not published.'
      : 'This row cannot be read, so its metadata were not used.',
    fix: 'Put cells that hold the delimiter or a quotation mark in quotation marks, and double those within them.',
  }),
  'table-column': ({ column, nearest }) => ({
    message: `“${column}” is not a key that Warraq knows; its values are kept in the exports only.`,
    fix: `${nearest === '' ? '' : `Did you mean ${nearest}? `}Declare it in warraq.yaml under “fields”, or name it under “records.ignore”.`,
  }),
  'table-rows-more': ({ count }) => ({
    message: `${plural(count, 'more row of this table has', 'more rows of this table have')} such problems.`,
    fix: 'Fix those that are listed first.',
  }),
};
