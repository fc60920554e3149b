import { anniversary } from '../../templates/anniversary.ts';
import { article } from '../../templates/article.ts';
import { articles } from '../../templates/articles.ts';
import { dates } from '../../templates/dates.ts';
import { day } from '../../templates/day.ts';
import { hijriMonth } from '../../templates/hijri-month.ts';
import { hijriYear } from '../../templates/hijri-year.ts';
import { home } from '../../templates/home.ts';
import { layout } from '../../templates/layout.ts';
import { month } from '../../templates/month.ts';
import { notFound } from '../../templates/not-found.ts';
import { search } from '../../templates/search.ts';
import { term } from '../../templates/term.ts';
import { terms } from '../../templates/terms.ts';
import { year } from '../../templates/year.ts';
import type { Page, PageData, PageKind } from '../model/page.ts';
import type { Site } from '../model/site.ts';
import type { Html } from '../render/html.ts';

/** A template: HTML that reads like HTML, from what the page shows and the site around it. */
export type Template<Data> = (data: Data, site: Site) => Html;

/** One template for each page kind. */
export type PageTemplates = { readonly [K in PageKind]: Template<PageData[K]> };

/** The templates of a site. */
export interface Templates {
  /** The frame around every page. */
  readonly layout: (page: Page, content: Html, site: Site) => Html;
  readonly pages: PageTemplates;
}

/** The templates that a site has unless it brings its own. */
export const builtInTemplates: Templates = {
  layout,
  pages: {
    anniversary,
    article,
    articles,
    dates,
    day,
    'hijri-month': hijriMonth,
    'hijri-year': hijriYear,
    home,
    month,
    'not-found': notFound,
    search,
    term,
    terms,
    year,
  },
};
