import type { CalendarEntry, HeatPart } from '../src/model/calendar.ts';
import type { Extent } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';
import { articleExports } from './partials/article-exports.ts';
import { calendarCounts } from './partials/counts.ts';
import { heatMap } from './partials/heat-map.ts';
import { extentFacts } from './partials/listing.ts';

/** The data of the page of a year. */
export interface YearData {
  readonly year: number;
  /** All twelve months. */
  readonly months: readonly HeatPart[];
  /** The articles of which only the year is known. */
  readonly unknown: CalendarEntry | undefined;
  readonly extent: Extent;
}

/** The months of a year as a heat map. */
export function year(data: YearData, site: Site): Html {
  const { messages } = site;
  const { year, months, unknown, extent } = data;
  const written = String(year).padStart(4, '0');
  return html`<header class="front">
<h1>${site.calendarName({ year })}</h1>
<p class="front-extent">${extentFacts(extent, site, false)}</p>
</header>
<section class="part" aria-labelledby="months">
<h2 id="months">${messages.months}</h2>
${heatMap(months, site)}${unknown !== undefined && calendarCounts([unknown], () => messages.monthUnknown, site)}</section>
${articleExports({ from: written, to: written }, site)}`;
}
