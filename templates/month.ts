import type { CalendarEntry, HeatStep, MonthDay } from '../src/model/calendar.ts';
import type { CalendarNeighbours, TitleGroup } from '../src/model/calendar-page.ts';
import type { Extent } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';
import { calendarNeighbours } from './partials/calendar-neighbours.ts';
import { calendarCounts } from './partials/counts.ts';
import { heatLegend } from './partials/heat-map.ts';
import { extentFacts } from './partials/listing.ts';
import { titleGroups } from './partials/title-groups.ts';

/** The data of the page of a month. */
export interface MonthData {
  readonly year: number;
  readonly month: number;
  /** Its days in weeks of seven cells; undefined outside the month. */
  readonly weeks: readonly (readonly (MonthDay | undefined)[])[];
  /** The levels of the days. */
  readonly steps: readonly HeatStep[];
  /** The articles of the month whose day is unknown. */
  readonly unknown: CalendarEntry | undefined;
  /** Titles of each day with articles. */
  readonly titles: readonly TitleGroup[];
  readonly neighbours: CalendarNeighbours;
  readonly extent: Extent;
}

/** A day of the month, linked to its articles where it has any, and the Hijri day. */
function cell(monthDay: MonthDay | undefined, data: MonthData, site: Site): Html {
  if (monthDay === undefined) return html`<td></td>`;
  const { day, entry } = monthDay;
  const date = site.calendarDate({ year: data.year, month: data.month, day });
  const number = html`<time datetime="${date && site.machineDate(date)}">${site.number(day)}</time>`;
  const hijri = date && site.hijriDay(date);
  return html`<td${entry !== undefined && html` data-heat="${entry.heat}"`}><div class="calendar-day">${
    entry === undefined
      ? number
      : html`<a href="${site.href(entry.outputPath)}">${number} <span class="count">${site.count(entry.articles, site.messages.articles)}</span></a>`
  }${
    hijri !== undefined &&
    html` <span class="hijri">${hijri.day}${(day === 1 || hijri.opens) && html` ${hijri.month}`}</span>`
  }</div></td>`;
}

/** A month as a calendar, whose days link to their articles, and titles of each day. */
export function month(data: MonthData, site: Site): Html {
  const { weeks, steps, unknown, titles, neighbours, extent } = data;
  const title = site.calendarName(data);
  return html`<header class="front">
<h1>${title}</h1>
<p class="front-extent">${extentFacts(extent, site, false)}</p>
${calendarNeighbours(neighbours, site)}</header>
<table class="calendar">
<caption>${title}</caption>
<thead><tr>${site.weekdays.map((day) => html`<th scope="col">${day}</th>`)}</tr></thead>
<tbody>
${weeks.map(
  (week) => html`<tr>${week.map((monthDay) => cell(monthDay, data, site))}</tr>
`,
)}</tbody>
</table>
${heatLegend(steps, site)}${
  unknown !== undefined &&
  html`<section class="part" aria-label="${site.messages.dayUnknown}">
${calendarCounts([unknown], () => site.messages.dayUnknown, site)}</section>
`
}${titleGroups(titles, site, 'none')}`;
}
