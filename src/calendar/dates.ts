import type { PlainDate } from '../model/date.ts';
import type { Region } from '../model/region.ts';
import { certainDay } from './edtf.ts';
import { toHijri } from './hijri.ts';
import { localDigits } from './numerals.ts';

/** Words for a doubtful date; `{date}` stands for the date. */
export interface DoubtWords {
  /** EDTF `~`: «حوالي {date}». */
  readonly approximately: string;
  /** EDTF `?`: «{date} (على الأرجح)». */
  readonly probably: string;
}

/**
 * Returns a date in words as the region's newspapers print it, with its qualifier: «١٢ ديسمبر ٢٠١٧
 * (على الأرجح)», «حوالي ١٩٨٠».
 */
export function formatDate(date: PlainDate, region: Region, doubt: DoubtWords): string {
  const month = date.month === undefined ? undefined : region.months[date.month - 1];
  const parts = [date.day, month, date.year].filter((part) => part !== undefined);
  let words = localDigits(parts.join(' '), region.digits);
  if (date.approximate) words = doubt.approximately.replace('{date}', words);
  if (date.uncertain) words = doubt.probably.replace('{date}', words);
  return words;
}

/** Words for a Hijri date. */
export interface HijriWords {
  /** Muharram first. */
  readonly hijriMonths: readonly string[];
  /** «{date} هـ» */
  readonly hijriDate: string;
  /** «{date} (تقريبي)» */
  readonly hijriReckoned: string;
}

/**
 * Returns the Hijri date of a day in words: «٢٤ ربيع الأول ١٤٣٩ هـ»; marked as approximate where it
 * is calculated and not taken from the Umm al-Qura tables. Undefined where the day is not certain,
 * because the Hijri date would appear to be.
 */
export function formatHijri(
  gregorian: PlainDate,
  region: Region,
  words: HijriWords,
): string | undefined {
  const day = certainDay(gregorian);
  const hijri = day && toHijri(day);
  if (hijri === undefined) return undefined;
  const name = words.hijriMonths[hijri.month - 1] ?? '';
  const digits = localDigits(`${hijri.day} ${name} ${hijri.year}`, region.digits);
  const date = words.hijriDate.replace('{date}', digits);
  return hijri.approximate ? words.hijriReckoned.replace('{date}', date) : date;
}

/** A Hijri day in a calendar's cell. */
export interface HijriCell {
  readonly day: string;
  readonly month: string;
  /** Whether it is the first of its month. */
  readonly opens: boolean;
}

/** Returns the Hijri day and month name of a date for a calendar's cell; undefined where the day is not certain. */
export function hijriDay(
  date: PlainDate,
  region: Region,
  { hijriMonths }: Pick<HijriWords, 'hijriMonths'>,
): HijriCell | undefined {
  const day = certainDay(date);
  const hijri = day && toHijri(day);
  if (hijri === undefined) return undefined;
  return {
    day: localDigits(`${hijri.day}`, region.digits),
    month: hijriMonths[hijri.month - 1] ?? '',
    opens: hijri.day === 1,
  };
}

/** Returns the date for HTML's `datetime` attribute: EDTF without its qualifier. */
export const machineDate = (date: PlainDate): string => date.edtf.replace(/[?~%]$/, '');

/** Returns a span of years in the region's digits: «٢٠١٥–٢٠١٧», or one year where both are equal. */
export function formatYears(first: number, last: number, region: Region): string {
  return localDigits(first === last ? `${first}` : `${first}–${last}`, region.digits);
}
