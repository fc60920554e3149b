import type { PageFrame, PageLink } from '../../src/model/page.ts';
import type { MenuLink, Site } from '../../src/model/site.ts';
import { type Html, html, trusted } from '../../src/render/html.ts';
import { itemName, siteName } from './language.ts';
import { oncePerSite } from './once.ts';

/** The folder of a section's index; pages of the section lie in it too. */
const folderOf = (outputPath: string): string =>
  outputPath.endsWith('/index.html') ? outputPath.slice(0, -'index.html'.length) : outputPath;

/** How the link of a menu is marked: it leads to this page, to the section in which it lies or which is above it, or elsewhere. */
type Mark = 'page' | 'true' | '';

function markOf(link: string, own: string, above: readonly PageLink[]): Mark {
  if (link === own) return 'page';
  const isWithin =
    own.startsWith(folderOf(link)) || above.some(({ outputPath }) => outputPath === link);
  return isWithin ? 'true' : '';
}

/** An item of a menu, up to the mark of its link, and after it. */
type MenuItem = readonly [link: string | undefined, before: string, after: string];

const menuItem = (link: MenuLink, site: Site): MenuItem => {
  const title = itemName(link.title, site).source;
  return 'url' in link
    ? [undefined, html`<li><a href="${link.url}"`.source, `>${title}</a></li>\n`]
    : [
        link.outputPath,
        html`<li><a href="${site.href(link.outputPath)}"`.source,
        `>${title}</a></li>\n`,
      ];
};

/** Menus are printed once for the pages of a folder. */
const itemsOf = oncePerSite((site) => {
  const printed = new Map<readonly MenuLink[], readonly MenuItem[]>();
  return (links: readonly MenuLink[]): readonly MenuItem[] => {
    const items = printed.get(links) ?? links.map((link) => menuItem(link, site));
    printed.set(links, items);
    return items;
  };
});

/**
 * The items of a menu.
 *
 * @param own output path of the page
 * @param above the pages above it whose sections are marked
 */
export function menuItems(
  links: readonly MenuLink[],
  own: string,
  site: Site,
  above: readonly PageLink[] = [],
): Html {
  let source = '';
  for (const [link, before, after] of itemsOf(site)(links)) {
    const mark = link === undefined ? '' : markOf(link, own, above);
    source += mark === '' ? before + after : `${before} aria-current="${mark}"${after}`;
  }
  return trusted(source);
}

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

/** The name of the archive with its logo, and the search field. */
const nameAndSearch = oncePerSite((site) => {
  // The name is beside it, so the alternative text is empty.
  const logo =
    site.logo !== undefined && html`<img class="logo" src="${site.href(site.logo)}" alt=""> `;
  return {
    name: html`<a class="masthead-name" href="${site.href('index.html')}">${logo}${siteName(site)}</a>`,
    search: html`${searchField(site)}`,
  };
});

/** The name of the archive, a search field, and the menu. */
export function masthead(page: PageFrame, site: Site): Html {
  const { name, search } = nameAndSearch(site);
  return html`<header class="masthead"><div class="masthead-line">${name}
${!withOwnField.includes(page.kind) && search}</div>
${siteMenu(page.outputPath, site, page.kind === 'article' ? [] : page.trail)}</header>
`;
}
