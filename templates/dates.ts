import type { CalendarEntry, Decade, HeatMap, HeatStep } from '../src/model/calendar.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';
import { calendarCounts, yearLabel } from './partials/counts.ts';
import { decadeMaps, heatLegend, heatMap } from './partials/heat-map.ts';
import { monthLinks } from './partials/month-links.ts';

/** The data of the index of dates: years with articles, oldest first. */
export interface DatesData {
  readonly years: readonly CalendarEntry[];
  readonly steps: readonly HeatStep[];
  /** The years by decade; empty where they are few. */
  readonly decades: readonly Decade[];
  /** The months of the year, where there is only one. */
  readonly months: HeatMap | undefined;
  readonly undated: CalendarEntry | undefined;
  /** Output path of the index of Hijri years. */
  readonly hijri: string | undefined;
  /** Months of the year with articles, where these are of more than one year. */
  readonly anniversaries: readonly { readonly month: number; readonly outputPath: string }[];
  /** Output path of the list of all articles. */
  readonly all: string;
  /** Output path of the search page. */
  readonly search: string | undefined;
}

/** The years with articles; a single one with its months. */
function yearsPart({ years, steps, decades, months }: DatesData, site: Site): Html {
  if (decades.length > 0) return html`${heatLegend(steps, site)}${decadeMaps(decades, site, 'h3')}`;
  const parts = years.map((entry) => ({ name: yearLabel(entry, site), entry }));
  if (months === undefined) return html`${heatMap(parts, site)}${heatLegend(steps, site)}`;
  return html`${heatMap(parts, site)}${heatMap(months.parts, site, 'months')}${heatLegend(months.steps, site)}`;
}

/** What to do in an archive without dates. */
const noDates = ({ all, search }: DatesData, site: Site): Html => html`<div class="part">
<p>${site.messages.calendar.noDates}</p>
<p>${site.messages.calendar.noDatesHelp}</p>
<p class="more"><a href="${site.href(all)}">${site.messages.allArticles}</a>${
  search !== undefined && html` <a href="${site.href(search)}">${site.messages.search.title}</a>`
}</p>
</div>
`;

/** The years that have articles, with a link to the undated ones. */
export function dates(data: DatesData, site: Site): Html {
  const { messages } = site;
  const { years, undated, hijri, anniversaries } = data;
  return html`<header class="front">
<h1>${messages.dates}</h1>
</header>
${
  years.length === 0
    ? noDates(data, site)
    : html`<section class="part" aria-labelledby="years">
<h2 id="years">${messages.years}</h2>
${yearsPart(data, site)}${undated !== undefined && calendarCounts([undated], () => messages.undated, site)}</section>
`
}${
  anniversaries.length > 0 &&
  html`<section class="part" aria-labelledby="on-days">
<h2 id="on-days">${messages.onThisDay}</h2>
${monthLinks(anniversaries, undefined, site)}</section>
`
}${
  hijri !== undefined &&
  html`<p class="more"><a href="${site.href(hijri)}">${messages.hijriYears}</a></p>
`
}`;
}
