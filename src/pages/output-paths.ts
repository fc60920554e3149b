import { padded } from '../calendar/edtf.ts';
import type { CalendarKey } from '../model/calendar.ts';
import type { TermKind } from '../model/term-kind.ts';

export { exportPath as exportPlace } from '../outputs/archive-exports.ts';

/** Place of the front page. */
export const homePath = 'index.html';

/** Place of the list of all files with their SHA-256 (RFC 8493, 2.1.3). */
export const manifestPath = 'manifest-sha256.txt';

/** Place of the page that searches. */
export const searchPagePath = 'search.html';

/** Returns where a file of the search index is written. */
export const searchFilePath = (folder: string, name: string): string =>
  `search/${folder}/${name}.js`;

/** Place of the index of all dates. */
export const datesPath = 'dates/index.html';

/** A folder's part of a place that stands for one more page: `x.html` becomes `x/3.html`. */
const further = (newest: string, number: number | undefined): string =>
  number === undefined ? newest : `${newest.slice(0, -'.html'.length)}/${number}.html`;

/**
 * Returns where a page of the list of all articles is written: the newest without a number, others by
 * their number from the oldest.
 */
export const allArticlesPath = (number?: number): string =>
  number === undefined ? 'all/index.html' : `all/page-${number}.html`;

/** Returns where the overview of a year is written. */
export const yearPath = (year: number): string => `dates/${padded(year, 4)}/index.html`;

/** Returns where the overview of a month is written. */
export const monthPath = (year: number, month: number): string =>
  `dates/${padded(year, 4)}/${padded(month, 2)}/index.html`;

/** Place of the index of the years of the Hijri calendar. */
export const hijriPath = 'hijri/index.html';

/** Returns where the overview of a Hijri year is written. */
export const hijriYearPath = (year: number): string => `hijri/${padded(year, 4)}/index.html`;

/** Returns where the overview of a Hijri month is written. */
export const hijriMonthPath = (year: number, month: number): string =>
  `hijri/${padded(year, 4)}/${padded(month, 2)}.html`;

/** Returns where the days of a month through the years are written. */
export const anniversaryPath = (month: number): string =>
  `dates/through-years/${padded(month, 2)}.html`;

/**
 * Returns where the articles of a date are listed, whatever is known of it; parts that are not known
 * may be absent or 0. Pages but the newest go by their number from the oldest.
 */
export function datePath({ year, month, day }: CalendarKey, number?: number): string {
  if (!year) return further('dates/undated.html', number);
  if (!month) return further(`dates/${padded(year, 4)}/00.html`, number);
  return further(
    `dates/${padded(year, 4)}/${padded(month, 2)}/${padded(day ?? 0, 2)}.html`,
    number,
  );
}

/** Returns what a date belongs to: its month's overview, its year's, or undefined for the undated. */
export function parentDatePath({ year, month }: CalendarKey): string | undefined {
  if (!year) return undefined;
  return month ? monthPath(year, month) : yearPath(year);
}

/** The folder of each kind of terms, under which no article may be. */
export const termFolders: Readonly<Record<TermKind, string>> = {
  source: 'sources',
  section: 'sections',
  subject: 'subjects',
  author: 'authors',
  person: 'people',
  place: 'places',
};

/** Returns where the feed of a term is written. */
export const termFeedPath = (kind: TermKind, slug: string): string =>
  `${termFolders[kind]}/${slug}.xml`;

/**
 * Returns where the articles of a term are listed; pages but the newest go by their
 * number from the oldest. The slug is one of `termSlug`.
 */
export const termPath = (kind: TermKind, slug: string, number?: number): string =>
  further(`${termFolders[kind]}/${slug}.html`, number);

/** Returns where a page of an index of terms is written; 1 opens the alphabet. */
export const termIndexPath = (kind: TermKind, page = 1): string =>
  further(`${termFolders[kind]}/index.html`, page === 1 ? undefined : page);
