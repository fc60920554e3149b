import type { PlainDate } from '../../src/model/date.ts';
import type { InferredKey } from '../../src/model/inferred.ts';
import type { Metadata } from '../../src/model/metadata.ts';
import type { PageLink } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html, isolateLtr } from '../../src/render/html.ts';
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

/** The byline with the authors' names linked, or their names; and the authors whose names are not in it. */
function namesOf({ article, authors }: ArticleData, site: Site): ReturnType<typeof linkNames> {
  const { byline: line } = article.metadata;
  if (line !== undefined) return linkNames(line, authors, site);
  return { words: html`${authors.length > 0 && pageLinks(authors, site)}`, missing: [] };
}

/** The attribute that marks values inferred from the text. */
const origin = ({ article: { inferred } }: ArticleData, key: InferredKey): Html =>
  html`${inferred.some(({ keys }) => keys.includes(key)) && html` data-inferred`}`;

/** Tells whether a day of change says more than the date and the corrections, which the page shows as well. */
function isOther(updated: PlainDate, { date, corrections = [] }: Metadata): boolean {
  const shown = [date, ...corrections.map((correction) => correction.date)];
  return shown.every((other) => other?.edtf !== updated.edtf);
}

/** The byline as printed, else the names of the authors; nothing without either. */
export function byline(data: ArticleData, site: Site): Html | false {
  const { words } = namesOf(data, site);
  return (
    words.source !== '' &&
    html`<p class="byline"${origin(data, 'authors')}>${words}</p>
`
  );
}

/**
 * What is known of an article: date, dateline, source, issue, page, series, reading time. Date, source and authors link
 * to the articles that share them.
 */
export function facts(data: ArticleData, site: Site): Html {
  const { messages } = site;
  const { metadata, inferred, readingMinutes } = data.article;
  const { date, hijri, dateline, volume, issue, page, series, part, updated } = metadata;
  const { missing } = namesOf(data, site);
  const day = date !== undefined && timeElement(date, site);
  const computed = date && site.hijriDate(date);
  const isDerived = inferred.some(({ keys, from }) => from === 'hijri' && keys.includes('date'));
  const [before = '', after = ''] = isDerived ? messages.dateDerived.split('{date}') : [];
  const details = [
    day &&
      html`<span${origin(data, 'date')}${isDerived && html` data-derived`}>${before}${data.date === undefined ? day : html`<a href="${site.href(data.date)}">${day}</a>`}${after}</span>`,
    // A printed Hijri date is shown as printed, even where the table disagrees.
    hijri !== undefined
      ? html`<span${origin(data, 'hijri')}>${isolateName(hijri)}</span>`
      : computed !== undefined && html`<span class="hijri">${computed}</span>`,
    dateline !== undefined &&
      html`<span${origin(data, 'dateline')}>${isolateName(dateline)}</span>`,
    data.source !== undefined &&
      html`<span${origin(data, 'source')}>${pageLink(data.source, site)}</span>`,
    data.section !== undefined &&
      html`<span${origin(data, 'section')}>${pageLink(data.section, site)}</span>`,
    volume !== undefined &&
      html`<span>${messages.facts.volume} ${isolateName(site.numerals(volume))}</span>`,
    issue !== undefined &&
      html`<span${origin(data, 'issue')}>${messages.issue} ${isolateName(site.numerals(issue))}</span>`,
    page !== undefined &&
      html`<span${origin(data, 'page')}>${messages.page} ${isolateName(site.numerals(page))}</span>`,
    series !== undefined && html`<span>${messages.facts.series} ${isolateName(series)}</span>`,
    part !== undefined &&
      html`<span>${/^\p{N}+$/u.test(part) && html`${messages.facts.part} `}${isolateName(site.numerals(part))}</span>`,
    updated !== undefined &&
      isOther(updated, metadata) &&
      html`<span data-updated>${updatedText(updated, site)}</span>`,
    ...(data.fields ?? []).map((field) => ownField(field, site)),
    missing.length > 0 && html`<span>${pageLinks(missing, site)}</span>`,
    readingTime(readingMinutes, site),
  ].filter((detail) => detail !== false);
  return html`${
    details.length > 0 && html`<p class="facts">${details.map((detail) => html`${detail} `)}</p>`
  }`;
}

/** The byline, and what is known of an article under it. */
export const articleFacts = (data: ArticleData, site: Site): Html =>
  html`${byline(data, site)}${facts(data, site)}`;
