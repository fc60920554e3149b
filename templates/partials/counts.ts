import type { CalendarEntry } from '../../src/model/calendar.ts';
import type { TermLink } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import { isolateName } from './language.ts';

/** A line of a tally: a place of the archive and how many articles are there. */
function line(
  outputPath: string,
  name: string | Html,
  articles: number,
  site: Site,
  span: string | false = false,
): Html {
  return html`<li><a href="${site.href(outputPath)}">${name}</a> <span>${site.count(articles, site.messages.articles)}${span && html` <small>${span}</small>`}</span></li>
`;
}

/** Years, months or days with how many articles each has; `name` says what one is called. */
export const calendarCounts = (
  entries: readonly CalendarEntry[],
  name: (entry: CalendarEntry) => string | Html,
  site: Site,
): Html => html`<ul class="tally">
${entries.map((entry) => line(entry.outputPath, name(entry), entry.articles, site))}</ul>
`;

/** Terms with how many articles each has, and of which years where `withYears`. */
export const termCounts = (
  terms: readonly TermLink[],
  site: Site,
  withYears = false,
): Html => html`<ul class="tally">
${terms.map(({ outputPath, name, articles, years }) => {
  const span = withYears && years !== undefined && site.years(years[0], years[1]);
  return line(outputPath, isolateName(name), articles, site, span);
})}</ul>
`;

/** What a year is called among others: its number alone. */
export const yearLabel = ({ year }: CalendarEntry, site: Site): string =>
  year === undefined ? site.messages.undated : site.years(year, year);
