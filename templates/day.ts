import type { CalendarKey } from '../src/model/calendar.ts';
import type { Listing } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';
import { listHeading } from './partials/list-heading.ts';
import { listing, listingFacts } from './partials/listing.ts';

/** The data of a page of the articles of one date, or of the undated ones. */
export interface DayData {
  readonly date: CalendarKey;
  readonly listing: Listing;
}

/** One page of the articles of a date, whatever its precision, or of the undated ones. */
export function day(data: DayData, site: Site): Html {
  const { messages } = site;
  const { year, month, day } = data.date;
  const date = site.calendarDate(data.date);
  const hijri = date && site.hijriDate(date);
  const unknown = month ? messages.dayUnknown : messages.monthUnknown;
  // Articles of which only the month is known have a listing apart from the month's page.
  const isInexact = year !== undefined && year > 0 && !day;
  const words = site.calendarName(data.date);
  const name = isInexact ? `${words}${messages.listSeparator}${unknown}` : words;
  return html`<header class="front">
${listHeading(name, data.listing, site)}
${
  hijri !== undefined &&
  html`<p class="front-purpose hijri">${hijri}</p>
`
}${listingFacts(data.listing, site, false)}
</header>
${listing(data.listing, site, { date: date?.edtf ?? '' })}`;
}
