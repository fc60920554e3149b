import { dayNumber, type GregorianDay, gregorianDayOf } from './gregorian.ts';
import {
  computedMonthLengths,
  firstHijriYear,
  firstPublishedYear,
  lastHijriYear,
  lastPublishedYear,
  publishedMonthLengths,
  publishedStart,
} from './umm-al-qura.ts';

/** A day of the Hijri calendar. */
export interface HijriDate {
  /** Year of the Hijra, from 1. */
  readonly year: number;
  /** 1 for Muharram to 12 for Dhu al-Hijja. */
  readonly month: number;
  readonly day: number;
  /**
   * Whether it is calculated, by the computed Umm al-Qura calendar or the tabular rule, which may differ by a
   * day or two from what was printed.
   */
  readonly approximate: boolean;
}

/** A month of the Hijri calendar. */
export type HijriMonth = Pick<HijriDate, 'year' | 'month'>;

/** 1 Muharram 1318 in the Umm al-Qura calendar. */
const tableStart = dayNumber({ year: 1900, month: 4, day: 30 });

/** 1 Muharram 1 of the civil calendar: 16 July 622 Julian, 19 July Gregorian. */
const civilStart = dayNumber({ year: 622, month: 7, day: 19 });

/**
 * Day number of the first day of each month of the table, and of the month after it: as published where that is
 * known, else computed.
 */
const monthStarts: readonly number[] = (() => {
  const starts = [tableStart];
  for (const length of computedMonthLengths()) starts.push((starts.at(-1) ?? 0) + length);
  let start = dayNumber(publishedStart);
  let at = (firstPublishedYear - firstHijriYear) * 12;
  for (const length of publishedMonthLengths()) {
    starts[at] = start;
    start += length;
    at += 1;
  }
  return starts;
})();

/** Tells whether the calendar of a Hijri year is known as it was published: 1343 to 1450. */
export const isPublished = (year: number): boolean =>
  year >= firstPublishedYear && year <= lastPublishedYear;

const tableEnd = monthStarts.at(-1) ?? tableStart;

/** Returns the day number of the first day of a month in the table; undefined outside the table. */
const tableMonthStart = ({ year, month }: HijriMonth): number | undefined =>
  year < firstHijriYear || year > lastHijriYear
    ? undefined
    : monthStarts[(year - firstHijriYear) * 12 + month - 1];

/**
 * Returns the day number of the first day of a month by the tabular rule: eleven leap years in thirty, months of 30 and
 * 29 days.
 */
const civilMonthStart = ({ year, month }: HijriMonth): number =>
  civilStart + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + Math.ceil(29.5 * (month - 1));

const isLeap = (year: number): boolean => (14 + 11 * year) % 30 < 11;

/** Returns the number of days in a month of the Hijri calendar: 29 or 30; 28 to 31 in some that were printed. */
export function daysInHijriMonth({ year, month }: HijriMonth): number {
  const start = tableMonthStart({ year, month });
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
  if (start !== undefined) return (tableMonthStart(next) ?? tableEnd) - start;
  return month % 2 === 1 || (month === 12 && isLeap(year)) ? 30 : 29;
}

/**
 * Converts a Gregorian day to the Hijri calendar: by the Umm al-Qura calendar as published from 1343 to 1450 (1
 * August 1924 to 13 May 2029); as an approximation by the computed one from 1318 to 1500 (30 April 1900 to 16
 * November 2077), before and after by the tabular rule; undefined before the Hijra.
 */
export function toHijri(day: GregorianDay): HijriDate | undefined {
  const number = dayNumber(day);
  if (number < civilStart) return undefined;
  if (number >= tableStart && number < tableEnd) {
    let [low, high] = [0, monthStarts.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((monthStarts[middle] ?? 0) <= number) low = middle;
      else high = middle;
    }
    const year = firstHijriYear + Math.floor(low / 12);
    return {
      ...{ year, month: (low % 12) + 1, day: number - (monthStarts[low] ?? 0) + 1 },
      approximate: !isPublished(year),
    };
  }
  const year = Math.floor((30 * (number - civilStart) + 10_646) / 10_631);
  const ofYear = number - civilMonthStart({ year, month: 1 });
  const month = Math.min(12, Math.ceil((ofYear - 29) / 29.5) + 1);
  const first = civilMonthStart({ year, month });
  return { year, month, day: number - first + 1, approximate: true };
}

/** Converts a Hijri date to the Gregorian calendar by the same rules. */
export function toGregorian({ year, month, day }: Omit<HijriDate, 'approximate'>): GregorianDay {
  const start = tableMonthStart({ year, month }) ?? civilMonthStart({ year, month });
  return gregorianDayOf(start + day - 1);
}
