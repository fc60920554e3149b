import type { Listing } from '../model/page.ts';
import { outputs } from '../outputs/outputs.ts';
import type { ArticleSet, PageOf, SiteContext, Template } from './define-page.ts';
import { anniversaryPage } from './kinds/anniversary.ts';
import { articlePage } from './kinds/article.ts';
import { articlesPage } from './kinds/articles.ts';
import { datesPage } from './kinds/dates.ts';
import { dayPage } from './kinds/day.ts';
import { hijriMonthPage } from './kinds/hijri-month.ts';
import { hijriYearPage } from './kinds/hijri-year.ts';
import { homePage } from './kinds/home.ts';
import { monthPage } from './kinds/month.ts';
import { notFoundPage } from './kinds/not-found.ts';
import { searchPage } from './kinds/search.ts';
import { termPage } from './kinds/term.ts';
import { termsPage } from './kinds/terms.ts';
import { yearPage } from './kinds/year.ts';

/**
 * The page kinds, in the order in which their pages are published: those that are linked to before
 * those that link to them, the front page last.
 */
export const pageKinds = [
  articlePage,
  articlesPage,
  dayPage,
  termPage,
  notFoundPage,
  hijriMonthPage,
  hijriYearPage,
  anniversaryPage,
  monthPage,
  yearPage,
  datesPage,
  termsPage,
  searchPage,
  homePage,
] as const;

type AnyKind = (typeof pageKinds)[number];

/** The name of a page kind; its template is the file of the same name. */
export type PageKind = AnyKind['kind'];

/** What the template of each page kind shows: the contract between page kinds and templates. */
export type PageData = {
  readonly [K in AnyKind as K['kind']]: K extends { readonly template: Template<infer Data> }
    ? Data
    : never;
};

/** A page of the site. */
export type Page<K extends PageKind = PageKind> = { [P in K]: PageOf<P, PageData[P]> }[K];

/** The kind of which every article has one page. */
export const articleKind = articlePage;

type AnyListing = Extract<AnyKind, { readonly place: unknown }>;
type AnyOverview = Extract<AnyKind, { readonly of: 'archive' }>;

/** The kinds that list articles. */
export const listingKinds = pageKinds.filter((kind): kind is AnyListing => 'place' in kind);

/** The kinds that sum the archive up, in the order in which they are published. */
export const overviewKinds = pageKinds.filter((kind): kind is AnyOverview => kind.of === 'archive');

/** The name of a kind that lists articles. */
export type ListingKindName = AnyListing['kind'];

/** A kind that lists sets of articles, whichever they are. */
export interface SetListing {
  readonly kind: ListingKindName;
  /** Where a page is written, as in `ListingKind`. */
  place(set: ArticleSet, number: number | undefined): string;
  /** Where the feed of a set is written, where its sets have feeds. */
  feed?(set: ArticleSet): string;
  /** One page of the listing of `set`. */
  page(
    set: ArticleSet,
    outputPath: string,
    listing: Listing,
    site: SiteContext,
  ): Page<ListingKindName>;
}

/**
 * Returns the kind that lists a set of articles.
 *
 * @throws RangeError where no kind does.
 */
export function listingKindOf(set: ArticleSet): SetListing {
  const found = listingKinds.find((kind) => kind.of === set.of);
  if (found === undefined) throw new RangeError(`no page kind lists ${set.of}`);
  return found;
}
const reserving: readonly { readonly kind: PageKind; readonly reserves?: RegExp }[] = [
  ...listingKinds,
  ...overviewKinds,
  ...outputs.map(({ reserves }) => ({ kind: homePage.kind, reserves })),
];

/**
 * Returns the kind of page that a place under `dist/` is kept for, if it is not free for articles, in
 * any letter case. No folder may have the name of such a page either; the front page stands for what
 * is published beside pages.
 */
export function reservedBy(outputPath: string): PageKind | undefined {
  // An article's text is published beside its page: `robots.html` would bring a `robots.txt`.
  return reservedPlace(outputPath) ?? reservedPlace(outputPath.replace(/\.html$/i, '.txt'));
}

function reservedPlace(outputPath: string): PageKind | undefined {
  const names = outputPath.toLowerCase().split('/');
  const places = names.map((_, i) => names.slice(0, i + 1).join('/'));
  return reserving.find(({ reserves }) => places.some((place) => reserves?.test(place)))?.kind;
}
