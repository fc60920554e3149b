import type { Article } from '../../src/model/article.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import { isolate } from './foreign.ts';

/** Byline and the line of facts under a title: date, dateline, source, issue, page, reading time. */
export function facts({ metadata, readingMinutes }: Article, site: Site): Html {
  const { messages } = site;
  const { date, hijri, dateline, source, section, issue, page, authors, byline } = metadata;
  const writers = byline ?? authors?.join(messages.listSeparator);
  const known = [
    date !== undefined &&
      html`<time datetime="${site.machineDate(date)}">${site.date(date)}</time>`,
    hijri !== undefined && html`<span>${isolate(hijri)}</span>`,
    dateline !== undefined && html`<span>${isolate(dateline)}</span>`,
    source !== undefined && html`<span>${isolate(source)}</span>`,
    section !== undefined && html`<span>${isolate(section)}</span>`,
    issue !== undefined && html`<span>${messages.issue} ${isolate(site.numerals(issue))}</span>`,
    page !== undefined && html`<span>${messages.page} ${isolate(site.numerals(page))}</span>`,
    html`<span>${site.count(readingMinutes, messages.readingTime)}</span>`,
  ];
  return html`${
    writers !== undefined &&
    html`<p class="byline">${isolate(writers)}</p>
`
  }<p class="facts">${known.map((fact) => fact && html`${fact} `)}</p>`;
}
