import type { Entry } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
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

/** Articles that share rare words with an article: title, source, date, these words; nothing without any. */
export const related = ({ related: articles }: ArticleData, site: Site): Html | false =>
  articles.length > 0 &&
  html`<section class="related" aria-labelledby="related">
<h2 id="related">${site.messages.related}</h2>
<ul>
${articles.map(
  ({
    entry: { outputPath, title, source, date, language },
    words,
    also,
  }) => html`<li><a href="${site.href(outputPath)}">${isolateName(title, language)}</a>
<p class="entry-facts">${source !== undefined && html`<span>${isolateName(source)}</span> `}${date !== undefined && html`${timeElement(date, site)} `}<span>${site.messages.shared} ${words.map((word, i) => html`${i > 0 && site.messages.listSeparator}${isolateName(word)}`)}</span></p>
${
  also.length > 0 &&
  html`<p class="also">${otherPublications(also, site)}</p>
`
}</li>
`,
)}</ul>
</section>
`;
