/** Letters of a file that are not part of its text, and pictures that it names and does not hold. */
export interface UnseenParts {
  /** Hidden text. */
  readonly hidden: number;
  /** Deleted text of tracked changes. */
  readonly deleted: number;
  /** Tables of contents. */
  readonly contents: number;
  /** Headers and footers. */
  readonly margins: number;
  readonly comments: number;
  readonly missingPictures: number;
}

/** What a file of an office program holds, as HTML. */
export interface OfficeHtml {
  /**
   * HTML of the document's body: `h1.title` for its title, `hr.page` for page breaks, footnotes as a list of items with
   * the ids `footnote-1`, … and links to them.
   */
  readonly html: string;
  /** Its pictures by the addresses that the HTML has. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Names of elements that could not be read, such as charts. */
  readonly leftOut: readonly string[];
  readonly hasMacros: boolean;
  /** Letters that are not part of the text, by where they stand, and pictures that the file does not hold. */
  readonly unseen: UnseenParts;
}
