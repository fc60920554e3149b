import type { Entry } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { escapeHtml, type Html, html, trusted } from '../../src/render/html.ts';
import type { ArticleData } from './article-data.ts';
import { isolateName } from './language.ts';
import { timeElement } from './time-element.ts';

/** Other publications of a text: the source of each as a link, else its title, and its date. */
const otherPublications = (entries: readonly Entry[], site: Site): Html =>
  html`${site.messages.article.alsoIn} ${entries.map(
    ({ outputPath, title, source, date, language }, i) =>
      html`${i > 0 && site.messages.listSeparator}<a href="${site.href(outputPath)}">${source === undefined ? isolateName(title, language) : isolateName(source)}</a>${date !== undefined && html` (${timeElement(date, site)})`}`,
  )}`;

/** Where else the text of an article was published; nothing where it was not. */
export const alsoPublished = ({ alsoPublished: entries }: ArticleData, site: Site): Html =>
  html`${
    entries.length > 0 &&
    html`<p class="also-published" data-also>${otherPublications(entries, site)}</p>
`
  }`;

/** A related article: title, source, date, the words that it shares. */
function item({ entry, words, also }: ArticleData['related'][number], site: Site): string {
  const { outputPath, title, source, date, language } = entry;
  const { shared, listSeparator } = site.messages;
  let facts = '';
  if (source !== undefined) facts += `<span>${isolateName(source).source}</span> `;
  if (date !== undefined) facts += `${timeElement(date, site).source} `;
  const names = words.map((word) => isolateName(word).source).join(escapeHtml(listSeparator));
  const others =
    also.length === 0 ? '' : html`<p class="also">${otherPublications(also, site)}</p>\n`;
  return `<li><a href="${escapeHtml(site.href(outputPath))}">${isolateName(title, language).source}</a>
<p class="entry-facts">${facts}<span>${escapeHtml(shared)} ${names}</span></p>
${others}</li>
`;
}

/** Articles that share rare words with an article; nothing without any. */
export const related = ({ related: articles }: ArticleData, site: Site): Html | false =>
  articles.length > 0 &&
  html`<section class="related" aria-labelledby="related">
<h2 id="related">${site.messages.related}</h2>
<ul>
${articles.map((article) => trusted(item(article, site)))}</ul>
</section>
`;
