import type { TermKind } from './term-kind.ts';

/** Terms of one kind that filter search results, those with most articles first. */
export interface SearchFacet {
  readonly kind: TermKind;
  readonly terms: readonly {
    readonly slug: string;
    readonly name: string;
    readonly articles: number;
  }[];
}

/** The data of the search page. */
export interface SearchPage {
  /** The index manifest, for the script. */
  readonly directory: string;
  /** Whether any article is dated. */
  readonly isDated: boolean;
  /** Filters of the results. */
  readonly facets: readonly SearchFacet[];
  /** Indexes of terms, which work without a script. */
  readonly indexes: readonly { readonly kind: TermKind; readonly outputPath: string }[];
  /** Output path of the index of dates. */
  readonly dateIndex: string | undefined;
}
