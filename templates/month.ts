import type { CalendarEntry, MonthDay } from '../src/model/calendar.ts';
import type { Extent } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';
import { calendarCounts } from './partials/counts.ts';
import { extentFacts } from './partials/listing.ts';

/** The data of the page of a month. */
export interface MonthData {
  readonly year: number;
  readonly month: number;
  /** Its days in weeks of seven cells; undefined outside the month. */
  readonly weeks: readonly (readonly (MonthDay | undefined)[])[];
  /** The articles of the month whose day is unknown. */
  readonly unknown: CalendarEntry | undefined;
  readonly extent: Extent;
}

/** A day of the month, linked to its articles where it has any, and the Hijri day. */
function cell(monthDay: MonthDay | undefined, data: MonthData, site: Site): Html {
  if (monthDay === undefined) return html`<td></td>`;
  const { day, entry } = monthDay;
  const date = site.calendarDate({ year: data.year, month: data.month, day });
  const number = html`<time datetime="${date && site.machineDate(date)}">${site.number(day)}</time>`;
  const hijri = date && site.hijriDay(date);
  return html`<td><div class="calendar-day">${
    entry === undefined
      ? number
      : html`<a href="${site.href(entry.outputPath)}">${number} <span class="count">${site.count(entry.articles, site.messages.articles)}</span></a>`
  }${
    hijri !== undefined &&
    html` <span class="hijri">${hijri.day}${(day === 1 || hijri.opens) && html` ${hijri.month}`}</span>`
  }</div></td>`;
}

/** A month as a calendar, whose days link to their articles. */
export function month(data: MonthData, site: Site): Html {
  const { weeks, unknown, extent } = data;
  const title = site.calendarName(data);
  return html`<header class="front">
<h1>${title}</h1>
<p class="front-extent">${extentFacts(extent, site, false)}</p>
</header>
<table class="calendar">
<caption>${title}</caption>
<thead><tr>${site.weekdays.map((day) => html`<th scope="col">${day}</th>`)}</tr></thead>
<tbody>
${weeks.map(
  (week) => html`<tr>${week.map((monthDay) => cell(monthDay, data, site))}</tr>
`,
)}</tbody>
</table>
${
  unknown !== undefined &&
  html`<section class="part" aria-label="${site.messages.dayUnknown}">
${calendarCounts([unknown], () => site.messages.dayUnknown, site)}</section>`
}`;
}
