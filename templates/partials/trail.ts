import type { PageFrame, PageLink } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { escapeHtml, type Html, trusted } from '../../src/render/html.ts';
import { itemName } from './language.ts';

/** Kinds of pages that stand in no index: they lead to the front page themselves. */
const strayKinds = ['home', 'not-found'];

/** The breadcrumb of a page: links to the pages above it, from the front page down. */
export function trail({ kind, trail: above = [] }: PageFrame, site: Site): Html | false {
  if (strayKinds.includes(kind)) return false;
  const { home, within } = site.messages;
  const item = ({ name, outputPath }: PageLink): string =>
    `<li><a href="${escapeHtml(site.href(outputPath))}">${itemName(name, site).source}</a></li>`;
  let source = `<nav class="trail" aria-label="${escapeHtml(within)}"><ol>`;
  source += item({ name: home, outputPath: 'index.html' });
  for (const link of above) source += item(link);
  return trusted(`${source}</ol></nav>\n`);
}
