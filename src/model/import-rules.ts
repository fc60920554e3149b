/** Rules of imports from any archive, with the values of their messages. */
export interface ImportRuleValues {
  'import-not-a-file': { readonly kind: string };
  'import-too-many': { readonly limit: number };
  'import-doctype': Record<never, never>;
  'import-malformed': { readonly reason: string };
  'import-cut-short': Record<never, never>;
  'import-abandoned': { readonly limit: number };
  'import-item-too-large': { readonly limit: number };
  'import-controls': { readonly count: number };
  'import-replaced': Record<never, never>;
  'import-date': { readonly value: string };
  'import-duplicate': { readonly key: string };
  'import-too-long': { readonly key: string };
  'import-no-text-column': { readonly columns: string };
  'import-unknown-column': { readonly column: string };
  'import-edited': Record<never, never>;
  'import-deleted': Record<never, never>;
  'import-taken': Record<never, never>;
}
