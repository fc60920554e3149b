import type { FieldType } from './field.ts';

/** Rules of the fields of a site's own and of tables of metadata, with the values of their messages. */
export interface MetadataRuleValues {
  /** A value that is not of the type of a declared field. */
  'field-value': { readonly key: string; readonly type: FieldType; readonly value: string };
  /** A row names a file that is not there. */
  'table-row-unmatched': { readonly name: string };
  /** A row may name several files. */
  'table-row-ambiguous': { readonly name: string };
  /** A second row names a file. */
  'table-row-twice': { readonly name: string };
  'table-row-unnamed': Record<never, never>;
  /** A row cannot be read; `isHeld` says whether the files that it may name are held back. */
  'table-row-damaged': { readonly isHeld: boolean };
  /** A column of a table that is no key. */
  'table-column': { readonly column: string; readonly nearest: string };
  /** Rows with problems beyond those that are listed. */
  'table-rows-more': { readonly count: number };
}
