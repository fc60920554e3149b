import type { Export } from './page.ts';
import type { TermKind } from './term-kind.ts';

/** Terms of one kind that filter search results, those with most articles first. */
export interface SearchFacet {
  readonly kind: TermKind;
  /** Number of all terms of the kind; `terms` may be fewer. */
  readonly total: number;
  readonly terms: readonly {
    readonly slug: string;
    readonly name: string;
    readonly articles: number;
  }[];
}

/**
 * The dated articles of the archive by year and month, oldest first: the year, then the number of its
 * articles of unknown month, of January, of February, …, without zeros at the end.
 */
export type SearchPeriods = readonly (readonly [year: number, ...articles: number[]])[];

/** The data of the search page. */
export interface SearchPage {
  /** The index manifest, for the script. */
  readonly directory: string;
  /** First and last date of the archive, as far as they are known: `2015-07-21`, `2015`; undefined where no article is dated. */
  readonly span: readonly [first: string, last: string] | undefined;
  readonly periods: SearchPeriods;
  /** Filters of the results. */
  readonly facets: readonly SearchFacet[];
  /** Indexes of terms, which work without a script. */
  readonly indexes: readonly { readonly kind: TermKind; readonly outputPath: string }[];
  /** Output path of the index of dates. */
  readonly dateIndex: string | undefined;
  /** The exports of the archive, of which the script takes the results. */
  readonly exports: readonly Export[];
}
