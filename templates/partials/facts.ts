import type { PlainDate } from '../../src/model/date.ts';
import type { InferredKey } from '../../src/model/inferred.ts';
import type { Metadata } from '../../src/model/metadata.ts';
import type { PageLink } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { escapeHtml, type Html, html, isolateLtr, trusted } from '../../src/render/html.ts';
import type { ArticleData } from './article-data.ts';
import { isolateName } from './language.ts';
import { ownField } from './own-fields.ts';
import { pageLink, pageLinks } from './page-links.ts';
import { readingTime } from './reading-time.ts';
import { timeElement } from './time-element.ts';

/** Whether the range is a whole name: no letter or digit directly before or after it. */
const isWhole = (line: string, from: number, to: number): boolean =>
  !/[\p{L}\p{M}\p{N}]$/u.test(line.slice(0, from)) && !/^[\p{L}\p{M}\p{N}]/u.test(line.slice(to));

/** A byline as printed, with links on the authors' names in it; and the authors whose names are not in it. */
function linkNames(
  line: string,
  authors: readonly PageLink[],
  site: Site,
): { readonly words: Html; readonly missing: readonly PageLink[] } {
  const missing: PageLink[] = [];
  const mentions: { readonly at: number; readonly author: PageLink }[] = [];
  for (const author of authors) {
    const at = line.indexOf(author.name);
    if (at >= 0 && isWhole(line, at, at + author.name.length)) mentions.push({ at, author });
    else missing.push(author);
  }
  mentions.sort((a, b) => a.at - b.at);
  let end = 0;
  const parts = mentions.map(({ at, author }) => {
    // Where names overlap, the first has the link.
    if (at < end) return '';
    const before = line.slice(end, at);
    end = at + author.name.length;
    return html`${isolateLtr(before)}${pageLink(author, site)}`;
  });
  const direction = /\p{Script=Arabic}/u.test(line) ? 'rtl' : 'ltr';
  const rest = isolateLtr(line.slice(end));
  return { words: html`<bdi dir="${direction}">${parts}${rest}</bdi>`, missing };
}

/** The day of the last change: «حُدّث في ٥ مايو ٢٠٢٠». */
function updatedText(date: PlainDate, site: Site): Html {
  const [before = '', after = ''] = site.messages.notices.updated.split('{date}');
  return html`${before}${timeElement(date, site)}${after}`;
}

/** The attribute that marks values inferred from the text. */
const origin = ({ article: { inferred } }: ArticleData, key: InferredKey): string =>
  inferred.some(({ keys }) => keys.includes(key)) ? ' data-inferred' : '';

/** Tells whether a day of change says more than the date and the corrections, which the page shows as well. */
function isOther(updated: PlainDate, { date, corrections = [] }: Metadata): boolean {
  const shown = [date, ...corrections.map((correction) => correction.date)];
  return shown.every((other) => other?.edtf !== updated.edtf);
}

/** The byline as printed, else the names of the authors; nothing without either. */
export function byline(data: ArticleData, site: Site): Html | false {
  const { article, authors } = data;
  const { byline: line } = article.metadata;
  const words =
    line === undefined ? pageLinks(authors, site) : linkNames(line, authors, site).words;
  return (
    words.source !== '' &&
    html`<p class="byline"${origin(data, 'authors')}>${words}</p>
`
  );
}

/** The date, linked to the articles of the same; marked where it is inferred, or calculated from a Hijri one. */
function dateFact(data: ArticleData, date: PlainDate, site: Site): string {
  const { inferred } = data.article;
  const day = timeElement(date, site);
  const linked = data.date === undefined ? day : html`<a href="${site.href(data.date)}">${day}</a>`;
  const isDerived = inferred.some(({ keys, from }) => from === 'hijri' && keys.includes('date'));
  if (!isDerived) return `<span${origin(data, 'date')}>${linked}</span> `;
  const [before = '', after = ''] = site.messages.dateDerived.split('{date}');
  return `<span${origin(data, 'date')} data-derived>${escapeHtml(before)}${linked}${escapeHtml(after)}</span> `;
}

/** The number of a part of a series, or its name. */
const partFact = (part: string, site: Site): Html =>
  html`<span>${/^\p{N}+$/u.test(part) && html`${site.messages.facts.part} `}${isolateName(site.numerals(part))}</span> `;

/**
 * What is known of an article: date, dateline, source, issue, page, series, reading time. Date, source and authors link
 * to the articles that share them. Built without `html` where it is on every page.
 */
export function facts(data: ArticleData, site: Site): Html {
  const { messages } = site;
  const { metadata, readingMinutes } = data.article;
  const {
    byline: line,
    date,
    hijri,
    dateline,
    volume,
    issue,
    page,
    series,
    part,
    updated,
  } = metadata;
  const missing = line === undefined ? [] : linkNames(line, data.authors, site).missing;
  const computed = date && site.hijriDate(date);
  const numbered = (words: string, key: InferredKey | undefined, value: string): Html =>
    html`<span${key && origin(data, key)}>${words} ${isolateName(site.numerals(value))}</span> `;
  let details = date === undefined ? '' : dateFact(data, date, site);
  // A printed Hijri date is shown as printed, even where the table disagrees.
  if (hijri !== undefined) {
    details += `<span${origin(data, 'hijri')}>${isolateName(hijri)}</span> `;
  } else if (computed !== undefined) {
    details += `<span class="hijri">${escapeHtml(computed)}</span> `;
  }
  if (dateline !== undefined) {
    details += `<span${origin(data, 'dateline')}>${isolateName(dateline)}</span> `;
  }
  for (const key of ['source', 'section'] as const) {
    const link = data[key];
    if (link !== undefined) details += `<span${origin(data, key)}>${pageLink(link, site)}</span> `;
  }
  if (volume !== undefined) details += numbered(messages.facts.volume, undefined, volume);
  if (issue !== undefined) details += numbered(messages.issue, 'issue', issue);
  if (page !== undefined) details += numbered(messages.page, 'page', page);
  if (series !== undefined) {
    details += html`<span>${messages.facts.series} ${isolateName(series)}</span> `;
  }
  if (part !== undefined) details += partFact(part, site);
  if (updated !== undefined && isOther(updated, metadata)) {
    details += `<span data-updated>${updatedText(updated, site)}</span> `;
  }
  for (const field of data.fields ?? []) details += `${ownField(field, site)} `;
  if (missing.length > 0) details += `<span>${pageLinks(missing, site)}</span> `;
  const time = readingTime(readingMinutes, site);
  if (time !== false) details += `${time} `;
  return trusted(details === '' ? '' : `<p class="facts">${details}</p>`);
}

/** The byline, and what is known of an article under it. */
export const articleFacts = (data: ArticleData, site: Site): Html =>
  html`${byline(data, site)}${facts(data, site)}`;
