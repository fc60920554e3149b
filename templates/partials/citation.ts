import type { PackedOriginal } from '../../src/model/download.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import type { ArticleData } from './article-data.ts';
import { citedName, citedTitle } from './cited-text.ts';
import { isolateName } from './language.ts';
import { licenseLink } from './license-link.ts';

/** The version of the text, with the day of its last change: what a citation leads to later. */
function textVersion({ version, changed }: ArticleData['citation'], site: Site): Html | false {
  const { version: words, versionOf } = site.messages.article;
  if (version === undefined) return false;
  const [before = '', after = ''] = (changed === undefined ? words : versionOf).split('{version}');
  const date = changed === undefined ? '' : site.date(changed);
  const written = (text: string): string => text.replace('{date}', () => date);
  return html`${written(before)}<bdi dir="ltr">${version}</bdi>${written(after)}`;
}

/** The parts of a citation in their order; a comma stands between them, and no stop after the last. */
function citationParts(reference: ArticleData['citation'], site: Site): readonly Html[] {
  const { messages } = site;
  const { title, authors, source, date, volume, issue, page, archive, url } = reference;
  const { language, identifiers = [] } = reference;
  const name = (text: string): Html => isolateName(citedName(text));
  const quoted = citedTitle(title, messages.citedTitle);
  return [
    authors.length > 0 &&
      separated(
        authors.map((author) => name(author)),
        site,
      ),
    html`${messages.citedTitle[0]}${isolateName(quoted, language)}${messages.citedTitle[1]}`,
    source !== undefined && name(source),
    date !== undefined && html`${site.date(date)}`,
    volume !== undefined && html`${messages.facts.volume} ${name(site.numerals(volume))}`,
    issue !== undefined && html`${messages.issue} ${name(site.numerals(issue))}`,
    page !== undefined && html`${messages.page} ${name(site.numerals(page))}`,
    archive !== undefined && archive !== source && name(archive),
    textVersion(reference, site),
    ...identifiers.map(
      ({ kind, value, url: resolver }) =>
        html`<bdi dir="ltr">${kind === 'doi' ? resolver : value}</bdi>`,
    ),
    url !== undefined && html`<bdi dir="ltr">${url}</bdi>`,
  ].filter((part) => part !== false);
}

const separated = (parts: readonly Html[], { messages }: Site): Html =>
  html`${parts.map((part, i) => html`${i > 0 && messages.listSeparator}${part}`)}`;

/** Rights and licence of the article, by which it may be used. */
const rights = ({ article: { metadata } }: ArticleData, site: Site): Html | false =>
  (metadata.rights ?? metadata.license) !== undefined &&
  html`<p class="article-rights">${
    metadata.rights !== undefined && html`${site.messages.rights}: ${isolateName(metadata.rights)}`
  }${metadata.rights !== undefined && metadata.license !== undefined && site.messages.listSeparator}${
    metadata.license !== undefined &&
    html`${site.messages.facts.license}: ${licenseLink(site.licenseOf(metadata.license), true)}`
  }</p>
`;

/** The original in its pack: a link to the pack, and the name in it. */
const packedLink = ({ outputPath, member }: PackedOriginal, site: Site): Html => {
  const [before = '', after = ''] = site.messages.article.inPack.split('{file}');
  return html`<a download href="${site.href(outputPath)}" data-pack>${site.messages.downloads.original}</a> <span class="packed">${before}<bdi dir="ltr" data-member>${member}</bdi>${after}</span> `;
};

/** The citation of an article: a line that one click selects, files for reference managers, rights, downloads. */
export function citation(data: ArticleData, site: Site): Html {
  const { citation: reference, citationFiles, downloads, packed } = data;
  const { messages } = site;
  const { identifiers = [] } = reference;
  return html`<section class="citation" aria-labelledby="citation">
<h2 id="citation">${messages.citation}</h2>
<p class="citation-text" data-citation>${separated(citationParts(reference, site), site)}</p>
${
  identifiers.length > 0 &&
  html`<p class="identifiers" data-identifiers>${messages.notices.identifiers} ${separated(
    identifiers.map(({ value, url: resolver }) =>
      resolver === undefined
        ? html`<bdi dir="ltr">${value}</bdi>`
        : html`<a href="${resolver}"><bdi dir="ltr">${value}</bdi></a>`,
    ),
    site,
  )}</p>
`
}${rights(data, site)}<p class="citation-files">${messages.citationFiles} ${citationFiles.map(
    ({ format, name, href }, i) =>
      html`${i > 0 && ' '}<a download="${name}" href="${href}">${format}</a>`,
  )}</p>
${
  (downloads.length > 0 || packed !== undefined) &&
  html`<p class="citation-files"${packed !== undefined && html` data-texts`}>${messages.download} ${
    packed !== undefined &&
    !downloads.some(({ form }) => form === 'original') &&
    packedLink(packed, site)
  }${downloads.map(
    ({ form, outputPath }) =>
      html`<a download href="${site.href(outputPath)}" data-form="${outputPath.replace(/^.*\./, '')}">${messages.downloads[form]}</a> `,
  )}</p>
`
}</section>
`;
}
