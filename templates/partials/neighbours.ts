import type { Entry } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import type { ArticleData } from './article-data.ts';
import { isolateName, withName } from './language.ts';

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

/** A neighbour in the source, unless it is the same as in the archive. */
const other = (ofSource: Entry | undefined, ofArchive: Entry | undefined): Entry | undefined =>
  ofSource?.id === ofArchive?.id ? undefined : ofSource;

/** Links to the newer and the older article in the archive, and to those of the source where they are others. */
export function neighbours(data: ArticleData, site: Site): Html {
  const { messages } = site;
  const { newer, older, newerOfSource, olderOfSource, source } = data;
  const ofSource = source && messages.neighboursOf.replace('{name}', () => source.name);
  const inSource =
    ofSource !== undefined &&
    pair(other(newerOfSource, newer), other(olderOfSource, older), ofSource, site);
  return html`${pair(newer, older, messages.neighbours, site)}${
    inSource &&
    html`<p class="neighbours-title" aria-hidden="true">${source && withName(messages.neighboursOf, source.name)}</p>
${inSource}`
  }`;
}
