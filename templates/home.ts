import type { CalendarEntry, Decade } from '../src/model/calendar.ts';
import type { OwnPage } from '../src/model/own-page.ts';
import type { Entry, Export, Extent, TermOverview } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';
import { termCounts, yearLabel } from './partials/counts.ts';
import { emptyArchive } from './partials/empty-archive.ts';
import { entry } from './partials/entry.ts';
import { decadeMaps, heatMap } from './partials/heat-map.ts';
import { isolateName, nameAttributes, siteName } from './partials/language.ts';
import { siteMenu } from './partials/masthead.ts';
import { ownText } from './partials/own-text.ts';
import { searchBox } from './partials/search-box.ts';

/** A part of the front page: one of the archive, indexes of terms, or the text of an own page. */
export type HomeSection =
  | 'latest'
  | 'years'
  | 'anniversaries'
  | 'downloads'
  | { readonly indexes: readonly TermOverview[] }
  | { readonly page: OwnPage };

/** The data of the front page. */
export interface HomeData {
  /** What it shows, in order. */
  readonly parts: readonly HomeSection[];
  readonly extent: Extent;
  readonly latest: readonly Entry[];
  /** Output path of the list of all articles. */
  readonly all: string;
  /** Years with articles, oldest first. */
  readonly years: readonly CalendarEntry[];
  /** The years by decade; empty where they are few. */
  readonly decades: readonly Decade[];
  /** Months of the year with articles, where these are of more than one year. */
  readonly anniversaries: readonly { readonly month: number; readonly outputPath: string }[];
  /** Files of the whole archive. */
  readonly exports: readonly Export[];
  /** Output path of the manifest. */
  readonly manifest: string;
  /** The indexes of terms that exist, each with the terms that have most articles. */
  readonly indexes: readonly TermOverview[];
  /** Output path of the index of dates; undefined where no article is dated. */
  readonly dateIndex: string | undefined;
}

/** A link to an index; nothing where the index does not exist. */
const indexLink = (outputPath: string | undefined, words: string, site: Site): Html | false =>
  outputPath !== undefined && html`<a href="${site.href(outputPath)}">${words}</a> `;

/** The largest terms of one kind; the heading links to the index of all. */
function overview({ kind, outputPath, largest, total }: TermOverview, site: Site): Html {
  const { wholeIndex } = site.messages;
  const { all, count } = site.termWords(kind);
  return html`<section class="part" aria-labelledby="${kind}">
<h2 id="${kind}">${indexLink(outputPath, all, site)}</h2>
${termCounts(largest, site)}${
  total > largest.length &&
  html`<p class="more"><a href="${site.href(outputPath)}">${wholeIndex.replace('{terms}', site.count(total, count))}</a></p>
`
}</section>
`;
}

/** The years with their numbers of articles. */
const yearsPart = ({ years, decades, dateIndex }: HomeData, site: Site): Html | false =>
  years.length > 0 &&
  html`<section class="part" aria-labelledby="years">
<h2 id="years">${dateIndex === undefined ? site.messages.years : indexLink(dateIndex, site.messages.years, site)}</h2>
${
  decades.length > 0
    ? decadeMaps(decades, site, 'h3')
    : heatMap(
        years.map((entry) => ({ name: yearLabel(entry, site), entry })),
        site,
      )
}</section>
`;

/** The months of the days through the years. */
const anniversariesPart = ({ anniversaries }: HomeData, site: Site): Html | false =>
  anniversaries.length > 0 &&
  html`<section class="part" aria-labelledby="on-days">
<h2 id="on-days">${site.messages.onThisDay}</h2>
<p class="months">${site.messages.chooseMonth} ${anniversaries.map(
    ({ month, outputPath }) => html`<a href="${site.href(outputPath)}">${site.month(month)}</a> `,
  )}</p>
</section>
`;

/** Indexes of terms beside each other. */
const indexesPart = (indexes: readonly TermOverview[], site: Site): Html | false =>
  indexes.length > 0 &&
  html`<div class="indexes">
${indexes.map((index) => overview(index, site))}</div>
`;

/** About the archive, with its exports. */
const downloadsPart = ({ exports, manifest }: HomeData, site: Site): Html => {
  const { messages } = site;
  return html`<section class="part about" aria-labelledby="about">
<h2 id="about">${messages.about}</h2>
<p>${messages.aboutArchive}</p>
<p class="more">${exports.map(
    ({ form, outputPath }) =>
      html`<a download href="${site.href(outputPath)}">${messages.exports[form]}</a> `,
  )}<a href="${site.href(manifest)}">${messages.manifest}</a></p>
</section>
`;
};

/** The newest articles. */
const latestPart = ({ latest, extent, all }: HomeData, site: Site): Html =>
  latest.length === 0
    ? emptyArchive(site)
    : html`<section class="listing" aria-labelledby="latest">
<h2 id="latest">${site.messages.latestArticles}</h2>
<ol class="entries">
${latest.map((article) => entry(article, site, 'h3'))}</ol>
${
  latest.length < extent.articles &&
  html`<p class="more"><a href="${site.href(all)}">${site.messages.allArticles}</a></p>
`
}</section>
`;

/** The text of a page of the site's own. */
const pagePart = (page: OwnPage, site: Site): Html =>
  html`<section class="part" data-own-page="${page.name}">
<h2><a href="${site.href(page.outputPath)}"${nameAttributes(page.title, site)}>${page.title}</a></h2>
${ownText(page, site, 'h3')}
</section>
`;

/** One part of the front page; indexes that follow each other are one part. */
function printPart(part: HomeSection, data: HomeData, site: Site): Html | false {
  if (typeof part !== 'string') {
    return 'page' in part ? pagePart(part.page, site) : indexesPart(part.indexes, site);
  }
  // An archive without articles has no more to show than that.
  if (part !== 'latest' && data.latest.length === 0) return false;
  switch (part) {
    case 'latest':
      return latestPart(data, site);
    case 'years':
      return yearsPart(data, site);
    case 'anniversaries':
      return anniversariesPart(data, site);
    default:
      return downloadsPart(data, site);
  }
}

/** The front page: name, extent, and its parts in their order. */
export function home(data: HomeData, site: Site): Html {
  const { messages } = site;
  const { extent } = data;
  const years = extent.years;
  return html`<header class="front">
${site.logo !== undefined && html`<img class="logo" src="${site.href(site.logo)}" alt="">`}<h1 class="nameplate">${siteName(site)}</h1>
<p class="front-purpose">${isolateName(site.description)}</p>
<p class="front-extent">${site.count(extent.articles, messages.articles)} ${
    years !== undefined && html`<span>${site.years(years[0], years[1])}</span>`
  }</p>
${extent.articles > 0 && searchBox(site)}${siteMenu('index.html', site)}</header>
${data.parts.map((part) => printPart(part, data, site))}`;
}
