import type { CountedNoun } from './counted-noun.ts';

/** Texts of the search page. */
export interface SearchWords {
  readonly title: string;
  readonly description: string;
  /** Label of the field. */
  readonly label: string;
  readonly button: string;
  /** Explains phrases and exclusions. */
  readonly hint: string;
  readonly filters: string;
  readonly exact: string;
  readonly from: string;
  readonly to: string;
  readonly sort: string;
  readonly sorts: { readonly best: string; readonly newest: string; readonly oldest: string };
  /** The choice without a filter. */
  readonly any: string;
  readonly results: CountedNoun;
  readonly alsoSearched: string;
  readonly passedOver: string;
  readonly missing: string;
  readonly near: string;
  readonly none: string;
  readonly noneHelp: string;
  readonly years: string;
  readonly allYears: string;
  readonly searching: string;
  /** A part of the index is missing or damaged. */
  readonly failed: string;
  readonly reload: string;
  readonly noScript: string;
  readonly pages: string;
  /** Link from a term to the search within its articles. */
  readonly within: string;
}
