import { localDigits } from '../calendar/numerals.ts';
import type { CalendarKey } from '../model/calendar.ts';
import type { PageLink } from '../model/page.ts';
import type { TermKind } from '../model/term-kind.ts';
import { regionOf } from './calendar.ts';
import {
  allArticlesPath,
  datePath,
  datesPath,
  hijriPath,
  monthPath,
  termIndexPath,
  yearPath,
} from './output-paths.ts';
import type { SiteContext } from './page-kind.ts';
import { termWords } from './term-words.ts';

// The breadcrumbs of pages: the pages above each, uppermost first, without the front page.

/** The list of all articles, above those that stand in no index. */
export const articlesTrail = ({ messages }: SiteContext): readonly PageLink[] => [
  { name: messages.allArticles, outputPath: allArticlesPath() },
];

/** The index of dates, above its years. */
export const datesTrail = ({ messages }: SiteContext): readonly PageLink[] => [
  { name: messages.frame.dates, outputPath: datesPath },
];

/** The index of dates and that of Hijri years, above the latter. */
export const hijriTrail = (site: SiteContext): readonly PageLink[] => [
  ...datesTrail(site),
  { name: site.messages.hijriYears, outputPath: hijriPath },
];

/** The pages above the listing of a date: dates, year, month. */
export function dateTrail({ year, month }: CalendarKey, site: SiteContext): readonly PageLink[] {
  if (!year) return articlesTrail(site);
  const region = regionOf(site.config);
  const years = { name: localDigits(String(year), region.digits), outputPath: yearPath(year) };
  const months = { name: region.months[(month || 0) - 1] ?? '' };
  return [
    ...datesTrail(site),
    years,
    ...(month ? [{ ...months, outputPath: monthPath(year, month) }] : []),
  ];
}

/** The pages above an article, or above an older page of a date's listing: dates, year, month, the listing. */
export function articleTrail(
  date: CalendarKey | undefined,
  site: SiteContext,
): readonly PageLink[] {
  const { messages, config } = site;
  const { year, month, day } = date ?? {};
  if (!year) return articlesTrail(site);
  const unknown = month ? messages.dayUnknown : messages.monthUnknown;
  const name = day ? localDigits(String(day), regionOf(config).digits) : unknown;
  return [
    ...dateTrail({ year, ...(month ? { month } : {}) }, site),
    { name, outputPath: datePath({ year, month: month ?? 0, day: day ?? 0 }) },
  ];
}

/** The index of a kind of terms, above its terms. */
export const termTrail = (kind: TermKind, { messages }: SiteContext): readonly PageLink[] => [
  { name: termWords(messages, kind).all, outputPath: termIndexPath(kind) },
];
