import type { Listing } from '../model/page.ts';
import { pathsOfArticle } from '../outputs/article-outputs.ts';
import { outputs } from '../outputs/outputs.ts';
import { anniversaryPage } from './kinds/anniversary.ts';
import { articlePage } from './kinds/article.ts';
import { articlesPage } from './kinds/articles.ts';
import { datesPage } from './kinds/dates.ts';
import { dayPage } from './kinds/day.ts';
import { gonePage } from './kinds/gone.ts';
import { hijriMonthPage } from './kinds/hijri-month.ts';
import { hijriYearPage } from './kinds/hijri-year.ts';
import { homePage } from './kinds/home.ts';
import { monthPage } from './kinds/month.ts';
import { movedPage } from './kinds/moved.ts';
import { notFoundPage } from './kinds/not-found.ts';
import { ownPageKind } from './kinds/own-page.ts';
import { searchPage } from './kinds/search.ts';
import { termPage } from './kinds/term.ts';
import { termsPage } from './kinds/terms.ts';
import { withheldPage } from './kinds/withheld.ts';
import { yearPage } from './kinds/year.ts';
import type { Collection, PageOf, SiteContext, Template } from './page-kind.ts';

/**
 * The page kinds, in the order in which their pages are published: targets of links before the pages
 * that link to them, the front page last.
 */
export const pageKinds = [
  articlePage,
  articlesPage,
  dayPage,
  termPage,
  ownPageKind,
  notFoundPage,
  withheldPage,
  movedPage,
  gonePage,
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

/** The name of a page kind and of its template's file. */
export type PageKind = AnyKind['kind'];

/** The data of each page kind's template: the contract between page kinds and templates. */
export type PageData = {
  readonly [K in AnyKind as K['kind']]: K extends { readonly template: Template<infer Data> }
    ? Data
    : never;
};

/** A page of the site. */
export type Page<K extends PageKind = PageKind> = { [P in K]: PageOf<P, PageData[P]> }[K];

/** The kind of which each article has one page. */
export const articleKind = articlePage;

type AnyListingKind = Extract<AnyKind, { readonly outputPath: unknown }>;
type AnyOverviewKind = Extract<AnyKind, { readonly of: 'archive' }>;

/** The kinds that list the articles of collections. */
export const listingKinds = pageKinds.filter(
  (kind): kind is AnyListingKind => 'outputPath' in kind,
);

/** The kinds that summarise the archive, in the order in which they are published. */
export const overviewKinds = pageKinds.filter(
  (kind): kind is AnyOverviewKind => kind.of === 'archive',
);

/** Names of the kinds whose template makes the whole document. */
const documentKinds = pageKinds.flatMap((kind): readonly string[] =>
  kind.of === 'address' && kind.isDocument ? [kind.kind] : [],
);

/** Tells whether the template of a kind makes the whole document. */
export const isWholeDocument = (kind: PageKind): boolean => documentKinds.includes(kind);

/** The kinds of pages at old addresses: of a moved article, and of a deleted one. */
export const addressKinds = { moved: movedPage, gone: gonePage } as const;

/** The name of a kind that lists the articles of collections. */
export type ListingKindName = AnyListingKind['kind'];

/** A listing kind, whatever collections it lists. */
export interface CollectionListing {
  readonly kind: ListingKindName;
  /** Returns the output path of a page, as in `ListingKind`. */
  outputPath(collection: Collection, number: number | undefined): string;
  /** Returns the output path of a collection's feed; absent or undefined where it has none. */
  feedPath?(collection: Collection): string | undefined;
  /** Returns one page of the listing of a collection. */
  page(
    collection: Collection,
    outputPath: string,
    listing: Listing,
    site: SiteContext,
  ): Page<ListingKindName>;
}

/**
 * Returns the kind that lists a collection.
 *
 * @throws RangeError where no kind lists it.
 */
export function listingKindOf(collection: Collection): CollectionListing {
  const listingKind = listingKinds.find((kind) => kind.of === collection.of);
  if (listingKind === undefined) throw new RangeError(`no page kind lists ${collection.of}`);
  return listingKind;
}

/** Patterns of reserved paths. Those of outputs count as the front page's. */
const reservations: readonly { readonly kind: PageKind; readonly reserves?: RegExp }[] = [
  ...listingKinds,
  ...overviewKinds,
  ...outputs.map(({ reserves }) => ({ kind: homePage.kind, reserves })),
];

/** All patterns of reserved paths in one, which tells of nearly every path that it is not reserved. */
const reserved = new RegExp(
  reservations
    .flatMap(({ reserves }) => (reserves === undefined ? [] : `(?:${reserves.source})`))
    .join('|'),
);

/**
 * Returns the page kind for which an output path is reserved, in any letter case; undefined where an
 * article may take the path. A folder named like a reserved path is reserved too. Paths of outputs that
 * are no pages count as the front page's.
 */
export function reservedBy(outputPath: string): PageKind | undefined {
  // An article's text is published beside its page: `robots.html` would also write `robots.txt`.
  for (const path of pathsOfArticle(outputPath)) {
    const kind = reservingKind(path);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** Tells whether an output path, without others that an article would need beside it, is reserved. */
export const isReservedPath = (outputPath: string): boolean =>
  reservingKind(outputPath) !== undefined;

/** Tells whether a path in lower case, or a folder of it, is reserved. */
function isAnyReserved(path: string): boolean {
  for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) {
    if (reserved.test(path.slice(0, end))) return true;
  }
  return reserved.test(path);
}

function reservingKind(outputPath: string): PageKind | undefined {
  const path = outputPath.toLowerCase();
  if (!isAnyReserved(path)) return undefined;
  const names = path.split('/');
  const prefixes = names.map((_, i) => names.slice(0, i + 1).join('/'));
  return reservations.find(({ reserves }) => prefixes.some((prefix) => reserves?.test(prefix)))
    ?.kind;
}
