import type { Article } from './article.ts';
import type { CalendarKey } from './calendar.ts';
import type { DownloadForm, PackedOriginal } from './download.ts';
import type { Entry, Extent, Term } from './page.ts';
import type { Destination } from './reference.ts';
import type { HeadingOrigin } from './structure.ts';
import type { TermKind } from './term-kind.ts';
import type { WithheldAddress } from './withdrawal.ts';

/** A date by its parts. */
export interface ArchiveDate {
  /** 0 where there is no date. */
  readonly year: number;
  /** 0 where only the year is known. */
  readonly month: number;
  /** 0 where only the month is known. */
  readonly day: number;
}

/** What has changed in the archive since the site was last published. */
export interface ArchiveChanges {
  /** The dates of the articles that were added, removed or have another entry. */
  readonly dates: readonly ArchiveDate[];
  /** Whether an article was added, removed or put into other collections, so that numbers and names may be others. */
  readonly moved: boolean;
}

/** The number of articles of one date. */
export interface DateCount extends ArchiveDate {
  readonly articles: number;
}

/** A related article, with the rare words that both share, as the other article spells them. */
export interface RelatedArticle {
  readonly entry: Entry;
  readonly words: readonly string[];
  /** Articles with nearly the same text as this one, which are not listed again; newest first. */
  readonly also: readonly Entry[];
}

/** An article with its neighbours in the timeline and its related articles. */
export interface ArticleContext {
  readonly article: Article;
  readonly newer: Entry | undefined;
  readonly older: Entry | undefined;
  /** The neighbours among the articles of its source. */
  readonly newerOfSource: Entry | undefined;
  readonly olderOfSource: Entry | undefined;
  readonly related: readonly RelatedArticle[];
  /** Articles with nearly the same text, as other newspapers printed it; newest first. */
  readonly alsoPublished: readonly Entry[];
  /** Where the references of the article lead, in their order; empty where it has none. */
  readonly destinations: readonly Destination[];
  /** Reads the bytes received; undefined where they are not kept for download. Throws as reading an article does. */
  readonly original: (() => Uint8Array) | undefined;
  /** Forms in which an earlier build published the article, and which stay though the settings do not ask for them. */
  readonly keptForms?: readonly DownloadForm[];
  /** Where the original is, in a site with packs of originals; undefined where it is in none. */
  readonly packed?: PackedOriginal | undefined;
}

/** Queries on the whole archive, for page kinds that summarise it. */
export interface Archive {
  extent(): Extent;
  /** The newest articles, newest first. */
  latest(count: number): readonly Entry[];
  /** Every date with articles, newest first; undated articles come last. */
  dates(): Iterable<DateCount>;
  /**
   * Returns at most `count` articles of one date, by source and page. Where there are more, those that open each
   * source come before others, so that no source takes all places.
   */
  leading(date: CalendarKey, count: number): readonly Entry[];
  /** Returns a function that tells on which day an article's page was last changed; undefined where no article says so. */
  modified(): ((outputPath: string) => string | undefined) | undefined;
  /** All terms of a kind, sorted by slug, not alphabetically. */
  terms(kind: TermKind): Iterable<Term>;
  /** The addresses of withdrawn articles, and published ones that would show a withheld name. */
  withheld(): Iterable<WithheldAddress>;
}

/** The number of articles, and of sections by origin. */
export interface ArchiveCounts {
  readonly articles: number;
  readonly sections: number;
  readonly recovered: number;
  readonly marked: number;
  readonly editor: number;
}

/** A heading in the build's report. */
export interface ReportedHeading {
  readonly file: string;
  readonly heading: string;
  readonly origin: HeadingOrigin;
  readonly confidence: number;
  /** False for a suggestion, which is not shown on the page. */
  readonly shown: boolean;
}
