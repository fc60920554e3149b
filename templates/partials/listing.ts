import type { Entry, Extent, Listing } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import { entry } from './entry.ts';
import { timeElement } from './time-element.ts';

/** The number of articles, and their years unless `withYears` is false. */
export const extentFacts = ({ articles, years }: Extent, site: Site, withYears = true): Html =>
  html`${site.count(articles, site.messages.articles)} ${
    withYears && years !== undefined && html`<span>${site.years(years[0], years[1])}</span>`
  }`;

/** The first and last date of entries (newest first); nothing where they have fewer than two dates. */
function dateSpan(entries: readonly Entry[], site: Site): Html | false {
  const last = entries.find(({ date }) => date !== undefined)?.date;
  const first = entries.findLast(({ date }) => date !== undefined)?.date;
  if (first === undefined || last === undefined || first.edtf === last.edtf) return false;
  // The dates are HTML, so they cannot be inserted in the message as strings.
  const parts = site.messages.dateSpan.split(/\{(first|last)\}/);
  return html`<span>${parts.map((part, i) =>
    i % 2 === 0 ? part : timeElement(part === 'first' ? first : last, site),
  )}</span>`;
}

/**
 * The line under the heading of a listing: on the newest page the extent of the collection; on the
 * others, which a new article must not change, the page's number from the oldest and its dates.
 */
export function listingFacts(
  { entries, extent, number }: Listing,
  site: Site,
  withYears = true,
): Html {
  const { messages } = site;
  const facts =
    extent !== undefined
      ? extentFacts(extent, site, withYears)
      : html`${messages.listingPage.replace('{page}', site.number(number))} ${withYears && dateSpan(entries, site)}`;
  return html`<p class="front-extent">${facts}</p>`;
}

/** The articles of one page of a listing, and links to the newer and the older page. */
export function listing({ entries, newer, older }: Listing, site: Site): Html {
  const { messages } = site;
  const pager = html`<nav class="pager" aria-label="${messages.listingPages}">
${newer !== undefined && html`<a rel="prev" href="${site.href(newer)}">${messages.newerArticles}</a>`}
${older !== undefined && html`<a rel="next" href="${site.href(older)}">${messages.olderArticles}</a>`}
</nav>`;
  return html`${
    entries.length === 0
      ? html`<p>${messages.noArticles}</p>
`
      : html`<ol class="entries">
${entries.map((article) => entry(article, site, 'h2'))}</ol>
`
  }${(newer !== undefined || older !== undefined) && pager}`;
}
