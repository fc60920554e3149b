/** Texts of the frame around every page. */
export interface FrameWords {
  /** Label of the menu under the name of the archive. */
  readonly sections: string;
  /** Name of the index of dates in the menu: one word. */
  readonly dates: string;
  /** Shown in the empty search field of the masthead: one word. */
  readonly search: string;
  /** Label of the links at the end of every page. */
  readonly ways: string;
  /** Precedes the feeds of the archive. */
  readonly feeds: string;
  /** Precedes the files of the whole archive. */
  readonly exports: string;
}
