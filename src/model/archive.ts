import type { Article } from './article.ts';
import type { Entry, Extent, Term } from './page.ts';
import type { Origin } from './structure.ts';
import type { TermKind } from './term-kind.ts';

/** How many articles have one date. */
export interface DateCount {
  /** 0 where there is no date. */
  readonly year: number;
  /** 0 where only the year is known. */
  readonly month: number;
  /** 0 where only the month is known. */
  readonly day: number;
  readonly articles: number;
}

/** An article that shares rare words with another, and these words as the other writes them. */
export interface RelatedArticle {
  readonly entry: Entry;
  readonly words: readonly string[];
}

/** An article with those that stand beside it in the order of time. */
export interface PlacedArticle {
  readonly article: Article;
  readonly newer: Entry | undefined;
  readonly older: Entry | undefined;
  /** The same among the articles of its source. */
  readonly newerOfSource: Entry | undefined;
  readonly olderOfSource: Entry | undefined;
  readonly related: readonly RelatedArticle[];
  /** The bytes from which it was read, where they are kept. */
  readonly original: Uint8Array | undefined;
}

/** What page kinds that sum the archive up may ask of it. */
export interface Archive {
  extent(): Extent;
  /** The newest articles, newest first. */
  latest(count: number): readonly Entry[];
  /** Every date with articles, newest first; the undated come last. */
  dates(): Iterable<DateCount>;
  /** All terms of a kind, in no particular order of the alphabet: by slug. */
  terms(kind: TermKind): Iterable<Term>;
}

/** How many articles there are, and how many sections of each origin they show. */
export interface ArchiveCounts {
  readonly articles: number;
  readonly sections: number;
  readonly recovered: number;
  readonly marked: number;
  readonly editor: number;
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
