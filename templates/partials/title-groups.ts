import type { TitleGroup } from '../../src/model/calendar-page.ts';
import type { Entry } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import { heldLabel } from './held-label.ts';
import { isolateName, langAttributes } from './language.ts';
import { timeElement } from './time-element.ts';

/** Source and page of an article, and its date with `withDate`. */
function facts({ source, page, date }: Entry, site: Site, withDate: boolean): Html | false {
  const { calendar, listSeparator } = site.messages;
  const parts = [
    ...(withDate && date !== undefined ? [timeElement(date, site)] : []),
    ...(source === undefined ? [] : [isolateName(source)]),
    ...(page === undefined ? [] : [calendar.onPage.replace('{page}', site.number(page))]),
  ];
  return (
    parts.length > 0 &&
    html` <small>${parts.map((part, i) => html`${i > 0 && listSeparator}${part}`)}</small>`
  );
}

/** The title of an article as a list item, with its source and page. */
export const titleLine = (article: Entry, site: Site, withDate: boolean): Html =>
  html`<li data-entry="${article.id}">${heldLabel(article.held, site)}<a href="${site.href(article.outputPath)}"${langAttributes(article.language, site)}>${isolateName(article.title)}</a>${facts(article, site, withDate)}</li>
`;

/**
 * Days or months, each with titles of its articles, and a link to all of them where these are not all.
 *
 * @param withDates whether the titles have their dates
 */
export const titleGroups = (
  groups: readonly TitleGroup[],
  site: Site,
  withDates: boolean,
): Html => html`<div class="titles">
${groups.map(({ name, outputPath, articles, entries }) => {
  const count = site.count(articles, site.messages.articles);
  return html`<section class="title-group">
<h2><a href="${site.href(outputPath)}">${name}</a> <span class="count">${count}</span></h2>
<ol>
${entries.map((article) => titleLine(article, site, withDates))}</ol>
${
  entries.length < articles &&
  html`<p class="more"><a href="${site.href(outputPath)}">${site.messages.calendar.wholeDay.replace('{articles}', count)}</a></p>
`
}</section>
`;
})}</div>
`;
