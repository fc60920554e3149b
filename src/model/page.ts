import type { RelatedArticle } from './archive.ts';
import type { Article, ArticleTerm } from './article.ts';
import type { Authority } from './authority.ts';
import type { CalendarEntry, CalendarKey, HeatPart, HijriDay, MonthDay } from './calendar.ts';
import type { Citation, CitationFile } from './citation.ts';
import type { PlainDate } from './date.ts';
import type { DownloadForm, ExportForm } from './download.ts';
import type { SearchPage } from './search-page.ts';
import type { TermKind } from './term-kind.ts';

/** An article as a listing shows it. */
export interface Entry {
  readonly id: string;
  /** Place of the page under `dist/`. */
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly date: PlainDate | undefined;
  readonly source: string | undefined;
  readonly readingMinutes: number;
  /** Language of the text where it is stated. */
  readonly language: string | undefined;
}

/** How much the archive, or a part of it, holds. */
export interface Extent {
  readonly articles: number;
  /** Years of the earliest and latest dated article; absent where none is dated. */
  readonly years?: readonly [first: number, last: number];
}

/** A source, an author, a subject, …: what articles have in common. */
export interface Term extends Extent {
  readonly kind: TermKind;
  /** What its page is named by; names that differ only in signs and vowel marks share one. */
  readonly slug: string;
  /** The name as most articles write it. */
  readonly name: string;
}

/** One page of a listing of articles, newest first. */
export interface Listing {
  readonly entries: readonly Entry[];
  /** Number of this page, counted from the oldest, so that a new article changes none. */
  readonly number: number;
  /** What the whole listing holds: on the page of the newest articles only, for the same reason. */
  readonly extent: Extent | undefined;
  readonly newer: string | undefined;
  readonly older: string | undefined;
}

/** A link to another page of the archive. */
export interface PlaceLink {
  readonly name: string;
  readonly url: string;
}

/** A term of an article, and where its text names it if the authority file found it there. */
export interface TermMention extends PlaceLink {
  readonly found: ArticleTerm['found'];
}

/** A file as which an article can be taken away. */
export interface Download {
  readonly form: DownloadForm;
  readonly url: string;
}

/** A file of the whole archive. */
export interface Export {
  readonly form: ExportForm;
  readonly url: string;
}

/** A term as an index of terms shows it. */
export interface TermLink extends Extent {
  readonly name: string;
  readonly url: string;
}

/** One page of the index of all sources, of all authors, … in the order of the alphabet. */
export interface TermIndex {
  readonly kind: TermKind;
  readonly terms: readonly TermLink[];
  /** 1 opens the alphabet. */
  readonly page: number;
  readonly pages: number;
  /** How many terms there are in all. */
  readonly total: number;
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** An index of terms, and those of its terms with most articles. */
export interface TermOverview {
  readonly kind: TermKind;
  readonly url: string;
  readonly largest: readonly TermLink[];
  /** How many terms the index has. */
  readonly total: number;
}

/** What each page kind shows: the contract between page kinds and templates. */
export interface PageData {
  readonly home: {
    readonly extent: Extent;
    readonly latest: readonly Entry[];
    readonly all: string;
    /** Years with articles, oldest first. */
    readonly years: readonly CalendarEntry[];
    /** Months of the year with articles, where these are of more than one year. */
    readonly anniversaries: readonly { readonly month: number; readonly url: string }[];
    /** Files of the whole archive, and the list of all files. */
    readonly exports: readonly Export[];
    readonly manifest: string;
    /** The indexes of terms that exist, each with the terms that have most articles. */
    readonly indexes: readonly TermOverview[];
    /** Absent where no article is dated. */
    readonly dateIndex: string | undefined;
  };
  readonly article: {
    readonly article: Article;
    readonly newer: Entry | undefined;
    readonly older: Entry | undefined;
    /** The same among the articles of its source; absent where they are the same articles. */
    readonly newerOfSource: Entry | undefined;
    readonly olderOfSource: Entry | undefined;
    /** Articles that share rare words with it, and which words. */
    readonly related: readonly RelatedArticle[];
    /** The page of all articles of its date. */
    readonly date: string | undefined;
    readonly source: PlaceLink | undefined;
    readonly authors: readonly PlaceLink[];
    readonly section: PlaceLink | undefined;
    readonly subjects: readonly TermMention[];
    readonly people: readonly TermMention[];
    readonly places: readonly TermMention[];
    readonly citation: Citation;
    readonly citationFiles: readonly CitationFile[];
    readonly downloads: readonly Download[];
  };
  /** All articles. */
  readonly articles: { readonly listing: Listing };
  /** The articles of one date, or of none. */
  readonly day: {
    readonly date: CalendarKey;
    readonly listing: Listing;
    /** The page of its month, or year, where it is known. */
    readonly up: string | undefined;
  };
  readonly month: {
    readonly year: number;
    readonly month: number;
    /** Its days in weeks of seven places; outside of the month they are empty. */
    readonly weeks: readonly (readonly (MonthDay | undefined)[])[];
    /** The articles of the month whose day is not known. */
    readonly unknown: CalendarEntry | undefined;
    readonly extent: Extent;
    readonly up: string;
  };
  readonly year: {
    readonly year: number;
    /** All twelve. */
    readonly months: readonly HeatPart[];
    /** The articles of which only the year is known. */
    readonly unknown: CalendarEntry | undefined;
    readonly extent: Extent;
    readonly up: string;
  };
  /** Years with articles, oldest first, and where the undated ones are. */
  readonly dates: {
    readonly years: readonly CalendarEntry[];
    readonly undated: CalendarEntry | undefined;
    /** The index of the years of the Hijri calendar. */
    readonly hijri: string | undefined;
  };
  readonly 'hijri-month': {
    readonly title: string;
    /** Its days in weeks of seven places; outside of the month they are empty. */
    readonly weeks: readonly (readonly (HijriDay | undefined)[])[];
    /** Whether its days are reckoned by rule, not taken from the Umm al-Qura tables. */
    readonly approximate: boolean;
    readonly extent: Extent;
    readonly up: PlaceLink;
  };
  /** The months of a Hijri year; without `up` the index of these years. */
  readonly 'hijri-year': {
    readonly title: string;
    readonly parts: readonly HeatPart[];
    readonly extent: Extent | undefined;
    readonly up: PlaceLink | undefined;
  };
  /** A month's days through the years. */
  readonly anniversary: {
    readonly title: string;
    readonly month: number;
    readonly days: readonly { readonly name: string; readonly years: readonly CalendarEntry[] }[];
    readonly months: readonly { readonly month: number; readonly url: string }[];
  };
  readonly term: {
    readonly term: Pick<Term, 'kind' | 'slug' | 'name'>;
    readonly listing: Listing;
    readonly up: string;
    /** What the authority file says of it. */
    readonly authority: Authority | undefined;
    /** Its feed, where there is one. */
    readonly feed: string | undefined;
  };
  readonly terms: TermIndex;
  readonly search: SearchPage;
  readonly 'not-found': Record<never, never>;
}

/** The name of a page kind; its template is the file of the same name. */
export type PageKind = keyof PageData;

/** What a program reads in a page's head: one piece of metadata. */
export interface MetaTag {
  /** A name of HTML (`DC.title`, `citation_author`), or a property of Open Graph (`og:title`). */
  readonly name: string;
  readonly content: string;
}

/** What a page says of itself to programs. */
export interface PageHead {
  readonly tags: readonly MetaTag[];
  /** A description in JSON-LD; absent where the page's address is not known. */
  readonly linkedData: string | undefined;
  /** Place of the page's own feed, where it has one. */
  readonly feed?: string | undefined;
}

/** A page that exists: where it is, what it is called, what it shows. */
export interface Page<K extends PageKind = PageKind> {
  readonly kind: K;
  /** Place under `dist/`, `/` between folders. */
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly head?: PageHead;
  readonly data: PageData[K];
}
