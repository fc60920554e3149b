import type { Archive, ArticleContext } from '../model/archive.ts';
import type { CalendarKey } from '../model/calendar.ts';
import type { Config } from '../model/config.ts';
import type { Messages } from '../model/messages.ts';
import type { Listing, PageFrame } from '../model/page.ts';
import type { Site } from '../model/site.ts';
import type { TermKind } from '../model/term-kind.ts';
import type { Html } from '../render/html.ts';

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

/** A template: HTML that reads like HTML, from what the page shows and the site around it. */
export type Template<Data> = (data: Data, site: Site) => Html;

/** A page that exists, of the kind `K`, with what its template shows. */
export interface PageOf<K extends string, Data> extends PageFrame {
  readonly kind: K;
  readonly data: Data;
}

/** What all page kinds state; the name of a kind is also that of the template file that replaces its template. */
interface KindOf<K extends string, Data> {
  readonly kind: K;
  readonly template: Template<Data>;
  /** Places that are the kind's own: no article may be written there. */
  readonly reserves?: RegExp;
}

/** A kind with few pages, each of which may show anything of the archive: planned at every build. */
export interface OverviewKind<K extends string, Data> extends KindOf<K, Data> {
  readonly of: 'archive';
  /** Yields the pages one at a time; nothing holds them all. */
  pages(planning: Planning): Iterable<PageOf<K, Data>>;
}

/** A set of articles that has a listing. */
export type ArticleSet =
  | { readonly of: 'all' }
  | { readonly of: 'date'; readonly date: CalendarKey }
  | { readonly of: 'term'; readonly term: TermKind; readonly slug: string; readonly name: string };

/** A kind that lists the articles of a set, fifty a page; its pages are planned where the set changed. */
export interface ListingKind<K extends string, Data, S extends ArticleSet = ArticleSet>
  extends KindOf<K, Data> {
  readonly of: S['of'];
  /**
   * Where a page is written: `undefined` is the page of the newest articles; others go by their
   * number from the oldest.
   */
  place(set: S, number: number | undefined): string;
  /** Where the feed of a set is written, where its sets have feeds. */
  feed?(set: S): string;
  /** One page of the listing of `set`. */
  page(set: S, outputPath: string, listing: Listing, site: SiteContext): PageOf<K, Data>;
}

/** The kind of which every article has one page. */
export interface ArticleKind<K extends string, Data> extends KindOf<K, Data> {
  readonly of: 'article';
  page(placed: ArticleContext, site: SiteContext): PageOf<K, Data>;
}
