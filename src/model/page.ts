import type { Article } from './article.ts';
import type { PlainDate } from './date.ts';

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

/** How much the archive holds. */
export interface Extent {
  readonly articles: number;
  /** Years of the earliest and latest dated article; absent where none is dated. */
  readonly years?: readonly [first: number, last: number];
}

/** One page of a listing of articles. */
export interface Listing {
  readonly entries: readonly Entry[];
  /** Number of this page; 1 holds the newest. */
  readonly page: number;
  readonly pages: number;
  readonly newer: string | undefined;
  readonly older: string | undefined;
}

/** What each page kind shows: the contract between page kinds and templates. */
export interface PageData {
  readonly home: {
    readonly extent: Extent;
    readonly latest: readonly Entry[];
    readonly all: string;
  };
  readonly article: {
    readonly article: Article;
    readonly newer: Entry | undefined;
    readonly older: Entry | undefined;
  };
  readonly articles: { readonly extent: Extent; readonly listing: Listing };
  readonly 'not-found': Record<never, never>;
}

/** The name of a page kind; its template is the file of the same name. */
export type PageKind = keyof PageData;

/** A page that exists: where it is, what it is called, what it shows. */
export interface Page<K extends PageKind = PageKind> {
  readonly kind: K;
  /** Place under `dist/`, `/` between folders. */
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly data: PageData[K];
}
