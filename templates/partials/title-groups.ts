import type { TitleGroup } from '../../src/model/calendar-page.ts';
import type { Entry } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import { heldLabel } from './held-label.ts';
import { isolateName, langAttributes } from './language.ts';
import { timeElement } from './time-element.ts';

/** Which dates titles have: none, day and month where a heading says the rest, or whole ones. */
export type TitleDates = 'none' | 'days' | 'whole';

/** The date of an article under a heading; nothing where the heading says all of it. */
function dateOf({ date }: Entry, site: Site, dates: TitleDates): Html | false {
  if (date === undefined || dates === 'none') return false;
  const { day, month, uncertain, approximate } = date;
  if (dates === 'whole' || uncertain || approximate) return timeElement(date, site);
  return (
    day !== undefined &&
    month !== undefined &&
    html`<time datetime="${site.machineDate(date)}">${site.number(day)} ${site.month(month)}</time>`
  );
}

/** Date, source and page of an article. */
function facts(article: Entry, site: Site, dates: TitleDates): Html | false {
  const { source, page } = article;
  const { calendar, listSeparator } = site.messages;
  const date = dateOf(article, site, dates);
  const parts = [
    ...(date === false ? [] : [date]),
    ...(source === undefined ? [] : [isolateName(source)]),
    ...(page === undefined ? [] : [calendar.onPage.replace('{page}', site.number(page))]),
  ];
  return (
    parts.length > 0 &&
    html` <small>${parts.map((part, i) => html`${i > 0 && listSeparator}${part}`)}</small>`
  );
}

/** The title of an article as a list item, with its source and page. */
export const titleLine = (article: Entry, site: Site, dates: TitleDates): Html =>
  html`<li data-entry="${article.id}">${heldLabel(article.held, site)}<a href="${site.href(article.outputPath)}"${langAttributes(article.language, site)}>${isolateName(article.title)}</a>${facts(article, site, dates)}</li>
`;

/**
 * Days or months, each with titles of its articles, and a link to all of them where these are not all.
 *
 * @param dates which dates the titles have
 */
export const titleGroups = (
  groups: readonly TitleGroup[],
  site: Site,
  dates: TitleDates,
): Html => html`<div class="titles">
${groups.map(({ name, outputPath, articles, entries }) => {
  const count = site.count(articles, site.messages.articles);
  return html`<section class="title-group">
<h2><a href="${site.href(outputPath)}">${name}</a> <span class="count">${count}</span></h2>
<ol>
${entries.map((article) => titleLine(article, site, dates))}</ol>
${
  entries.length < articles &&
  html`<p class="more"><a href="${site.href(outputPath)}">${site.messages.calendar.wholeDay.replace('{articles}', count)}</a></p>
`
}</section>
`;
})}</div>
`;
