import type { Entry, PageLink } from './page.ts';

/** The nearest years or months with articles before and after one. */
export interface CalendarNeighbours {
  readonly earlier: PageLink | undefined;
  readonly later: PageLink | undefined;
}

/** Some articles of a day or a month, with a link to all of them. */
export interface TitleGroup extends PageLink {
  /** Number of all articles. */
  readonly articles: number;
  readonly entries: readonly Entry[];
}
