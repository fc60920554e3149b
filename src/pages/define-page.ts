import type { Archive, PlacedArticle } from '../model/archive.ts';
import type { CalendarKey } from '../model/calendar.ts';
import type { Config } from '../model/config.ts';
import type { Messages } from '../model/messages.ts';
import type { Listing, Page, PageKind } from '../model/page.ts';
import type { TermKind } from '../model/term-kind.ts';

/** What every page kind knows of the site. */
export interface SiteContext {
  readonly config: Config;
  readonly messages: Messages;
}

/** What a kind that sums the archive up plans from. */
export interface Planning extends SiteContext {
  readonly archive: Archive;
  /** The directory of the search index, where the archive has one. */
  readonly directory: string | undefined;
}

/** Places that are a kind's own: no article may be written there. */
interface Reserving {
  readonly reserves?: RegExp;
}

/** A kind with few pages, each of which may show anything of the archive: planned at every build. */
export interface OverviewKind<K extends PageKind> extends Reserving {
  readonly kind: K;
  readonly of: 'archive';
  /** Yields the pages one at a time; nothing holds them all. */
  pages(planning: Planning): Iterable<Page<K>>;
}

/** A set of articles that has a listing. */
export type ArticleSet =
  | { readonly of: 'all' }
  | { readonly of: 'date'; readonly date: CalendarKey }
  | { readonly of: 'term'; readonly term: TermKind; readonly slug: string; readonly name: string };

/** A kind that lists the articles of a set, fifty a page; its pages are planned where the set changed. */
export interface ListingKind<K extends PageKind, S extends ArticleSet = ArticleSet>
  extends Reserving {
  readonly kind: K;
  readonly of: S['of'];
  /**
   * Where a page is written: `undefined` is the page of the newest articles; others go by their
   * number from the oldest.
   */
  place(set: S, number: number | undefined): string;
  /** Where the feed of a set is written, where its sets have feeds. */
  feed?(set: S): string;
  /** One page of the listing of `set`. */
  page(set: S, url: string, listing: Listing, site: SiteContext): Page<K>;
}

/** The kind of which every article has one page. */
export interface ArticleKind<K extends PageKind> extends Reserving {
  readonly kind: K;
  readonly of: 'article';
  page(placed: PlacedArticle, site: SiteContext): Page<K>;
}
