import type { HeatStep, HijriDay } from '../src/model/calendar.ts';
import type { CalendarNeighbours, TitleGroup } from '../src/model/calendar-page.ts';
import type { Extent } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';
import { calendarNeighbours } from './partials/calendar-neighbours.ts';
import { heatLegend } from './partials/heat-map.ts';
import { extentFacts } from './partials/listing.ts';
import { titleGroups } from './partials/title-groups.ts';

/** The data of the page of a Hijri month. */
export interface HijriMonthData {
  readonly title: string;
  /** Its days in weeks of seven cells; undefined outside the month. */
  readonly weeks: readonly (readonly (HijriDay | undefined)[])[];
  /** The levels of the days. */
  readonly steps: readonly HeatStep[];
  /** Titles of each day with articles. */
  readonly titles: readonly TitleGroup[];
  readonly neighbours: CalendarNeighbours;
  /** Whether its days are computed by the tabular rule, not taken from the Umm al-Qura table. */
  readonly approximate: boolean;
  readonly extent: Extent;
}

/** A day of the Hijri month, linked to its articles where it has any, and the Gregorian day. */
function cell(hijriDay: HijriDay | undefined, site: Site): Html {
  if (hijriDay === undefined) return html`<td></td>`;
  const { day, date, entry } = hijriDay;
  const gregorian = site.calendarDate(date);
  const number = html`<time datetime="${gregorian && site.machineDate(gregorian)}">${site.number(day)}</time>`;
  return html`<td${entry !== undefined && html` data-heat="${entry.heat}"`}><div class="calendar-day">${
    entry === undefined
      ? number
      : html`<a href="${site.href(entry.outputPath)}">${number} <span class="count">${site.count(entry.articles, site.messages.articles)}</span></a>`
  } <span class="other-day">${site.number(date.day)}${(day === 1 || date.day === 1) && html` ${site.month(date.month)}`}</span></div></td>`;
}

/** A Hijri month as a calendar, whose days link to their articles, and titles of each day. */
export function hijriMonth(data: HijriMonthData, site: Site): Html {
  const { title, weeks, steps, titles, neighbours, approximate, extent } = data;
  return html`<header class="front">
<h1>${title}</h1>
<p class="front-extent">${extentFacts(extent, site, false)}</p>
${
  approximate &&
  html`<p class="front-purpose">${site.messages.hijriApproximate}</p>
`
}${calendarNeighbours(neighbours, site)}</header>
<table class="calendar">
<caption>${title}</caption>
<thead><tr>${site.weekdays.map((day) => html`<th scope="col">${day}</th>`)}</tr></thead>
<tbody>
${weeks.map(
  (week) => html`<tr>${week.map((hijriDay) => cell(hijriDay, site))}</tr>
`,
)}</tbody>
</table>
${heatLegend(steps, site)}${titleGroups(titles, site, 'none')}`;
}
