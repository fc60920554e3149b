import type { CalendarEntry } from '../../src/model/calendar.ts';
import type { TermLink } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import { isolateName } from './language.ts';

/** A list item: a link to a page of the archive, and its number of articles. */
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

/** Years, months or days with their numbers of articles; `name` returns the text of each link. */
export const calendarCounts = (
  entries: readonly CalendarEntry[],
  name: (entry: CalendarEntry) => string | Html,
  site: Site,
): Html => html`<ul class="tally">
${entries.map((entry) => line(entry.outputPath, name(entry), entry.articles, site))}</ul>
`;

/** Terms with their numbers of articles, and the years of these with `withYears`. */
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

/** The name of a year in a list of years: its number. */
export const yearLabel = ({ year }: CalendarEntry, site: Site): string =>
  year === undefined ? site.messages.undated : site.years(year, year);
