import type { ArticleTerm } from './article.ts';
import type { PlainDate } from './date.ts';
import type { DownloadForm, ExportForm } from './download.ts';
import type { TermKind } from './term-kind.ts';

/** An article as a listing shows it. */
export interface Entry {
  readonly id: string;
  /** Place of the page under `dist/`. */
  readonly outputPath: string;
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
export interface PageLink {
  readonly name: string;
  readonly outputPath: string;
}

/** A term of an article, and where its text names it if the authority file found it there. */
export interface TermMention extends PageLink {
  readonly found: ArticleTerm['found'];
}

/** A file as which an article can be taken away. */
export interface Download {
  readonly form: DownloadForm;
  readonly outputPath: string;
}

/** A file of the whole archive. */
export interface Export {
  readonly form: ExportForm;
  readonly outputPath: string;
}

/** A term as an index of terms shows it. */
export interface TermLink extends Extent {
  readonly name: string;
  readonly outputPath: string;
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
  readonly outputPath: string;
  readonly largest: readonly TermLink[];
  /** How many terms the index has. */
  readonly total: number;
}

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

/** A page without what it shows: where it is, what it is called, what it says of itself to programs. */
export interface PageFrame {
  /** The name of its page kind. */
  readonly kind: string;
  /** Place under `dist/`, `/` between folders. */
  readonly outputPath: string;
  readonly title: string;
  readonly description: string;
  readonly head?: PageHead;
}
