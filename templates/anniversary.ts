import type { CalendarEntry } from '../src/model/calendar.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';

/** The data of a month's days through the years. */
export interface AnniversaryData {
  readonly title: string;
  readonly month: number;
  readonly days: readonly { readonly name: string; readonly years: readonly CalendarEntry[] }[];
  readonly months: readonly { readonly month: number; readonly outputPath: string }[];
}

/** The days of a month, each with the years in which articles have that date. */
export function anniversary(data: AnniversaryData, site: Site): Html {
  const { messages } = site;
  const { title, month, days, months } = data;
  return html`<header class="front">
<h1>${title}</h1>
</header>
<nav class="months" aria-label="${messages.months}">${months.map(
    ({ month: other, outputPath }) =>
      html`<a href="${site.href(outputPath)}"${other === month && html` aria-current="page"`}>${site.month(other)}</a> `,
  )}</nav>
<dl class="anniversaries">
${days.map(
  ({ name, years }) => html`<dt>${name}</dt><dd>${years.map(
    ({ year, outputPath, articles }) =>
      html`<a href="${site.href(outputPath)}">${year !== undefined && site.years(year, year)}</a>&nbsp;<span>${site.count(articles, messages.articles)}</span> `,
  )}</dd>
`,
)}</dl>`;
}
