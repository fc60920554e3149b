import type { CalendarEntry, HeatMap } from '../src/model/calendar.ts';
import type { CalendarNeighbours, TitleGroup } from '../src/model/calendar-page.ts';
import type { Extent } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';
import { articleExports } from './partials/article-exports.ts';
import { calendarNeighbours } from './partials/calendar-neighbours.ts';
import { calendarCounts } from './partials/counts.ts';
import { heatLegend, heatMap } from './partials/heat-map.ts';
import { extentFacts } from './partials/listing.ts';
import { titleGroups } from './partials/title-groups.ts';

/** The data of the page of a year. */
export interface YearData {
  readonly year: number;
  /** All twelve months. */
  readonly months: HeatMap;
  /** The articles of which only the year is known. */
  readonly unknown: CalendarEntry | undefined;
  /** Titles of each month with articles. */
  readonly titles: readonly TitleGroup[];
  readonly neighbours: CalendarNeighbours;
  readonly extent: Extent;
}

/** The months of a year as a heat map, and titles of each. */
export function year(data: YearData, site: Site): Html {
  const { messages } = site;
  const { year, months, unknown, titles, neighbours, extent } = data;
  const written = String(year).padStart(4, '0');
  return html`<header class="front">
<h1>${site.calendarName({ year })}</h1>
<p class="front-extent">${extentFacts(extent, site, false)}</p>
${calendarNeighbours(neighbours, site)}</header>
<section class="part" aria-labelledby="months">
<h2 id="months">${messages.months}</h2>
${heatMap(months.parts, site, 'months')}${heatLegend(months.steps, site)}${unknown !== undefined && calendarCounts([unknown], () => messages.monthUnknown, site)}</section>
${titleGroups(titles, site, 'days')}${articleExports({ from: written, to: written }, site)}`;
}
