import type { PageFrame, PageLink } from '../../src/model/page.ts';
import type { MenuLink, Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import { isolateName, siteName } from './language.ts';

/** The folder of a section's index; pages of the section lie in it too. */
const folderOf = (outputPath: string): string =>
  outputPath.endsWith('/index.html') ? outputPath.slice(0, -'index.html'.length) : outputPath;

/** Marks the link of a menu that leads to this page, or to the section in which it lies or which is above it. */
function current(link: string, own: string, above: readonly PageLink[]): Html | false {
  if (link === own) return html` aria-current="page"`;
  const isWithin =
    own.startsWith(folderOf(link)) || above.some(({ outputPath }) => outputPath === link);
  return isWithin && html` aria-current="true"`;
}

/**
 * The items of a menu.
 *
 * @param own output path of the page
 * @param above the pages above it whose sections are marked
 */
export const menuItems = (
  links: readonly MenuLink[],
  own: string,
  { href }: Site,
  above: readonly PageLink[] = [],
): Html =>
  html`${links.map((link) =>
    'url' in link
      ? html`<li><a href="${link.url}">${isolateName(link.title)}</a></li>
`
      : html`<li><a href="${href(link.outputPath)}"${current(link.outputPath, own, above)}>${isolateName(link.title)}</a></li>
`,
  )}`;

/** The sections of the archive and the own pages, or the menu of the settings; nothing where there are none. */
export const siteMenu = (own: string, site: Site, above: readonly PageLink[] = []): Html | false =>
  site.menu.length > 0 &&
  html`<nav class="site-menu" aria-label="${site.messages.frame.sections}"><ul>
${menuItems(site.menu, own, site, above)}</ul></nav>
`;

/** The search field of the masthead: a form that works without a script up to the search page. */
const searchField = ({ search, messages, href }: Site): Html | false =>
  search !== undefined &&
  html`<form class="site-search" role="search" action="${href(search.page)}"><input name="q" type="search" dir="auto" aria-label="${messages.search.label}" placeholder="${messages.frame.search}" autocomplete="off" enterkeyhint="search" maxlength="1000"><button>${messages.search.button}</button></form>`;

/** Kinds of pages with a search field of their own. */
const withOwnField = ['search', 'not-found'];

/** The name of the archive, a search field, and the menu. */
export function masthead(page: PageFrame, site: Site): Html {
  // The name is beside it, so the alternative text is empty.
  const logo =
    site.logo !== undefined && html`<img class="logo" src="${site.href(site.logo)}" alt=""> `;
  return html`<header class="masthead"><div class="masthead-line"><a class="masthead-name" href="${site.href('index.html')}">${logo}${siteName(site)}</a>
${!withOwnField.includes(page.kind) && searchField(site)}</div>
${siteMenu(page.outputPath, site, page.kind === 'article' ? [] : page.trail)}</header>
`;
}
