import type { Article } from './article.ts';
import type { Entry, Extent } from './page.ts';
import type { Origin } from './structure.ts';

/** An article between the two that stand beside it by date. */
export interface PlacedArticle {
  readonly article: Article;
  readonly newer: Entry | undefined;
  readonly older: Entry | undefined;
}

/** What page kinds may ask; the newest article comes first, undated ones last. */
export interface Archive {
  extent(): Extent;
  /** All articles as listings show them, one at a time. */
  entries(): Iterable<Entry>;
  /** All articles, one at a time. */
  articles(): Iterable<PlacedArticle>;
}

/** A heading as the build's report shows it. */
export interface ReportedHeading {
  readonly file: string;
  readonly heading: string;
  readonly origin: Origin;
  readonly confidence: number;
  /** False for a suggestion that stayed out of the page. */
  readonly shown: boolean;
}
