import { fold } from '../arabic/letters.ts';
import { asciiDigits, edtfOf, parseEdtf } from '../calendar/edtf.ts';
import { regions } from '../calendar/regions.ts';
import { suggestDate } from '../sources/metadata-forms.ts';
import { dateByOrder } from '../sources/records/column-dates.ts';
import type { DateOrder } from '../sources/records/date-order.ts';

const english = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Numbers of the months by their folded names in all Arab countries. */
const arabic: ReadonlyMap<string, number> = new Map(
  Object.values(regions).flatMap(({ months }) =>
    months.map((name, i): [string, number] => [fold(name), i + 1]),
  ),
);

const arabicName = [...arabic.keys()].toSorted((a, b) => b.length - a.length).join('|');

/** «12 ديسمبر 2017», «12 كانون الأول (ديسمبر) 2017», «12 كانون الأول/ديسمبر 2017». */
const inArabic = new RegExp(
  `(?<!\\d)(\\d{1,2}) ?(?:من )?(${arabicName})(?: ?[/(-] ?(?:${arabicName}) ?\\)?)?[ ,،/-]*(\\d{4})(?!\\d)`,
  'u',
);

/** RFC 5322 (3.3), with its obsolete years of two digits; and «Dec 12, 2017». */
const dayFirst = /(?<!\d)(\d{1,2})[ -]+([a-z]{3})[a-z]*\.?,?[ -]+(\d{4}|\d{2})(?!\d)/i;
const monthFirst = /\b([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/i;

/** Longest text that may be a date, with the words and blanks around it. */
const maxDate = 500;

/** Returns a year of four digits; RFC 5322 (4.3): 00 to 49 are of the 21st century. */
const fullYear = (year: string): string => {
  if (year.length === 4) return year;
  return `${Number(year) < 50 ? 20 : 19}${year}`;
};

/**
 * Reads a date as programs and people write it: EDTF, RFC 3339, RFC 5322, with Arabic or English
 * names of months, or unambiguous numbers. The day is read as written; time zones are ignored.
 *
 * @param order which number of `3/4/2011` is the day, where that is known
 * @returns the date as EDTF; undefined where it is none, is ambiguous, or does not exist
 */
export function readDate(text: string, order?: DateOrder): string | undefined {
  if (text.length > maxDate) return undefined;
  const written = asciiDigits(text.trim());
  const exact = parseEdtf(written)?.edtf;
  if (exact !== undefined) return exact;
  // A space between date and time, or a zone that EDTF lacks, does not change the day.
  const datePart = /^(\d{4}-\d{2}-\d{2})(?=[T ])/.exec(written)?.[1];
  if (datePart !== undefined) return parseEdtf(datePart)?.edtf;
  const [, day, name = '', year = ''] = dayFirst.exec(written) ?? [];
  const [, nameFirst = '', dayAfter, yearAfter = ''] = monthFirst.exec(written) ?? [];
  const month = english.indexOf((day === undefined ? nameFirst : name).toLowerCase()) + 1;
  const monthDay = day ?? dayAfter;
  if (month > 0 && monthDay !== undefined) {
    const full = fullYear(day === undefined ? yearAfter : year);
    return parseEdtf(edtfOf(full, month, monthDay))?.edtf;
  }
  const folded = fold(written).replace(/\s+/g, ' ');
  const [, arabicDay, arabicMonth = '', arabicYear = ''] = inArabic.exec(folded) ?? [];
  const number = arabic.get(arabicMonth);
  if (number !== undefined && arabicDay !== undefined) {
    return parseEdtf(edtfOf(arabicYear, number, arabicDay))?.edtf;
  }
  const guessed = suggestDate(written) || (dateByOrder(written, order) ?? '');
  return guessed === '' ? undefined : guessed;
}
