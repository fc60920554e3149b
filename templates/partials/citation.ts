import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import type { ArticleData } from './article-data.ts';
import { isolateName } from './language.ts';

/** The citation of an article: a line that one click selects, files for reference managers, downloads. */
export function citation(
  { citation: reference, citationFiles, downloads }: ArticleData,
  site: Site,
): Html {
  const { messages } = site;
  const {
    title,
    authors,
    source,
    date,
    volume,
    issue,
    page,
    url,
    language,
    identifiers = [],
  } = reference;
  const join = (parts: readonly Html[]): readonly Html[] =>
    parts.map((part, i) => html`${i > 0 && messages.listSeparator}${part}`);
  const parts = [
    authors.length > 0 && html`${join(authors.map((author) => isolateName(author)))}`,
    html`${messages.citedTitle[0]}${isolateName(title, language)}${messages.citedTitle[1]}`,
    source !== undefined && isolateName(source),
    date !== undefined && html`${site.date(date)}`,
    volume !== undefined && html`${messages.facts.volume} ${isolateName(site.numerals(volume))}`,
    issue !== undefined && html`${messages.issue} ${isolateName(site.numerals(issue))}`,
    page !== undefined && html`${messages.page} ${isolateName(site.numerals(page))}`,
    ...identifiers.map(
      ({ kind, value, url: resolver }) =>
        html`<bdi dir="ltr">${kind === 'doi' ? resolver : value}</bdi>`,
    ),
    url !== undefined && html`<bdi dir="ltr">${url}</bdi>`,
  ].filter((part) => part !== false);
  return html`<section class="citation" aria-labelledby="citation">
<h2 id="citation">${messages.citation}</h2>
<p class="citation-text">${join(parts)}</p>
${
  identifiers.length > 0 &&
  html`<p class="identifiers" data-identifiers>${messages.notices.identifiers} ${join(
    identifiers.map(({ value, url: resolver }) =>
      resolver === undefined
        ? html`<bdi dir="ltr">${value}</bdi>`
        : html`<a href="${resolver}"><bdi dir="ltr">${value}</bdi></a>`,
    ),
  )}</p>
`
}<p class="citation-files">${messages.citationFiles} ${citationFiles.map(
    ({ format, name, href }, i) =>
      html`${i > 0 && ' '}<a download="${name}" href="${href}">${format}</a>`,
  )}</p>
${
  downloads.length > 0 &&
  html`<p class="citation-files">${messages.download} ${downloads.map(
    ({ form, outputPath }) =>
      html`<a download href="${site.href(outputPath)}">${messages.downloads[form]}</a> `,
  )}</p>
`
}</section>
`;
}
