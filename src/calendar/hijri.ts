import type { GregorianDay } from './edtf.ts';
import { firstYear, lastYear, monthLengths } from './umm-al-qura.ts';

/** A day of the Hijri calendar. */
export interface HijriDate {
  /** Year of the Hijra, from 1. */
  readonly year: number;
  /** 1 for Muharram to 12 for Dhu al-Hijja. */
  readonly month: number;
  readonly day: number;
  /**
   * Whether it is calculated by the tabular rule, which may differ by a day or two from the announced
   * date.
   */
  readonly approximate: boolean;
}

/** A month of the Hijri calendar. */
export type HijriMonth = Pick<HijriDate, 'year' | 'month'>;

/**
 * Returns the days from 0000-03-01 of the proleptic Gregorian calendar to a day (after H. Hinnant,
 * `days_from_civil`).
 */
export function dayNumber({ year, month, day }: GregorianDay): number {
  const shifted = month < 3 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const leaps = Math.floor(ofEra / 4) - Math.floor(ofEra / 100);
  return era * 146_097 + ofEra * 365 + leaps + ofYear;
}

function gregorianOf(number: number): GregorianDay {
  const era = Math.floor(number / 146_097);
  const ofEra = number - era * 146_097;
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  );
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: era * 400 + year + (month < 3 ? 1 : 0), month, day };
}

/** 1 Muharram 1318 in the Umm al-Qura calendar. */
const tableStart = dayNumber({ year: 1900, month: 4, day: 30 });

/** 1 Muharram 1 of the civil calendar: 16 July 622 Julian, 19 July Gregorian. */
const civilStart = dayNumber({ year: 622, month: 7, day: 19 });

/** First day of every month of the table, and of the month after it. */
const monthStarts: readonly number[] = (() => {
  const starts = [tableStart];
  for (const length of monthLengths()) starts.push((starts.at(-1) ?? 0) + length);
  return starts;
})();

const tableEnd = monthStarts.at(-1) ?? tableStart;

/** Returns the first day of a month of the table; undefined outside of it. */
const tabledStart = ({ year, month }: HijriMonth): number | undefined =>
  year < firstYear || year > lastYear
    ? undefined
    : monthStarts[(year - firstYear) * 12 + month - 1];

/**
 * Returns the first day of a month by the tabular rule: eleven leap years in thirty, months of 30 and
 * 29 days.
 */
const civilMonthStart = ({ year, month }: HijriMonth): number =>
  civilStart + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + Math.ceil(29.5 * (month - 1));

const isLeap = (year: number): boolean => (14 + 11 * year) % 30 < 11;

/** Returns the number of days in a month: 29 or 30. */
export function daysInMonth({ year, month }: HijriMonth): number {
  const start = tabledStart({ year, month });
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
  if (start !== undefined) return (tabledStart(next) ?? tableEnd) - start;
  return month % 2 === 1 || (month === 12 && isLeap(year)) ? 30 : 29;
}

/**
 * Converts a Gregorian day to the Hijri calendar: by the Umm al-Qura tables from 1318 to 1500 (30
 * April 1900 to 16 November 2077), before and after by the tabular rule, as an approximation;
 * undefined before the Hijra.
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
    return {
      ...{ year: firstYear + Math.floor(low / 12), month: (low % 12) + 1 },
      ...{ day: number - (monthStarts[low] ?? 0) + 1, approximate: false },
    };
  }
  const year = Math.floor((30 * (number - civilStart) + 10_646) / 10_631);
  const ofYear = number - civilMonthStart({ year, month: 1 });
  const month = Math.min(12, Math.ceil((ofYear - 29) / 29.5) + 1);
  const first = civilMonthStart({ year, month });
  return { year, month, day: number - first + 1, approximate: true };
}

/** Converts a Hijri date to the Gregorian calendar, by the same rules. */
export function toGregorian({ year, month, day }: Omit<HijriDate, 'approximate'>): GregorianDay {
  const start = tabledStart({ year, month }) ?? civilMonthStart({ year, month });
  return gregorianOf(start + day - 1);
}
