import type { CalendarEntry } from '../src/model/calendar.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';
import { calendarCounts, yearLabel } from './partials/counts.ts';
import { heatMap } from './partials/heat-map.ts';

/** The data of the index of dates: years with articles, oldest first. */
export interface DatesData {
  readonly years: readonly CalendarEntry[];
  readonly undated: CalendarEntry | undefined;
  /** Output path of the index of Hijri years. */
  readonly hijri: string | undefined;
}

/** The years that have articles, with a link to the undated ones. */
export function dates({ years, undated, hijri }: DatesData, site: Site): Html {
  const { messages } = site;
  const parts = years.map((entry) => ({ name: yearLabel(entry, site), entry }));
  return html`<header class="front">
<h1>${messages.dates}</h1>
</header>
<section class="part" aria-labelledby="years">
<h2 id="years">${messages.years}</h2>
${heatMap(parts, site)}${undated !== undefined && calendarCounts([undated], () => messages.undated, site)}</section>
${
  hijri !== undefined &&
  html`<p class="more"><a href="${site.href(hijri)}">${messages.hijriYears}</a></p>
`
}`;
}
