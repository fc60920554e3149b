import type { PageLink } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { escapeHtml, type Html, trusted } from '../../src/render/html.ts';
import { isolateName } from './language.ts';

/** A name linked to a page of the archive. */
export const pageLink = ({ name, outputPath }: PageLink, site: Site): Html =>
  trusted(`<a href="${escapeHtml(site.href(outputPath))}">${isolateName(name).source}</a>`);

/** Linked names, separated by the list separator. */
export function pageLinks(links: readonly PageLink[], site: Site): Html {
  const separator = escapeHtml(site.messages.listSeparator);
  return trusted(links.map((link) => pageLink(link, site).source).join(separator));
}
