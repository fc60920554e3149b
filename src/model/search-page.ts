import type { TermKind } from './term-kind.ts';

/** Terms of one kind that results of a search can be narrowed to, those with most articles first. */
export interface SearchFacet {
  readonly kind: TermKind;
  readonly terms: readonly {
    readonly slug: string;
    readonly name: string;
    readonly articles: number;
  }[];
}

/** What the page that searches shows. */
export interface SearchPage {
  /** The directory of the search index, for the script. */
  readonly directory: string;
  /** Whether any article is dated. */
  readonly isDated: boolean;
  /** What results can be narrowed to. */
  readonly facets: readonly SearchFacet[];
  /** Ways into the archive without a script. */
  readonly indexes: readonly { readonly kind: TermKind; readonly url: string }[];
  readonly dateIndex: string | undefined;
}
