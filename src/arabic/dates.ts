import type { PlainDate } from '../model/date.ts';
import type { Region } from '../model/region.ts';
import { certainDay } from './edtf.ts';
import { toHijri } from './hijri.ts';
import { localDigits } from './numerals.ts';

/** How a doubtful date is worded; `{date}` stands for the date. */
export interface DoubtWords {
  /** EDTF `~`: «حوالي {date}». */
  readonly approximately: string;
  /** EDTF `?`: «{date} (على الأرجح)». */
  readonly probably: string;
}

/**
 * Returns a date in words as the region's newspapers print it, with what is in doubt said:
 * «١٢ ديسمبر ٢٠١٧ (على الأرجح)», «حوالي ١٩٨٠».
 */
export function formatDate(date: PlainDate, region: Region, doubt: DoubtWords): string {
  const month = date.month === undefined ? undefined : region.months[date.month - 1];
  const parts = [date.day, month, date.year].filter((part) => part !== undefined);
  let words = localDigits(parts.join(' '), region.digits);
  if (date.approximate) words = doubt.approximately.replace('{date}', words);
  if (date.uncertain) words = doubt.probably.replace('{date}', words);
  return words;
}

/** How a Hijri date is worded. */
export interface HijriWords {
  /** Muharram first. */
  readonly hijriMonths: readonly string[];
  /** «{date} هـ» */
  readonly hijriDate: string;
  /** «{date} (تقريبي)» */
  readonly hijriReckoned: string;
}

/**
 * Returns the Hijri date of a day in words: «٢٤ ربيع الأول ١٤٣٩ هـ»; with a word of warning where it is
 * reckoned and not taken from the Umm al-Qura tables. Undefined where the day is not known for certain:
 * a doubtful day would give a Hijri date that looks certain.
 */
export function formatHijri(
  date: PlainDate,
  region: Region,
  words: HijriWords,
): string | undefined {
  const day = certainDay(date);
  const found = day && toHijri(day);
  if (found === undefined) return undefined;
  const name = words.hijriMonths[found.month - 1] ?? '';
  const written = localDigits(`${found.day} ${name} ${found.year}`, region.digits);
  const whole = words.hijriDate.replace('{date}', written);
  return found.approximate ? words.hijriReckoned.replace('{date}', whole) : whole;
}

/** A Hijri day as a calendar's cell shows it. */
export interface HijriCell {
  readonly day: string;
  readonly month: string;
  /** Whether it is the first of its month. */
  readonly opens: boolean;
}

/** Returns a Hijri day and the name of its month apart, for the cell of a calendar. */
export function hijriDay(
  date: PlainDate,
  region: Region,
  { hijriMonths }: Pick<HijriWords, 'hijriMonths'>,
): HijriCell | undefined {
  const known = certainDay(date);
  const found = known && toHijri(known);
  if (found === undefined) return undefined;
  return {
    day: localDigits(`${found.day}`, region.digits),
    month: hijriMonths[found.month - 1] ?? '',
    opens: found.day === 1,
  };
}

/** Returns the date as HTML's `datetime` takes it: without EDTF's qualifier. */
export const machineDate = (date: PlainDate): string => date.edtf.replace(/[?~%]$/, '');

/** Returns a span of years in the region's digits: «٢٠١٥–٢٠١٧», or one year alone if equal. */
export function formatYears(first: number, last: number, region: Region): string {
  return localDigits(first === last ? `${first}` : `${first}–${last}`, region.digits);
}
