import type { ArticleTerm } from './article.ts';
import type { TermCharts } from './chart.ts';
import type { PlainDate } from './date.ts';
import type { DownloadForm, ExportForm } from './download.ts';
import type { ListingPages, PartOf, SourceParts } from './listing-pages.ts';
import type { ShownPicture } from './picture.ts';
import type { HeldState } from './publication.ts';
import type { TermKind } from './term-kind.ts';

/** A field of the site's own on the page of an article. */
export interface OwnFieldFact {
  /** Its name in the settings. */
  readonly field: string;
  readonly label: string;
  readonly values: readonly {
    readonly name: string;
    /** Set where the value is a date. */
    readonly date?: PlainDate;
    /** Output path of the articles with this value, where the field is counted. */
    readonly outputPath?: string;
  }[];
}

/** The first picture of an article, for lists and feeds. */
export interface EntryPicture
  extends Pick<ShownPicture, 'outputPath' | 'mediaType' | 'width' | 'height' | 'bytes' | 'alt'> {
  /** A smaller copy, where there is one. */
  readonly thumbnail?: string;
}

/** An article as a listing shows it. */
export interface Entry {
  readonly id: string;
  readonly outputPath: string;
  readonly title: string;
  readonly description: string;
  readonly date: PlainDate | undefined;
  readonly source: string | undefined;
  /** Page of its newspaper on which it starts, where the metadata states one with a number. */
  readonly page?: number;
  readonly readingMinutes: number;
  /** Language of the text, where the metadata states it. */
  readonly language: string | undefined;
  /** The state in which the article is held back; only in a site that shows such articles. */
  readonly held?: HeldState | undefined;
  /** Last day on which the article was changed or corrected. */
  readonly updated?: PlainDate;
  readonly picture?: EntryPicture;
}

/** The extent of the archive or of a collection: articles and years. */
export interface Extent {
  readonly articles: number;
  /** Years of the earliest and latest dated article; absent where none is dated. */
  readonly years?: readonly [first: number, last: number];
}

/** A term with its extent. */
export interface Term extends Extent {
  readonly kind: TermKind;
  /** Names the term's page; names that differ only in punctuation and vowel marks share one. */
  readonly slug: string;
  /** The most frequent name in articles. */
  readonly name: string;
}

/** One page of a listing of articles, newest first. */
export interface Listing {
  readonly entries: readonly Entry[];
  /** Number of the page, counted from the oldest, so that a new article changes no other page. */
  readonly number: number;
  /** Extent of the whole listing: only on the page of the newest articles, for the same reason. */
  readonly extent: Extent | undefined;
  readonly newer: string | undefined;
  readonly older: string | undefined;
  /** The articles of a term by year or month: only on the page of the newest articles. */
  readonly charts?: TermCharts | undefined;
  /** The ways to its other pages; absent where it has one page. */
  readonly pages?: ListingPages;
  /** Its articles by source, where it is large and of several: only on the newest page. */
  readonly sources?: SourceParts;
  /** Output path of its feed; absent where it has none. */
  readonly feed?: string;
  /** Set where it shows only the articles of one source in a collection. */
  readonly part?: PartOf;
}

/** A link to another page of the archive. */
export interface PageLink {
  readonly name: string;
  readonly outputPath: string;
}

/** A link to a term of an article, with its mentions in the text, if the authority file found any. */
export interface TermMention extends PageLink {
  readonly found: ArticleTerm['found'];
}

/** A download of an article. */
export interface Download {
  readonly form: DownloadForm;
  readonly outputPath: string;
}

/** An export of the whole archive. */
export interface Export {
  readonly form: ExportForm;
  readonly outputPath: string;
}

/** A term in an index of terms. */
export interface TermLink extends Extent {
  readonly name: string;
  readonly outputPath: string;
}

/** A letter of an index: an Arabic letter, a Latin capital, `0` for digits, the empty string for all others. */
export interface IndexLetter {
  readonly letter: string;
  /** Output path of the page on which its names begin. */
  readonly outputPath: string;
}

/** The terms of one page of an index under one letter. */
export interface LetterGroup {
  readonly letter: string;
  readonly terms: readonly TermLink[];
}

/** One page of the index of all sources, of all authors, …, in the order of the alphabet or of their numbers. */
export interface TermIndex {
  readonly kind: TermKind;
  readonly order: 'name' | 'count';
  readonly terms: readonly TermLink[];
  /** The same terms by letter; empty in the order of numbers, and where the terms are few. */
  readonly groups: readonly LetterGroup[];
  /** All letters of the index; empty where the terms are few. */
  readonly letters: readonly IndexLetter[];
  /** First page in the other order; undefined for an index of one term. */
  readonly otherOrder: string | undefined;
  /** Number of the page; 1 has the first letters, or the largest numbers. */
  readonly page: number;
  readonly pages: number;
  /** Number of terms on all pages. */
  readonly total: number;
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** An index of terms with its largest terms. */
export interface TermOverview {
  readonly kind: TermKind;
  readonly outputPath: string;
  readonly largest: readonly TermLink[];
  /** Number of terms in the index. */
  readonly total: number;
}

/** A `<meta>` element of a page. */
export interface MetaTag {
  /** An HTML name (`DC.title`, `citation_author`) or an Open Graph property (`og:title`). */
  readonly name: string;
  readonly content: string;
  /** An Open Graph property of the same value. */
  readonly property?: string | undefined;
}

/** Machine-readable metadata of a page. */
export interface PageHead {
  readonly tags: readonly MetaTag[];
  /** JSON-LD; undefined where the page's URL is unknown. */
  readonly linkedData: string | undefined;
  /** Output path of the page's feed, where it has one. */
  readonly feed?: string | undefined;
}

/** A page without its content: output path, title, description, head. */
export interface PageFrame {
  /** Name of the page kind. */
  readonly kind: string;
  readonly outputPath: string;
  readonly title: string;
  readonly description: string;
  readonly head?: PageHead;
  /** The pages above this one, without the front page, uppermost first. */
  readonly trail?: readonly PageLink[];
}
