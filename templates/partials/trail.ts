import type { PageFrame, PageLink } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import { isolateName } from './language.ts';

/** Kinds of pages that stand in no index: they lead to the front page themselves. */
const strayKinds = ['home', 'not-found'];

/** The breadcrumb of a page: links to the pages above it, from the front page down. */
export function trail({ kind, trail: above = [] }: PageFrame, site: Site): Html | false {
  if (strayKinds.includes(kind)) return false;
  const links: readonly PageLink[] = [
    { name: site.messages.home, outputPath: 'index.html' },
    ...above,
  ];
  return html`<nav class="trail" aria-label="${site.messages.within}"><ol>${links.map(
    ({ name, outputPath }) =>
      html`<li><a href="${site.href(outputPath)}">${isolateName(name)}</a></li>`,
  )}</ol></nav>
`;
}
