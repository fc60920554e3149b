import type { HeatPart } from '../src/model/calendar.ts';
import type { Extent } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';
import { heatMap } from './partials/heat-map.ts';
import { extentFacts } from './partials/listing.ts';

/** The data of the page of a Hijri year; without an extent, of the index of Hijri years. */
export interface HijriYearData {
  readonly title: string;
  readonly parts: readonly HeatPart[];
  readonly extent: Extent | undefined;
}

/** The months of a Hijri year as a heat map, or the Hijri years that have articles. */
export function hijriYear(data: HijriYearData, site: Site): Html {
  const { title, parts, extent } = data;
  return html`<header class="front">
<h1>${title}</h1>
${
  extent !== undefined &&
  html`<p class="front-extent">${extentFacts(extent, site, false)}</p>
`
}</header>
${heatMap(parts, site)}`;
}
