import type { PlainDate } from '../../src/model/date.ts';
import type { InferredKey } from '../../src/model/inferred.ts';
import type { PageLink } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html, isolateLtr } from '../../src/render/html.ts';
import type { ArticleData } from './article-data.ts';
import { isolateName } from './language.ts';
import { ownField } from './own-fields.ts';
import { pageLink, pageLinks } from './page-links.ts';
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

/**
 * The byline, and the line under it: date, dateline, source, issue, page, series, reading time. Date, source and
 * authors link to the articles that share them.
 */
export function articleFacts(data: ArticleData, site: Site): Html {
  const { messages } = site;
  const { metadata, inferred, readingMinutes } = data.article;
  const { date, hijri, dateline, volume, issue, page, series, part, byline, updated } = metadata;
  const { words, missing } =
    byline === undefined
      ? { words: data.authors.length > 0 && pageLinks(data.authors, site), missing: [] }
      : linkNames(byline, data.authors, site);
  const day = date !== undefined && timeElement(date, site);
  const computed = date && site.hijriDate(date);
  /** The attribute that marks values inferred from the text. */
  const origin = (key: InferredKey): Html =>
    html`${inferred.some(({ keys }) => keys.includes(key)) && html` data-inferred`}`;
  const isDerived = inferred.some(({ keys, from }) => from === 'hijri' && keys.includes('date'));
  const [before = '', after = ''] = isDerived ? messages.dateDerived.split('{date}') : [];
  const details = [
    day &&
      html`<span${origin('date')}${isDerived && html` data-derived`}>${before}${data.date === undefined ? day : html`<a href="${site.href(data.date)}">${day}</a>`}${after}</span>`,
    // A printed Hijri date is shown as printed, even where the table disagrees.
    hijri !== undefined
      ? html`<span${origin('hijri')}>${isolateName(hijri)}</span>`
      : computed !== undefined && html`<span class="hijri">${computed}</span>`,
    dateline !== undefined && html`<span${origin('dateline')}>${isolateName(dateline)}</span>`,
    data.source !== undefined &&
      html`<span${origin('source')}>${pageLink(data.source, site)}</span>`,
    data.section !== undefined &&
      html`<span${origin('section')}>${pageLink(data.section, site)}</span>`,
    volume !== undefined &&
      html`<span>${messages.facts.volume} ${isolateName(site.numerals(volume))}</span>`,
    issue !== undefined &&
      html`<span${origin('issue')}>${messages.issue} ${isolateName(site.numerals(issue))}</span>`,
    page !== undefined &&
      html`<span${origin('page')}>${messages.page} ${isolateName(site.numerals(page))}</span>`,
    series !== undefined && html`<span>${messages.facts.series} ${isolateName(series)}</span>`,
    part !== undefined &&
      html`<span>${/^\p{N}+$/u.test(part) && html`${messages.facts.part} `}${isolateName(site.numerals(part))}</span>`,
    updated !== undefined && html`<span data-updated>${updatedText(updated, site)}</span>`,
    ...(data.fields ?? []).map((field) => ownField(field, site)),
    missing.length > 0 && html`<span>${pageLinks(missing, site)}</span>`,
    readingMinutes > 0 && html`<span>${site.count(readingMinutes, messages.readingTime)}</span>`,
  ];
  return html`${
    words &&
    html`<p class="byline"${origin('authors')}>${words}</p>
`
  }<p class="facts">${details.map((detail) => detail && html`${detail} `)}</p>`;
}
