/**
 * A link of a Markdown text that may lead to another article. The stored article keeps the reference and not
 * its destination, which may move, appear and disappear.
 */
export interface Reference {
  /** How it is written: `[x](other.md)`, `[[other]]`, or with `http:` or `https:`. */
  readonly kind: 'path' | 'name' | 'url';
  /** The address as written. A path and a URL are percent-encoded. */
  readonly href: string;
  /** Line of the seed on which it first stands, where that is known. */
  readonly line?: number;
}

/** Where a reference stands in the Markdown source, for the download of that source. */
export interface ReferenceSpan {
  /** Index of the reference among those of the article. */
  readonly reference: number;
  /** Offsets of the whole link in the source. */
  readonly start: number;
  readonly end: number;
  /** Source of the text that the link shows. */
  readonly label: string;
}

/** Where a reference leads: to a page, to the address as written, or to nothing, so that only its text is shown. */
export type Destination =
  | { readonly outputPath: string; readonly fragment: string }
  | 'as-written'
  | 'nothing';
