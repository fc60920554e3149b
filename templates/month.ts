import type { CalendarEntry, PageData } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';
import { dated } from './partials/dated.ts';
import { extentFacts } from './partials/listing.ts';
import { calendarTally } from './partials/tally.ts';
import { within } from './partials/within.ts';

/** The days of a month that have articles. */
export function month(data: PageData['month'], site: Site): Html {
  const { year, days, extent, up } = data;
  const name = (entry: CalendarEntry): string | Html => {
    const date = site.calendarDate(entry);
    return entry.day && date !== undefined ? dated(date, site) : site.messages.dayUnknown;
  };
  return html`<header class="front">
${within({ name: site.calendarTitle({ year }), url: up }, site)}<h1>${site.calendarTitle(data)}</h1>
<p class="front-extent">${extentFacts(extent, site, false)}</p>
</header>
<section class="part" aria-labelledby="days">
<h2 id="days">${site.messages.days}</h2>
${calendarTally(days, name, site)}</section>`;
}
