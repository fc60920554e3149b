import { formatDate, formatHijri, formatYears, hijriDay, machineDate } from '../calendar/dates.ts';
import { countNoun, formatCount, localDigits } from '../calendar/numerals.ts';
import { siteMessages } from '../i18n/site-messages.ts';
import { address } from '../model/address.ts';
import type { Config } from '../model/config.ts';
import type { PlainDate } from '../model/date.ts';
import { licenseOf } from '../model/license.ts';
import type { PageFrame } from '../model/page.ts';
import { keepRecent, keepRecentBy } from '../model/recent.ts';
import type { SectionName } from '../model/section-name.ts';
import type { Preload, PreviewPicture, Site } from '../model/site.ts';
import { exportPath } from '../outputs/archive-exports.ts';
import type { Html } from '../render/html.ts';
import { relativeLink } from '../render/link.ts';
import { calendarDate, calendarName, calendarTitle, regionOf } from './calendar.ts';
import { isWholeDocument, type Page, type PageData, type PageKind } from './kinds.ts';
import { withHeldLabel, withNoIndex } from './mark-held.ts';
import { footerLinks, isAboutOnHome, menuLinks } from './menu.ts';
import { withNameLanguages } from './name-languages.ts';
import { searchPagePath } from './output-paths.ts';
import type { PageOf } from './page-kind.ts';
import { robotsTags } from './robots-tags.ts';
import type { PageTemplates, Templates } from './templates.ts';
import { termWords } from './term-words.ts';

/** Output paths of the assets that every page links to. */
export interface SharedAssets {
  readonly styles: readonly string[];
  /** Output path of the style sheet that the search page has in place of them. */
  readonly searchStyle?: string | undefined;
  readonly preloads: readonly Preload[];
  /** Output path of the favicon. */
  readonly icon?: string | undefined;
  readonly logo?: string | undefined;
  readonly preview?: PreviewPicture | undefined;
  /** Output path of the search page's script. */
  readonly script?: string | undefined;
  /** Output path of the search page's second script. */
  readonly panels?: string | undefined;
  /** Output path of the reader script. */
  readonly reader?: string | undefined;
}

/** Keeps the words of the dates that were printed last: neighbours, related articles and lists show the same. */
const inWords = (words: (date: PlainDate) => string): ((date: PlainDate) => string) =>
  keepRecentBy(1024, ({ edtf }) => edtf, words);

/** Folders whose site is kept, in each of two generations; a site with what templates keep of it takes some 20 KB. */
const keptFolders = 32;

/**
 * Returns a function that returns the `Site` of a page: shared values, and links relative to the page. Pages of one
 * folder have the same, so that templates may keep what depends on nothing else.
 *
 * @param sections those that the archive has
 */
export function siteFor(
  config: Config,
  assets: SharedAssets,
  sections: readonly SectionName[] = [],
): (page: PageFrame) => Site {
  const messages = siteMessages(config);
  const region = regionOf(config);
  const { digits } = region;
  const { baseUrl } = config;
  const existing = new Set(sections);
  const hijriInWords = inWords((date) => formatHijri(date, region, messages) ?? '');
  const shared = {
    name: config.name,
    description: config.description,
    messages,
    digits,
    baseUrl,
    thumbnails: config.look.thumbnails === true,
    drafts: config.drafts === true,
    address: (outputPath) => (baseUrl === undefined ? undefined : address(baseUrl, outputPath)),
    preloads: assets.preloads.filter(
      ({ direction = messages.direction }) => direction === messages.direction,
    ),
    icon: assets.icon,
    logo: assets.logo,
    preview: assets.preview,
    reader: assets.reader,
    menu: menuLinks(config, messages, existing),
    ways: footerLinks(config, messages, existing),
    isAboutOnHome: isAboutOnHome(config, existing),
    exports: config.exports.map((form) => ({ form, outputPath: exportPath(form) })),
    rights: config.rights,
    license: config.license === undefined ? undefined : licenseOf(config.license),
    licenseOf,
    robots: robotsTags(config.robots ?? {}),
    search:
      config.search && assets.script !== undefined && assets.panels !== undefined
        ? { page: searchPagePath, script: assets.script, panels: assets.panels }
        : undefined,
    date: inWords((date) => formatDate(date, region, messages)),
    hijriDate: (date) => hijriInWords(date) || undefined,
    hijriDay: (date) => hijriDay(date, region, messages),
    weekdays: messages.weekdays.map((_, i, days) => days[(i + region.weekStart) % 7] ?? ''),
    machineDate,
    calendarDate,
    calendarTitle: (key) => calendarTitle(key, region, messages),
    calendarName: (key) => calendarName(key, region, messages),
    month: (month) => region.months[month - 1] ?? '',
    number: (count) => formatCount(count, digits),
    numerals: (text) => (/^[0-9]+(?:[-–][0-9]+)?$/.test(text) ? localDigits(text, digits) : text),
    count: (count, noun) => countNoun(count, noun, digits, messages.language),
    termWords: (kind) => termWords(messages, kind),
    years: (first, last) => formatYears(first, last, region),
  } satisfies Omit<Site, 'href' | 'head' | 'foot' | 'styles'>;
  const { head, foot } = config.siteHtml;
  const siteOf = (href: Site['href'], styles: Site['styles']): Site => ({
    ...shared,
    styles,
    href,
    head: head === undefined ? undefined : withSiteLinks(head, href),
    foot: foot === undefined ? undefined : withSiteLinks(foot, href),
  });
  const linksFrom =
    (from: string): Site['href'] =>
    (outputPath) =>
      relativeLink(from, outputPath);
  const inFolder = keepRecent(keptFolders, (folder: string) =>
    siteOf(linksFrom(folder), assets.styles),
  );
  return ({ kind, outputPath }) => {
    const { searchStyle } = assets;
    if (kind === 'search' && searchStyle !== undefined) {
      return siteOf(linksFrom(outputPath), [searchStyle]);
    }
    if (kind === 'not-found' && baseUrl !== undefined) {
      // Hosts serve 404.html at any depth, where relative links would break.
      return siteOf((linked) => address(baseUrl, linked), assets.styles);
    }
    return inFolder(outputPath.slice(0, outputPath.lastIndexOf('/') + 1));
  };
}

/** Returns the site's own HTML with its links to pages of the archive relative to a page. */
const withSiteLinks = (source: string, href: (outputPath: string) => string): string =>
  source.replace(/ href="site:([^"#]*)(#[^"]*)?"/g, (_, path: string, fragment = '') => {
    const outputPath = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    return ` href="${href(outputPath)}${fragment}"`;
  });

function renderContent<K extends PageKind>(
  { kind, data }: PageOf<K, PageData[K]>,
  templates: PageTemplates,
  site: Site,
): Html {
  return templates[kind](data, site);
}

/** Returns the HTML of a page. */
export function renderPage(page: Page, templates: Templates, site: Site): string {
  const content = renderContent(page, templates.pages, site);
  if (isWholeDocument(page.kind)) return content.source;
  const { language } = site.messages;
  if (!site.drafts) {
    return withNameLanguages(templates.layout(page, content, site).source, language);
  }
  const source = templates.layout(page, withHeldLabel(page, content, site), site).source;
  return withNoIndex(withNameLanguages(source, language));
}
