import type { FieldType } from './field.ts';

/** Rules of the fields of a site's own and of tables of metadata, with the values of their messages. */
export interface MetadataRuleValues {
  /** A value that is not of the type of a declared field. */
  'field-value': { readonly key: string; readonly type: FieldType; readonly value: string };
}
