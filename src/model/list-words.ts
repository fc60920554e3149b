/** Texts of lists of articles, their pages and parts; `{…}` is a placeholder. */
export interface ListWords {
  /** Links of the pager to the newest and the oldest page. */
  readonly newest: string;
  readonly oldest: string;
  /** Opens the numbers of other pages: «انتقل إلى صفحة». */
  readonly jump: string;
  /** Heading of the sources of a list. */
  readonly bySource: string;
  /** Opens the sources that are not shown at once: «بقية المصادر ({sources})». */
  readonly otherSources: string;
  /** Link to the index of sources. */
  readonly allSources: string;
  /** Stands for the source of articles without one. */
  readonly noSource: string;
  /** Title of the articles of one source in a list: «{list}: {source}». */
  readonly ofSource: string;
  /** Says on the page at the number of a list's newest page where its articles are. */
  readonly moved: string;
  /** Tells whoever makes an empty archive what to do; `{folder}` and `{command}` are code. */
  readonly emptyHelp: string;
}
