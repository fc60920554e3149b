import type { CalendarEntry } from '../src/model/calendar.ts';
import type { Entry } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';
import { isolateName, langAttributes } from './partials/language.ts';
import { monthLinks } from './partials/month-links.ts';

/** A year of a day, with the article that leads it where its title is shown. */
export interface DayOfYear extends CalendarEntry {
  readonly entry: Entry | undefined;
}

/** The data of a month's days through the years. */
export interface AnniversaryData {
  readonly title: string;
  readonly month: number;
  readonly days: readonly {
    readonly day: number;
    readonly name: string;
    readonly years: readonly DayOfYear[];
  }[];
  readonly months: readonly { readonly month: number; readonly outputPath: string }[];
}

/** The number of a year, linked to the articles of the day. */
const yearLink = ({ year, outputPath }: DayOfYear, site: Site): Html =>
  html`<a href="${site.href(outputPath)}">${year !== undefined && site.years(year, year)}</a>`;

/** A year of a day with a title, and the number of articles where there are more. */
function titledYear(day: DayOfYear, site: Site): Html | false {
  const { entry, articles } = day;
  if (entry === undefined) return false;
  const { source } = entry;
  return html`<li data-entry="${entry.id}"><b>${yearLink(day, site)}</b> <span><a href="${site.href(entry.outputPath)}"${langAttributes(entry.language, site)}>${isolateName(entry.title)}</a>${
    source !== undefined && html` <small>${isolateName(source)}</small>`
  }${
    articles > 1 && html` <small>(${site.count(articles, site.messages.articles)})</small>`
  }</span></li>
`;
}

/** The days of a month, each with the years in which articles have that date, and titles. */
export function anniversary(data: AnniversaryData, site: Site): Html {
  const { messages } = site;
  const { title, month, days, months } = data;
  return html`<header class="front">
<h1>${title}</h1>
</header>
${monthLinks(months, month, site)}${
  days.length > 1 &&
  html`<nav class="days" aria-label="${messages.calendar.daysOfMonth}">${days.map(({ day }) => html`<a href="#day-${day}">${site.number(day)}</a> `)}</nav>
`
}${days.map(({ day, name, years }) => {
  const untitled = years.filter(({ entry }) => entry === undefined);
  return html`<section class="anniversary">
<h2 id="day-${day}">${name}</h2>
<ol>
${years.map((one) => titledYear(one, site))}</ol>
${
  untitled.length > 0 &&
  html`<p>${messages.calendar.otherYears} ${untitled.map((one) => html`${yearLink(one, site)} `)}</p>
`
}</section>
`;
})}`;
}
