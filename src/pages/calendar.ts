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

/** Returns how dates and numbers are printed on a site. */
export function regionOf({ language, region }: Config): Region {
  const own = messagesFor(language).region;
  return own ?? (region !== undefined ? regions[region] : undefined) ?? defaultRegion;
}

/**
 * Returns the date that a page of the calendar stands for, or undefined for the undated. A part that
 * is absent or 0 is not known, nor is what follows it.
 */
export function calendarDate({ year, month, day }: CalendarKey): PlainDate | undefined {
  if (!year) return undefined;
  const certain = { uncertain: false, approximate: false };
  if (!month) return { edtf: edtfOf(year), year, ...certain };
  if (!day) return { edtf: edtfOf(year, month), year, month, ...certain };
  return { edtf: edtfOf(year, month, day), year, month, day, ...certain };
}

/**
 * Returns what the articles of a date are called: «مقالات ٢١ يوليو ٢٠١٥», «مقالات يوليو ٢٠١٥»,
 * «مقالات عام ٢٠١٥», «مقالات بلا تاريخ».
 */
export function calendarTitle(key: CalendarKey, region: Region, messages: Messages): string {
  const date = calendarDate(key);
  if (date === undefined) return messages.undatedArticles;
  const pattern = date.month === undefined ? messages.articlesOfYear : messages.articlesOfDate;
  return pattern.replace('{date}', formatDate(date, region, messages));
}

/**
 * Returns the name of a date on a page that says already that it is of articles: «٢١ يوليو ٢٠١٥»,
 * «يوليو ٢٠١٥», «عام ٢٠١٥»; the undated are called what `calendarTitle` calls them.
 */
export function calendarName(key: CalendarKey, region: Region, messages: Messages): string {
  const date = calendarDate(key);
  if (date === undefined) return messages.undatedArticles;
  const words = formatDate(date, region, messages);
  return date.month === undefined ? messages.yearName.replace('{date}', words) : words;
}

/**
 * Returns the title of a date's list of articles, which says what of the date is not known: the page
 * of articles of which only the month is known is not the page of the month.
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
 * bare name, since «مقالات» before it would ask for another case: «مقالات ذي القعدة».
 */
export function hijriTitle(
  key: { readonly year: number; readonly month?: number },
  region: Region,
  messages: Messages,
): string {
  const name = hijriName(key, region, messages);
  return key.month === undefined ? messages.yearName.replace('{date}', name) : name;
}
