import type { Entry } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import type { ArticleData } from './article-data.ts';
import { isolateName, withName } from './language.ts';
import { timeElement } from './time-element.ts';

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
    html`<p class="neighbours-title" aria-hidden="true">${source && withName(messages.neighboursOf, source.name)}</p>
${inSource}`
  }`;
}

/** A link to an article by its source, else by its title; with its date. */
const copyLink = ({ outputPath, source, title, date }: Entry, site: Site): Html =>
  html`<a href="${site.href(outputPath)}">${isolateName(source ?? title)}</a>${
    date !== undefined && html` (${timeElement(date, site)})`
  }`;

/** Articles with nearly the same text: «منشور أيضًا في: …»; nothing without any. */
const copies = (entries: readonly Entry[], site: Site): Html | false =>
  entries.length > 0 &&
  html`<p class="also-published">${site.messages.likeThis.alsoPublished} ${entries.map(
    (entry, i) => html`${i > 0 && site.messages.listSeparator}${copyLink(entry, site)}`,
  )}</p>
`;

/** The articles with nearly the same text as an article; nothing without any. */
export const alsoPublished = (data: ArticleData, site: Site): Html | false =>
  copies(data.alsoPublished, site);

/** Source and date of an article; nothing where it has neither. */
const relatedFacts = ({ source, date }: Entry, site: Site): Html | false =>
  (source !== undefined || date !== undefined) &&
  html`<p class="related-facts">${source !== undefined && isolateName(source)}${
    source !== undefined && date !== undefined && ' '
  }${date !== undefined && timeElement(date, site)}</p>
`;

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
    also,
  }) => html`<li><a href="${site.href(entry.outputPath)}">${isolateName(entry.title, entry.language)}</a>
${relatedFacts(entry, site)}<p class="related-words">${site.messages.shared} ${words.map((word, i) => html`${i > 0 && site.messages.listSeparator}${isolateName(word)}`)}</p>
${copies(also, site)}</li>
`,
)}</ul>
</section>
`;
