import type { Entry, Extent, Listing } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import { emptyArchive } from './empty-archive.ts';
import { entry, type KnownFacts } from './entry.ts';
import { jump, pager } from './pager.ts';
import { listSources } from './sources.ts';
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

/** The number of the newest page, of how many; nothing in a listing of one page. */
function lastPage({ number, pages }: Listing, site: Site): Html | false {
  if (pages?.total === undefined) return false;
  const words = site.messages.indexPage
    .replace('{page}', site.number(number))
    .replace('{pages}', site.number(pages.total));
  return html`<span>${words}</span>`;
}

/**
 * The lines under the heading of a listing. On the newest page the extent of the collection and its number of pages;
 * on the others, which a new article must not change, the page's number from the oldest and its dates. Then the numbers
 * of pages to go to.
 */
export function listingFacts(data: Listing, site: Site, withYears = true): Html {
  const { entries, extent, number, pages } = data;
  const { messages } = site;
  const facts =
    extent !== undefined
      ? html`${extentFacts(extent, site, withYears)}${lastPage(data, site)}`
      : html`${messages.listingPage.replace('{page}', site.number(number))} ${withYears && dateSpan(entries, site)}`;
  return html`<p class="front-extent">${facts}</p>${pages !== undefined && jump(pages, site)}`;
}

/** Returns the fragment of the first article of a year on a page, to which charts link; undefined for the others. */
const yearAnchor = ({ date }: Entry, before: Entry | undefined): string | undefined =>
  date === undefined || date.year === before?.date?.year ? undefined : `y${date.year}`;

/**
 * The articles of one page of a listing, before them the sources of all, after them links to other pages.
 *
 * @param known what the heading says of all articles, besides the source of a listing by source
 */
export function listing(data: Listing, site: Site, known: KnownFacts = {}): Html {
  const { entries, sources, part } = data;
  const facts = { ...known, source: part?.source ?? known.source };
  // A column for date and source would hold neither.
  const isPlain = facts.date !== undefined && part !== undefined;
  return html`${sources !== undefined && listSources(sources, site)}${
    entries.length === 0
      ? emptyArchive(site)
      : html`<ol class="entries${isPlain && ' entries-plain'}">
${entries.map((article, i) => entry(article, site, 'h2', yearAnchor(article, entries[i - 1]), facts))}</ol>
`
  }${pager(data, site)}`;
}
