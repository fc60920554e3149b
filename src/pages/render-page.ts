import { formatDate, formatHijri, formatYears, hijriDay, machineDate } from '../calendar/dates.ts';
import { countNoun, formatCount, localDigits } from '../calendar/numerals.ts';
import { messagesFor } from '../i18n/languages.ts';
import { address } from '../model/address.ts';
import type { Config } from '../model/config.ts';
import type { PageFrame } from '../model/page.ts';
import type { Preload, Site } from '../model/site.ts';
import type { Html } from '../render/html.ts';
import { relativeLink } from '../render/link.ts';
import { calendarDate, calendarName, calendarTitle, regionOf } from './calendar.ts';
import { isWholeDocument, type Page, type PageData, type PageKind } from './kinds.ts';
import { withHeldLabel, withNoIndex } from './mark-held.ts';
import { searchPagePath } from './output-paths.ts';
import type { PageOf } from './page-kind.ts';
import type { PageTemplates, Templates } from './templates.ts';

/** Output paths of the assets that every page links to. */
export interface SharedAssets {
  readonly styles: readonly string[];
  readonly preloads: readonly Preload[];
  readonly logo?: string | undefined;
  /** Output path of the search page's script. */
  readonly script?: string | undefined;
}

/** Returns a function that makes the `Site` of a page: shared values, and links relative to the page. */
export function siteFor(config: Config, assets: SharedAssets): (page: PageFrame) => Site {
  const messages = messagesFor(config.language);
  const region = regionOf(config);
  const { digits } = region;
  const { baseUrl } = config;
  const shared = {
    name: config.name,
    description: config.description,
    messages,
    digits,
    baseUrl,
    thumbnails: config.look.thumbnails === true,
    drafts: config.drafts === true,
    address: (outputPath) => (baseUrl === undefined ? undefined : address(baseUrl, outputPath)),
    styles: assets.styles,
    preloads: assets.preloads,
    logo: assets.logo,
    search:
      config.search && assets.script !== undefined
        ? { page: searchPagePath, script: assets.script }
        : undefined,
    date: (date) => formatDate(date, region, messages),
    hijriDate: (date) => formatHijri(date, region, messages),
    hijriDay: (date) => hijriDay(date, region, messages),
    weekdays: messages.weekdays.map((_, i, days) => days[(i + region.weekStart) % 7] ?? ''),
    machineDate,
    calendarDate,
    calendarTitle: (key) => calendarTitle(key, region, messages),
    calendarName: (key) => calendarName(key, region, messages),
    month: (month) => region.months[month - 1] ?? '',
    number: (count) => formatCount(count, digits),
    numerals: (text) => (/^[0-9]+$/.test(text) ? localDigits(text, digits) : text),
    count: (count, noun) => countNoun(count, noun, digits, messages.language),
    years: (first, last) => formatYears(first, last, region),
  } satisfies Omit<Site, 'href'>;
  return (page) => ({
    ...shared,
    // Hosts serve 404.html at any depth, where relative links would break.
    href: (outputPath) =>
      (page.kind === 'not-found' ? shared.address(outputPath) : undefined) ??
      relativeLink(page.outputPath, outputPath),
  });
}

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
  if (!site.drafts) return templates.layout(page, content, site).source;
  return withNoIndex(templates.layout(page, withHeldLabel(page, content, site), site).source);
}
