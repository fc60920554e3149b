import type { Config } from '../model/config.ts';
import type { Messages } from '../model/messages.ts';
import type { MenuIndex, MenuTarget, OwnPage } from '../model/own-page.ts';
import type { SectionName } from '../model/section-name.ts';
import type { MenuLink } from '../model/site.ts';
import type { BuiltInTermKind, TermKind } from '../model/term-kind.ts';
import {
  allArticlesPath,
  datesPath,
  homePath,
  searchPagePath,
  termIndexPath,
} from './output-paths.ts';
import { siteTermKinds } from './site-term-kinds.ts';
import { termWords } from './term-words.ts';

/** Kinds of terms by the names of the menu. */
const termsOf: Readonly<Partial<Record<MenuIndex, BuiltInTermKind>>> = {
  sources: 'source',
  sections: 'section',
  topics: 'subject',
  authors: 'author',
  people: 'person',
  places: 'place',
};

/** The order of the sections in the menu; fields of the site's own follow. */
const menuOrder: readonly TermKind[] = [
  ...(['subject', 'person', 'place', 'source', 'author', 'section'] as const),
];

/** Returns the link to an index. */
function indexLink(index: MenuIndex, messages: Messages): MenuLink {
  const kind = termsOf[index];
  if (kind !== undefined) return termsLink(kind, messages);
  switch (index) {
    case 'home':
      return { title: messages.home, outputPath: homePath };
    case 'dates':
      return datesLink(messages);
    case 'search':
      return { title: messages.search.title, outputPath: searchPagePath };
    default:
      return articlesLink(messages);
  }
}

const articlesLink = ({ allArticles }: Messages): MenuLink => ({
  title: allArticles,
  outputPath: allArticlesPath(),
});

const datesLink = ({ frame }: Messages): MenuLink => ({
  title: frame.dates,
  outputPath: datesPath,
});

const termsLink = (kind: TermKind, messages: Messages): MenuLink => ({
  title: termWords(messages, kind).all,
  outputPath: termIndexPath(kind),
});

const pageLink = ({ menu, title, outputPath }: OwnPage): MenuLink => ({
  title: menu === false ? title : menu,
  outputPath,
});

/** Returns the link to a target; undefined for an own page that is held back. */
function targetLink(
  target: MenuTarget,
  { pages }: Config,
  messages: Messages,
): MenuLink | undefined {
  if ('index' in target) return indexLink(target.index, messages);
  if (!('page' in target)) return { title: '', ...target };
  const page = pages.find(({ name }) => name === target.page);
  return page && pageLink(page);
}

/** Returns the links of the menu in the settings; none where they have no menu. */
export const chosenLinks = (config: Config, messages: Messages): readonly MenuLink[] =>
  (config.menu ?? []).flatMap(({ title, target }) => {
    const link = targetLink(target, config, messages);
    return link === undefined ? [] : [{ ...link, title: title ?? link.title }];
  });

/** Returns the links to the own pages that are in the menu. */
const ownPageLinks = ({ pages }: Config): readonly MenuLink[] =>
  pages.filter(({ menu }) => menu !== false).map(pageLink);

/** Returns the links to the sections that the archive has, in the order of the menu. */
function sectionLinks(
  config: Config,
  messages: Messages,
  sections: ReadonlySet<SectionName>,
): readonly MenuLink[] {
  const kinds = new Set([...menuOrder, ...siteTermKinds(config)]);
  return [
    ...(sections.has('dates') ? [datesLink(messages)] : []),
    ...[...kinds].filter((kind) => sections.has(kind)).map((kind) => termsLink(kind, messages)),
  ];
}

/** Output paths of sections that the archive does not have. */
function missingPaths(sections: ReadonlySet<SectionName>): ReadonlySet<string> {
  const kinds = menuOrder.filter((kind) => !sections.has(kind)).map((kind) => termIndexPath(kind));
  return new Set([...kinds, ...(sections.has('dates') ? [] : [datesPath])]);
}

/**
 * Returns the links of the masthead: those of the settings, else the sections that the archive has and the
 * own pages. A link of the settings to a section that the archive does not have is left out.
 */
export function menuLinks(
  config: Config,
  messages: Messages,
  sections: ReadonlySet<SectionName>,
): readonly MenuLink[] {
  if (config.menu === undefined) {
    return [...sectionLinks(config, messages, sections), ...ownPageLinks(config)];
  }
  const missing = missingPaths(sections);
  return chosenLinks(config, messages).filter(
    (link) => 'url' in link || !missing.has(link.outputPath),
  );
}

/** Returns the page of the site's own that says what the archive is: `about.md`. */
const aboutPage = ({ pages }: Config): OwnPage | undefined =>
  pages.find(({ name }) => /^(?:about|عن)(?:$|[\s_-])/iu.test(name));

/** Tells whether the front page says what the archive is, and no page of the site's own does. */
export const isAboutOnHome = (config: Config, sections: ReadonlySet<SectionName>): boolean =>
  sections.has('articles') &&
  aboutPage(config) === undefined &&
  (config.home === undefined || config.home.includes('downloads'));

/** Returns the links at the end of every page: all articles, the sections, the own pages, and what the menu has besides. */
export function footerLinks(
  config: Config,
  messages: Messages,
  sections: ReadonlySet<SectionName>,
): readonly MenuLink[] {
  const about = aboutPage(config);
  const links = [
    articlesLink(messages),
    ...sectionLinks(config, messages, sections),
    ...menuLinks(config, messages, sections),
    ...(about === undefined ? [] : [pageLink(about)]),
  ];
  const seen = new Set<string>([homePath]);
  return links.filter((link) => {
    const to = 'url' in link ? link.url : link.outputPath;
    const isNew = !seen.has(to);
    seen.add(to);
    return isNew;
  });
}
