import type { PlainDate } from '../model/date.ts';

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%])?$/;

/** The time of day after a date, as programs write it (EDTF level 0; RFC 3339 allows a space for the T). */
const timeOfDay =
  /(?<=^\d{4}-\d{2}-\d{2})[Tt ](?:[01]\d|2[0-4]):[0-5]\d(?::[0-6]\d(?:[.,]\d+)?)?(?: ?(?:[Zz]|UTC|[+-]\d{2}(?::?\d{2})?))?$/;

/**
 * Reads a date of EDTF (ISO 8601-2:2019) level 0 or 1 at the precision of a day, a month or a year,
 * with a qualifier for the whole date at its end: `2017-12-12`, `2017-12`, `2017`, `2017-12-12?`,
 * `1980~`, `1980%`. Arabic-Indic and Persian digits are read as ASCII. A time of day is ignored: the
 * day is that of the place of publication.
 *
 * @returns the date; undefined where the text is no such date or the day does not exist
 */
export function parseEdtf(text: string): PlainDate | undefined {
  const edtf = asciiDigits(text).replace(timeOfDay, '');
  const found = pattern.exec(edtf);
  if (found === null) return undefined;
  const [, yearText, monthText, dayText, qualifier] = found;
  const year = Number(yearText);
  const month = monthText === undefined ? undefined : Number(monthText);
  const day = dayText === undefined ? undefined : Number(dayText);
  if (year < 1) return undefined;
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  if (month !== undefined && day !== undefined && (day < 1 || day > daysIn(year, month))) {
    return undefined;
  }
  return {
    edtf,
    year,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    uncertain: qualifier === '?' || qualifier === '%',
    approximate: qualifier === '~' || qualifier === '%',
  };
}

/** Returns `text` with Arabic-Indic (U+0660–9) and Persian (U+06F0–9) digits as ASCII digits. */
export function asciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) =>
    String(digit.charCodeAt(0) & 0xf),
  );
}

/** Returns a number as digits, with zeros before it up to a width. */
export const padded = (part: number | string, width: number): string =>
  String(part).padStart(width, '0');

/** Returns a year, a month or a day as EDTF has them: `2017`, `2017-12`, `2017-12-05`. No part is checked. */
export const edtfOf = (
  year: number | string,
  month?: number | string,
  day?: number | string,
): string =>
  [
    padded(year, 4),
    ...[month, day].flatMap((part) => (part === undefined ? [] : [padded(part, 2)])),
  ].join('-');

/** A day of the Gregorian calendar. */
export interface GregorianDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Returns the day of a date; undefined where it is unknown or uncertain. */
export function certainDay(date: PlainDate): GregorianDay | undefined {
  const { year, month, day, uncertain, approximate } = date;
  if (month === undefined || day === undefined || uncertain || approximate) return undefined;
  return { year, month, day };
}

/**
 * Compares two dates for `Array.prototype.sort`: earlier first, a year before its months and a month
 * before its days, an exact date before a qualified one. Returns 0 only for equal dates.
 */
export function compareDates(a: PlainDate, b: PlainDate): number {
  const byTime = a.year - b.year || (a.month ?? 0) - (b.month ?? 0) || (a.day ?? 0) - (b.day ?? 0);
  if (byTime !== 0 || a.edtf === b.edtf) return byTime;
  return a.edtf < b.edtf ? -1 : 1;
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
export function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
