import type { PageKind } from '../model/page.ts';
import type { ArticleSet, ListingKind, OverviewKind } from './define-page.ts';
import { anniversary } from './kinds/anniversary.ts';
import { article } from './kinds/article.ts';
import { articles } from './kinds/articles.ts';
import { dates } from './kinds/dates.ts';
import { day } from './kinds/day.ts';
import { hijriMonth } from './kinds/hijri-month.ts';
import { hijriYear } from './kinds/hijri-year.ts';
import { home } from './kinds/home.ts';
import { month } from './kinds/month.ts';
import { notFound } from './kinds/not-found.ts';
import { search } from './kinds/search.ts';
import { term } from './kinds/term.ts';
import { terms } from './kinds/terms.ts';
import { year } from './kinds/year.ts';

/** The kind of which every article has one page. */
export const articleKind = article;

/** The kinds that list articles. */
export const listingKinds = [articles, day, term] as const;

/** The name of a kind that lists articles. */
export type ListingKindName = (typeof listingKinds)[number]['kind'];

type AnyOverview = { readonly [K in PageKind]: OverviewKind<K> }[PageKind];

/**
 * The kinds that sum the archive up, in the order in which they are published: those that are linked
 * to before those that link to them, the front page last.
 */
export const overviewKinds: readonly AnyOverview[] = [
  notFound,
  hijriMonth,
  hijriYear,
  anniversary,
  month,
  year,
  dates,
  terms,
  search,
  home,
];

/** Returns the kind that lists a set of articles. */
export function listingKindOf(set: ArticleSet): ListingKind<ListingKindName> {
  switch (set.of) {
    case 'all':
      return articles;
    case 'date':
      return day;
    case 'term':
      return term;
  }
}

const reserving: readonly { readonly kind: PageKind; readonly reserves?: RegExp }[] = [
  ...listingKinds,
  ...overviewKinds,
];

/**
 * Returns the kind of page that a place under `dist/` is kept for, if it is not free for articles, in
 * any letter case. No folder may have the name of such a page either; the front page stands for what
 * is published beside pages.
 */
export function reservedBy(url: string): PageKind | undefined {
  // An article's text is published beside its page: `robots.html` would bring a `robots.txt`.
  return reservedPlace(url) ?? reservedPlace(url.replace(/\.html$/i, '.txt'));
}

function reservedPlace(url: string): PageKind | undefined {
  const names = url.toLowerCase().split('/');
  const places = names.map((_, i) => names.slice(0, i + 1).join('/'));
  return reserving.find(({ reserves }) => places.some((place) => reserves?.test(place)))?.kind;
}
