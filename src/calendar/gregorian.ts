import type { PlainDate } from '../model/date.ts';

/** A day of the Gregorian calendar. */
export interface GregorianDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * Returns the day of the week, 0 for Sunday to 6 for Saturday, in the proleptic Gregorian calendar;
 * undefined where the date has no day.
 */
export function dayOfWeek(date: PlainDate): number | undefined {
  const { year, month, day } = date;
  if (month === undefined || day === undefined) return undefined;
  // Years are counted from March, so that the leap day is the last of its year.
  const shifted = month < 3 ? year - 1 : year;
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  const offset = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  return (shifted + leaps + offset + day) % 7;
}

/** Returns the number of days in a month of the Gregorian calendar. */
export function daysInGregorianMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

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

/** Returns the day of a `dayNumber` (after H. Hinnant, `civil_from_days`). */
export function gregorianDayOf(number: number): GregorianDay {
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
