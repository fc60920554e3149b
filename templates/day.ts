import type { CalendarKey } from '../src/model/calendar.ts';
import type { Listing } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';
import { dateBreadcrumb } from './partials/breadcrumb.ts';
import { listing, listingFacts } from './partials/listing.ts';

/** The articles of one date, or of none. */
export interface DayData {
  readonly date: CalendarKey;
  readonly listing: Listing;
  /** The page of its month, or year, where it is known. */
  readonly up: string | undefined;
}

/** One page of the articles of a date, as far as it is known, or of none. */
export function day(data: DayData, site: Site): Html {
  const { messages } = site;
  const { year, month, day } = data.date;
  const date = site.calendarDate(data.date);
  const hijri = date && site.hijriDate(date);
  const unknown = month ? messages.dayUnknown : messages.monthUnknown;
  // The page of a month of which no day is known is not the page of the month.
  const isPart = year !== undefined && year > 0 && !day;
  return html`<header class="front">
${dateBreadcrumb(data.date, data.up, site)}<h1>${site.calendarName(data.date)}${isPart && html`${messages.listSeparator}${unknown}`}</h1>
${
  hijri !== undefined &&
  html`<p class="front-purpose hijri">${hijri}</p>
`
}${listingFacts(data.listing, site, false)}
</header>
${listing(data.listing, site)}`;
}
