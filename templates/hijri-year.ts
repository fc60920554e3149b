import type { Decade, HeatMap } from '../src/model/calendar.ts';
import type { CalendarNeighbours, TitleGroup } from '../src/model/calendar-page.ts';
import type { Extent } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';
import { calendarNeighbours } from './partials/calendar-neighbours.ts';
import { decadeMaps, heatLegend, heatMap } from './partials/heat-map.ts';
import { extentFacts } from './partials/listing.ts';
import { titleGroups } from './partials/title-groups.ts';

/** The data of the page of a Hijri year: its months; without an extent, of the index of Hijri years. */
export interface HijriYearData extends HeatMap {
  readonly title: string;
  /** The years by decade; empty where they are few, and on the page of a year. */
  readonly decades: readonly Decade[];
  /** Titles of each month with articles; none in the index. */
  readonly titles: readonly TitleGroup[];
  readonly neighbours: CalendarNeighbours;
  readonly extent: Extent | undefined;
}

/** The months of a Hijri year as a heat map with titles of each, or the Hijri years that have articles. */
export function hijriYear(data: HijriYearData, site: Site): Html {
  const { title, parts, steps, decades, titles, neighbours, extent } = data;
  const layout = extent === undefined ? 'years' : 'months';
  return html`<header class="front">
<h1>${title}</h1>
${
  extent !== undefined &&
  html`<p class="front-extent">${extentFacts(extent, site, false)}</p>
`
}${calendarNeighbours(neighbours, site)}</header>
${
  decades.length > 0
    ? html`${heatLegend(steps, site)}${decadeMaps(decades, site, 'h2')}`
    : html`${heatMap(parts, site, layout)}${heatLegend(steps, site)}`
}${titles.length > 0 && titleGroups(titles, site, 'whole')}`;
}
