import type { Entry } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { escapeHtml, type Html, html, trusted } from '../../src/render/html.ts';
import type { ArticleData } from './article-data.ts';
import { isolateName, withName } from './language.ts';

const neighbour = (entry: Entry, label: string, rel: 'prev' | 'next', site: Site): string =>
  `<a rel="${rel}" href="${escapeHtml(site.href(entry.outputPath))}"><span>${escapeHtml(label)}</span> ${isolateName(entry.title, entry.language).source}</a>\n`;

/** Links to the newer and the older article, in a landmark named `label`; nothing without either. */
function pair(
  newer: Entry | undefined,
  older: Entry | undefined,
  label: string,
  site: Site,
): Html | false {
  if (newer === undefined && older === undefined) return false;
  const { messages } = site;
  let source = `<nav class="neighbours" aria-label="${escapeHtml(label)}">\n`;
  if (newer !== undefined) source += neighbour(newer, messages.newer, 'prev', site);
  if (older !== undefined) source += neighbour(older, messages.older, 'next', site);
  return trusted(`${source}</nav>\n`);
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
