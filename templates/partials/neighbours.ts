import type { Entry } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import type { ArticleData } from './article-data.ts';
import { isolateName } from './language.ts';

const neighbour = (
  entry: Entry | undefined,
  label: string,
  rel: string,
  site: Site,
): Html | false =>
  entry !== undefined &&
  html`<a rel="${rel}" href="${site.href(entry.outputPath)}"><span>${label}</span> ${isolateName(entry.title, entry.language)}</a>
`;

/** Links to the newer and the older article, in a landmark named `label`; nothing without either. */
function pair(
  newer: Entry | undefined,
  older: Entry | undefined,
  label: string,
  site: Site,
): Html | false {
  const { messages } = site;
  return (
    (newer !== undefined || older !== undefined) &&
    html`<nav class="neighbours" aria-label="${label}">
${neighbour(newer, messages.newer, 'prev', site)}${neighbour(older, messages.older, 'next', site)}</nav>
`
  );
}

/** Links to the newer and the older article, in the archive and among those of the source. */
export function neighbours(data: ArticleData, site: Site): Html {
  const { messages } = site;
  const { newer, older, newerOfSource, olderOfSource, source } = data;
  const ofSource = source && messages.neighboursOf.replace('{name}', () => source.name);
  const inSource = ofSource !== undefined && pair(newerOfSource, olderOfSource, ofSource, site);
  return html`${pair(newer, older, messages.neighbours, site)}${
    inSource &&
    html`<p class="neighbours-title" aria-hidden="true">${ofSource}</p>
${inSource}`
  }`;
}

/** Articles that share rare words with an article, with these words; nothing without any. */
export const related = ({ related: articles }: ArticleData, site: Site): Html | false =>
  articles.length > 0 &&
  html`<section class="related" aria-labelledby="related">
<h2 id="related">${site.messages.related}</h2>
<ul>
${articles.map(
  ({
    entry,
    words,
  }) => html`<li><a href="${site.href(entry.outputPath)}">${isolateName(entry.title, entry.language)}</a> <span>${site.messages.shared} ${words.map((word, i) => html`${i > 0 && site.messages.listSeparator}${isolateName(word)}`)}</span></li>
`,
)}</ul>
</section>
`;
