import type { PageLink } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import { isolateName } from './language.ts';

/** A name linked to a page of the archive. */
export const pageLink = ({ name, outputPath }: PageLink, site: Site): Html =>
  html`<a href="${site.href(outputPath)}">${isolateName(name)}</a>`;

/** Linked names, separated by the list separator. */
export const pageLinks = (links: readonly PageLink[], site: Site): Html =>
  html`${links.map((link, i) => html`${i > 0 && site.messages.listSeparator}${pageLink(link, site)}`)}`;
