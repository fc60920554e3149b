import { padded } from '../calendar/edtf.ts';
import type { CalendarKey } from '../model/calendar.ts';
import type { BuiltInTermKind, TermKind } from '../model/term-kind.ts';

/** Output path of the front page. */
export const homePath = 'index.html';

/** Output path of the manifest: all files with their SHA-256 (RFC 8493, 2.1.3). */
export const manifestPath = 'manifest-sha256.txt';

/** Output path of the manifest's own hash, by which a version of the archive is named (RFC 8493, 2.2.1). */
export const versionPath = 'tagmanifest-sha256.txt';

/** Output path of the search page. */
export const searchPagePath = 'search.html';

/** Returns the output path of a file of the search index. */
export const searchFilePath = (folder: string, name: string): string =>
  `search/${folder}/${name}.js`;

/** Output path of the index of all dates. */
export const datesPath = 'dates/index.html';

/** Returns the output path of another page of a listing: for `x.html` and 3 `x/3.html`. */
const further = (newest: string, number: number | undefined): string =>
  number === undefined ? newest : `${newest.slice(0, -'.html'.length)}/${number}.html`;

/** Names the listing of articles without a source: no slug is only this. */
const noSourceName = '_';

/**
 * Returns the output path of a page of the articles of one source in a collection: for `x.html` and «y»
 * `x/sources/y.html`, which no page number of the whole listing takes.
 *
 * @param listing output path of the collection's newest page
 * @param source slug of the source; empty for articles without one
 * @param number counted from the oldest page; undefined for the newest
 */
export const sourcePartPath = (listing: string, source: string, number?: number): string =>
  further(
    `${listing.slice(0, -'.html'.length)}/sources/${source === '' ? noSourceName : source}.html`,
    number,
  );

/**
 * Returns the output path of a page of the list of all articles.
 *
 * @param number counted from the oldest page; undefined for the newest
 */
export const allArticlesPath = (number?: number): string =>
  number === undefined ? 'all/index.html' : `all/page-${number}.html`;

/** Returns the output path of the overview of a year. */
export const yearPath = (year: number): string => `dates/${padded(year, 4)}/index.html`;

/** Returns the output path of the overview of a month. */
export const monthPath = (year: number, month: number): string =>
  `dates/${padded(year, 4)}/${padded(month, 2)}/index.html`;

/** Output path of the index of Hijri years. */
export const hijriPath = 'hijri/index.html';

/** Returns the output path of the overview of a Hijri year. */
export const hijriYearPath = (year: number): string => `hijri/${padded(year, 4)}/index.html`;

/** Returns the output path of the overview of a Hijri month. */
export const hijriMonthPath = (year: number, month: number): string =>
  `hijri/${padded(year, 4)}/${padded(month, 2)}.html`;

/** Returns the output path of the days of a month through the years. */
export const anniversaryPath = (month: number): string =>
  `dates/through-years/${padded(month, 2)}.html`;

/**
 * Returns the output path of a page of the articles of a date; unknown parts are absent or 0.
 *
 * @param number counted from the oldest page; undefined for the newest
 */
export function datePath({ year, month, day }: CalendarKey, number?: number): string {
  if (!year) return further('dates/undated.html', number);
  if (!month) return further(`dates/${padded(year, 4)}/00.html`, number);
  return further(
    `dates/${padded(year, 4)}/${padded(month, 2)}/${padded(day ?? 0, 2)}.html`,
    number,
  );
}

/** The folder of each kind of terms; reserved, so no article is in it. */
export const termFolders: Readonly<Record<BuiltInTermKind, string>> = {
  source: 'sources',
  section: 'sections',
  subject: 'subjects',
  author: 'authors',
  person: 'people',
  place: 'places',
};

/** The folder of the terms of declared fields, with a folder for each; reserved, so no article is in it. */
export const fieldsFolder = 'fields';

/** Returns the folder of a kind of terms. */
const termFolder = (kind: TermKind): string =>
  kind in termFolders
    ? termFolders[kind as BuiltInTermKind]
    : `${fieldsFolder}/${kind.replace(/^field-/, '')}`;

/** Returns the output path of the feed of a term. */
export const termFeedPath = (kind: TermKind, slug: string): string =>
  `${termFolder(kind)}/${slug}.xml`;

/** Tells whether an output path is that of the feed of a term: their folders are reserved. */
export const isTermFeedPath = (outputPath: string): boolean =>
  outputPath.endsWith('.xml') &&
  [...Object.values(termFolders), fieldsFolder].some((folder) =>
    outputPath.startsWith(`${folder}/`),
  );

/**
 * Returns the output path of a page of the articles of a term.
 *
 * @param slug made by `termSlug`
 * @param number counted from the oldest page; undefined for the newest
 */
export const termPath = (kind: TermKind, slug: string, number?: number): string =>
  further(`${termFolder(kind)}/${slug}.html`, number);

/** Returns the output path of a page of an index of terms; page 1 is the start of the alphabet. */
export const termIndexPath = (kind: TermKind, page = 1): string =>
  further(`${termFolder(kind)}/index.html`, page === 1 ? undefined : page);

/**
 * Returns the output path of a page of an index of terms in the order of their numbers of articles; page 1 has the
 * largest. No term has the slug `index`, so the folder is free.
 */
export const termsByCountPath = (kind: TermKind, page = 1): string =>
  further(`${termFolder(kind)}/index/by-count.html`, page === 1 ? undefined : page);
