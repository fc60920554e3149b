import type { Config } from '../model/config.ts';
import type { Messages } from '../model/messages.ts';
import type { MenuEntry, MenuIndex, MenuTarget } from '../model/own-page.ts';
import type { MenuLink } from '../model/site.ts';
import type { BuiltInTermKind } from '../model/term-kind.ts';
import {
  allArticlesPath,
  datesPath,
  homePath,
  searchPagePath,
  termIndexPath,
} from './output-paths.ts';

/** Kinds of terms by the names of the menu. */
const termsOf: Readonly<Partial<Record<MenuIndex, BuiltInTermKind>>> = {
  sources: 'source',
  sections: 'section',
  topics: 'subject',
  authors: 'author',
  people: 'person',
  places: 'place',
};

/** Returns the link to an index. */
function indexLink(index: MenuIndex, messages: Messages): MenuLink {
  const kind = termsOf[index];
  if (kind !== undefined)
    return { title: messages.terms[kind].all, outputPath: termIndexPath(kind) };
  switch (index) {
    case 'home':
      return { title: messages.home, outputPath: homePath };
    case 'dates':
      return { title: messages.dates, outputPath: datesPath };
    case 'search':
      return { title: messages.search.title, outputPath: searchPagePath };
    default:
      return { title: messages.allArticles, outputPath: allArticlesPath() };
  }
}

/** Returns the link to a target; undefined for an own page that is held back. */
function targetLink(
  target: MenuTarget,
  { pages }: Config,
  messages: Messages,
): MenuLink | undefined {
  if ('index' in target) return indexLink(target.index, messages);
  if (!('page' in target)) return { title: '', ...target };
  const page = pages.find(({ name }) => name === target.page);
  if (page === undefined) return undefined;
  const title = page.menu === false ? page.title : page.menu;
  return { title, outputPath: page.outputPath };
}

/** Returns the links of the site's menu: those of the settings, else the own pages that are in it. */
export function menuLinks(config: Config, messages: Messages): readonly MenuLink[] {
  const entries: readonly MenuEntry[] =
    config.menu ??
    config.pages.flatMap(({ name, menu }) => (menu === false ? [] : [{ target: { page: name } }]));
  return entries.flatMap(({ title, target }) => {
    const link = targetLink(target, config, messages);
    return link === undefined ? [] : [{ ...link, title: title ?? link.title }];
  });
}
