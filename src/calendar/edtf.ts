import type { PlainDate } from '../model/date.ts';
import { daysInGregorianMonth, type GregorianDay } from './gregorian.ts';

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
 * @returns the date; undefined where the text is not such a date or the day does not exist
 */
export function parseEdtf(text: string): PlainDate | undefined {
  const edtf = asciiDigits(text).replace(timeOfDay, '');
  const match = pattern.exec(edtf);
  if (match === null) return undefined;
  const [, yearText, monthText, dayText, qualifier] = match;
  const year = Number(yearText);
  const month = monthText === undefined ? undefined : Number(monthText);
  const day = dayText === undefined ? undefined : Number(dayText);
  if (year < 1) return undefined;
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  if (
    month !== undefined &&
    day !== undefined &&
    (day < 1 || day > daysInGregorianMonth(year, month))
  ) {
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

/** Returns a number padded with zeros to a width. */
export const padded = (part: number | string, width: number): string =>
  String(part).padStart(width, '0');

/** Returns a year, month or day in EDTF: `2017`, `2017-12`, `2017-12-05`. The parts are not validated. */
export const edtfOf = (
  year: number | string,
  month?: number | string,
  day?: number | string,
): string =>
  [
    padded(year, 4),
    ...[month, day].flatMap((part) => (part === undefined ? [] : [padded(part, 2)])),
  ].join('-');

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
