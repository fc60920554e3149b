import { formatDate } from '../calendar/dates.ts';
import { edtfOf } from '../calendar/edtf.ts';
import { localDigits } from '../calendar/numerals.ts';
import { defaultRegion, regions } from '../calendar/regions.ts';
import { messagesFor } from '../i18n/languages.ts';
import type { CalendarKey } from '../model/calendar.ts';
import type { Config } from '../model/config.ts';
import type { PlainDate } from '../model/date.ts';
import type { Messages } from '../model/messages.ts';
import type { Region } from '../model/region.ts';

/** Returns the conventions for dates and numbers of a site: those of its language, else of its region. */
export function regionOf({ language, region }: Config): Region {
  const ofLanguage = messagesFor(language).region;
  return ofLanguage ?? (region !== undefined ? regions[region] : undefined) ?? defaultRegion;
}

/**
 * Returns the date of a calendar page; undefined for undated articles. A part that is absent or 0 is
 * unknown, and so are the parts after it.
 */
export function calendarDate({ year, month, day }: CalendarKey): PlainDate | undefined {
  if (!year) return undefined;
  const certain = { uncertain: false, approximate: false };
  if (!month) return { edtf: edtfOf(year), year, ...certain };
  if (!day) return { edtf: edtfOf(year, month), year, month, ...certain };
  return { edtf: edtfOf(year, month, day), year, month, day, ...certain };
}

/**
 * Returns the title of a page of the articles of a date: «مقالات ٢١ يوليو ٢٠١٥», «مقالات يوليو ٢٠١٥»,
 * «مقالات عام ٢٠١٥», «مقالات بلا تاريخ».
 */
export function calendarTitle(key: CalendarKey, region: Region, messages: Messages): string {
  const date = calendarDate(key);
  if (date === undefined) return messages.undatedArticles;
  const pattern = date.month === undefined ? messages.articlesOfYear : messages.articlesOfDate;
  return pattern.replace('{date}', formatDate(date, region, messages));
}

/**
 * Returns the name of a date without the word for articles: «٢١ يوليو ٢٠١٥», «يوليو ٢٠١٥»,
 * «عام ٢٠١٥»; for undated articles the same as `calendarTitle`.
 */
export function calendarName(key: CalendarKey, region: Region, messages: Messages): string {
  const date = calendarDate(key);
  if (date === undefined) return messages.undatedArticles;
  const words = formatDate(date, region, messages);
  return date.month === undefined ? messages.yearName.replace('{date}', words) : words;
}

/**
 * Returns the title of the listing of a date's articles. It names the unknown part: the listing of
 * articles of which only the month is known is not the page of the month.
 */
export function dateListTitle(key: CalendarKey, region: Region, messages: Messages): string {
  const title = calendarTitle(key, region, messages);
  if (!key.year || key.day) return title;
  return `${title} (${key.month ? messages.dayUnknown : messages.monthUnknown})`;
}

/** Returns a Hijri year or month in words: «ربيع الأول ١٤٣٩ هـ». */
export function hijriName(
  { year, month }: { readonly year: number; readonly month?: number },
  { digits }: Region,
  { hijriMonths, hijriDate }: Messages,
): string {
  const name = month === undefined ? `${year}` : `${hijriMonths[month - 1] ?? ''} ${year}`;
  return hijriDate.replace('{date}', localDigits(name, digits));
}

/**
 * Returns the title of the page of a Hijri year or month: «عام ١٤٣٩ هـ», «ذو القعدة ١٤٣٩ هـ». It is the
 * bare name, because «مقالات» before it would require the genitive: «مقالات ذي القعدة».
 */
export function hijriTitle(
  key: { readonly year: number; readonly month?: number },
  region: Region,
  messages: Messages,
): string {
  const name = hijriName(key, region, messages);
  return key.month === undefined ? messages.yearName.replace('{date}', name) : name;
}

/** Returns a day of a Hijri month in words: «٢٤ ربيع الأول». */
export const hijriDayName = (
  { month, day }: { readonly month: number; readonly day: number },
  { digits }: Region,
  { hijriMonths }: Messages,
): string => localDigits(`${day} ${hijriMonths[month - 1] ?? ''}`, digits);
