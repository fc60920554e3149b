import type { Archive, ArchiveChanges, ArticleContext } from '../model/archive.ts';
import type { CalendarKey } from '../model/calendar.ts';
import type { Config } from '../model/config.ts';
import type { Messages } from '../model/messages.ts';
import type { Listing, PageFrame } from '../model/page.ts';
import type { Redirect } from '../model/redirect.ts';
import type { Site } from '../model/site.ts';
import type { TermKind } from '../model/term-kind.ts';
import type { Html } from '../render/html.ts';

/** The settings and interface texts of a site, given to every page kind. */
export interface SiteContext {
  readonly config: Config;
  readonly messages: Messages;
}

/** Input of a kind that summarises the archive. */
export interface PlanningContext extends SiteContext {
  readonly archive: Archive;
  /** What has changed since the site was last published; undefined where all pages are to be made. */
  readonly changes?: ArchiveChanges | undefined;
  /** The manifest of the search index, as JSON; undefined without an index. */
  readonly indexManifest: string | undefined;
}

/** A template: a function from the data of a page and the site to HTML. */
export type Template<Data> = (data: Data, site: Site) => Html;

/** A page of the kind `K`, with the data of its template. */
export interface PageOf<K extends string, Data> extends PageFrame {
  readonly kind: K;
  /** May be a getter, so that the data of pages that stay as they are is not read. */
  readonly data: Data;
  /** Whether the published page is known to be the same. */
  readonly isUnchanged?: boolean;
}

/** Members of all page kinds. A site replaces the template with a file named like the kind. */
interface BaseKind<K extends string, Data> {
  readonly kind: K;
  readonly template: Template<Data>;
  /** Matches output paths and folders, in lower case, that no article may take. */
  readonly reserves?: RegExp;
}

/** A kind with few pages that may depend on the whole archive: planned in every build. */
export interface OverviewKind<K extends string, Data> extends BaseKind<K, Data> {
  readonly of: 'archive';
  /** Set for pages that search engines must not list: they are in no sitemap. */
  readonly unlisted?: true;
  /** Yields the pages one at a time, to bound memory. */
  pages(context: PlanningContext): Iterable<PageOf<K, Data>>;
}

/** A kind of pages at old addresses of articles; they are no pages of the archive's, and nothing lists them. */
export interface AddressKind<K extends string, Data> extends BaseKind<K, Data> {
  readonly of: 'address';
  /** Whether the template makes the whole document, in place of the frame around other pages. */
  readonly isDocument: boolean;
  page(redirect: Redirect, site: SiteContext): PageOf<K, Data>;
}

/** A source whose articles in a collection have a listing of their own; those without a source have one too. */
export interface CollectionSource {
  /** Empty for articles without a source. */
  readonly slug: string;
  /** Undefined for articles without a source. */
  readonly name: string | undefined;
}

/** An ordered, paginated set of articles; with `source` only those of one source. */
export type Collection =
  | { readonly of: 'all' }
  | { readonly of: 'date'; readonly date: CalendarKey; readonly source?: CollectionSource }
  | {
      readonly of: 'term';
      readonly term: TermKind;
      readonly slug: string;
      readonly name: string;
      readonly source?: CollectionSource;
    };

/** A kind that lists the articles of collections in pages; planned where a collection changed. */
export interface ListingKind<K extends string, Data, C extends Collection = Collection>
  extends BaseKind<K, Data> {
  readonly of: C['of'];
  /**
   * Returns the output path of a page.
   *
   * @param number counted from the oldest page; undefined for the page of the newest articles
   */
  outputPath(collection: C, number: number | undefined): string;
  /** Returns the output path of a collection's feed; absent or undefined where it has none. */
  feedPath?(collection: C): string | undefined;
  /** Returns one page of the listing of a collection. */
  page(collection: C, outputPath: string, listing: Listing, site: SiteContext): PageOf<K, Data>;
}

/** The kind of which each article has one page. */
export interface ArticleKind<K extends string, Data> extends BaseKind<K, Data> {
  readonly of: 'article';
  page(context: ArticleContext, site: SiteContext): PageOf<K, Data>;
}
