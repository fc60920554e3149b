/** A page of a listing by its number, counted from the oldest. */
export interface NumberedPage {
  readonly number: number;
  readonly outputPath: string;
}

/** How the pages of a listing of several pages lead to each other. */
export interface ListingPages {
  /** Number of pages: only on the newest, since it changes with the listing. */
  readonly total: number | undefined;
  /** Output path of the newest page; undefined on that page. */
  readonly newest: string | undefined;
  /** Output path of page 1, the oldest; undefined on that page. */
  readonly oldest: string | undefined;
  /** Older pages by number, in descending order; no newer ones, since these change with the listing. */
  readonly older: readonly NumberedPage[];
}

/** The articles of one source in a collection. */
export interface SourcePart {
  /** Name of the source; undefined for articles without one. */
  readonly name: string | undefined;
  readonly articles: number;
  /** Output path of their listing. */
  readonly outputPath: string;
}

/** The articles of a collection by source, those with most articles first. */
export interface SourceParts {
  readonly parts: readonly SourcePart[];
  /** Output path of the index of sources, where it has more than are given here. */
  readonly index: string | undefined;
}

/** The collection of whose articles a listing shows only those of one source. */
export interface PartOf {
  /** Name of the source; undefined for articles without one. */
  readonly source: string | undefined;
  /** Output path of the listing of the whole collection. */
  readonly whole: string;
}
