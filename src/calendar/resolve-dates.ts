import type { DateOrder, PlainDate } from '../model/date.ts';
import { type DateParts, isPossible } from './date-parts.ts';
import type { DatePhrase } from './date-phrase.ts';
import { edtfOf, parseEdtf } from './edtf.ts';
import { dayNumber, dayOfWeek, type GregorianDay, gregorianDayOf } from './gregorian.ts';
import { daysInHijriMonth, isPublished, toGregorian } from './hijri.ts';

/**
 * Days by which a printed Hijri date may differ from the calculated one: months begin when the crescent
 * is sighted in a country, and a newspaper may carry the next day's date.
 */
export const hijriTolerance = 2;

/** Why printed dates give no certain date. */
export type DateDoubt =
  /** The order of the numbers, or the century, is open. */
  | { readonly reason: 'order' | 'century'; readonly readings: readonly PlainDate[] }
  /** A printed date does not exist. */
  | { readonly reason: 'impossible'; readonly calendar: 'gregorian' | 'hijri' }
  /** The day of the week, or the other calendar, means another day. */
  | { readonly reason: 'weekday' | 'calendars' };

/** What printed dates mean together. */
export interface ResolvedDates {
  /** The Gregorian date; with `?` where the others contradict it. */
  readonly date?: PlainDate;
  /** The Hijri date, where it exists. */
  readonly hijri?: DateParts;
  /** Whether `date` is calculated from the Hijri date. */
  readonly isDerived: boolean;
  readonly doubt?: DateDoubt;
}

/** Returns a date at its precision with an EDTF qualifier; undefined where it does not exist. */
function plainDate({ year, month, day }: DateParts, mark = ''): PlainDate | undefined {
  return parseEdtf(edtfOf(year, month, day) + mark);
}

const dayOf = ({ year, month, day }: DateParts): GregorianDay | undefined =>
  month === undefined || day === undefined ? undefined : { year, month, day };

/** Returns the distance in days between a day and the nearest day of a Hijri date. */
export function daysFrom({ year, month, day }: DateParts, known: GregorianDay): number {
  const number = dayNumber(known);
  const [firstMonth, lastMonth] = month === undefined ? [1, 12] : [month, month];
  const first = dayNumber(toGregorian({ year, month: firstMonth, day: day ?? 1 }));
  const last =
    day === undefined
      ? dayNumber(toGregorian({ year, month: lastMonth, day: 1 })) +
        daysInHijriMonth({ year, month: lastMonth }) -
        1
      : first;
  return Math.max(0, first - number, number - last);
}

/**
 * Returns the Gregorian date that a Hijri date falls on: a day; approximate for a month or a year, which
 * falls on two, and where the Hijri calendar of that year was not published. A printed day of the week
 * that is near decides.
 */
export function gregorianOf(
  { year, month, day }: DateParts,
  weekday?: number,
): PlainDate | undefined {
  if (month === undefined || day === undefined) {
    const middle = toGregorian({ year, month: month ?? 7, day: month === undefined ? 1 : 15 });
    return plainDate(
      { year: middle.year, ...(month === undefined ? {} : { month: middle.month }) },
      '~',
    );
  }
  const number = dayNumber(toGregorian({ year, month, day }));
  const isCertain = isPublished(year) && day <= daysInHijriMonth({ year, month });
  if (weekday !== undefined) {
    for (const shift of [0, -1, 1, -2, 2]) {
      const near = plainDate(gregorianDayOf(number + shift));
      if (near !== undefined && dayOfWeek(near) === weekday) return near;
    }
    return plainDate(gregorianDayOf(number), '%');
  }
  return plainDate(gregorianDayOf(number), isCertain ? '' : '~');
}

/** Tells whether a date matches the day of the week and the Hijri date, where these are known. */
function agrees(
  parts: DateParts,
  weekday: number | undefined,
  hijri: DateParts | undefined,
): boolean {
  const date = plainDate(parts);
  if (date === undefined) return false;
  const day = dayOf(parts);
  if (weekday !== undefined && day !== undefined && dayOfWeek(date) !== weekday) return false;
  return hijri === undefined || day === undefined || daysFrom(hijri, day) <= hijriTolerance;
}

/** Returns the readings of a year of two digits: this century and the last. */
const withCentury = (readings: readonly DateParts[]): readonly DateParts[] =>
  readings.flatMap((parts) =>
    [2000, 1900].map((century) => ({ ...parts, year: century + parts.year })),
  );

/** Returns the date of a phrase that has a Hijri date alone. */
function hijriAlone({ hijri, weekday }: DatePhrase): ResolvedDates {
  const [parts] = hijri?.readings ?? [];
  if (parts === undefined || hijri?.isShortYear === true || !isPossible(parts, 'hijri')) {
    return { isDerived: false, doubt: { reason: 'impossible', calendar: 'hijri' } };
  }
  const date = gregorianOf(parts, weekday);
  const doubt = date?.uncertain === true ? { doubt: { reason: 'weekday' } as const } : {};
  return { ...(date === undefined ? {} : { date }), hijri: parts, isDerived: true, ...doubt };
}

/**
 * Compares the dates of a phrase. The day of the week must match the date; the Hijri date may differ
 * by `hijriTolerance` days. A date that the others contradict is marked uncertain (EDTF `?`). Of a
 * numeric date with two readings, the reading that the others confirm is taken; none where they do not
 * decide, and the order of the numbers is not known.
 *
 * @param order which number of `3/4/2011` is the day, where that is known
 */
export function resolveDates(phrase: DatePhrase, order?: DateOrder): ResolvedDates {
  const { gregorian, weekday, isContradictory } = phrase;
  if (gregorian === undefined) return hijriAlone(phrase);
  const [printed] = phrase.hijri?.readings ?? [];
  const isHijri =
    printed !== undefined && isPossible(printed, 'hijri') && !phrase.hijri?.isShortYear;
  const hijri = isHijri ? { hijri: printed } : {};
  const base = { ...hijri, isDerived: false };
  const { isShortYear } = gregorian;
  const readings = isShortYear ? withCentury(gregorian.readings) : gregorian.readings;
  const existing = readings.filter((parts) => isPossible(parts, 'gregorian'));
  const [first, second] = existing;
  if (first === undefined) {
    return { ...base, doubt: { reason: 'impossible', calendar: 'gregorian' } };
  }
  const impossibleHijri =
    printed !== undefined && !isHijri
      ? { doubt: { reason: 'impossible', calendar: 'hijri' } as const }
      : {};
  const confirmed = existing.filter((parts) => agrees(parts, weekday, hijri.hijri));
  const hasOthers = weekday !== undefined || isHijri;
  if (second !== undefined && (!hasOthers || confirmed.length !== 1)) {
    if (hasOthers && confirmed.length === 0) {
      return { ...base, doubt: { reason: isHijri ? 'calendars' : 'weekday' } };
    }
    const known = order === 'mdy' ? second : order === 'dmy' ? first : undefined;
    if (known !== undefined && !isShortYear && (!hasOthers || confirmed.includes(known))) {
      const date = plainDate(known);
      return { ...base, ...(date === undefined ? {} : { date }), ...impossibleHijri };
    }
    const open = (confirmed.length > 0 ? confirmed : existing).flatMap(
      (day) => plainDate(day) ?? [],
    );
    return { ...base, doubt: { reason: isShortYear ? 'century' : 'order', readings: open } };
  }
  const disagree = confirmed.length === 0 || isContradictory === true;
  const mark = `${disagree ? '?' : ''}${phrase.isApproximate === true && !disagree ? '~' : ''}`;
  const date = plainDate(confirmed[0] ?? first, mark);
  const isWeekday =
    confirmed.length === 0 && existing.every((parts) => !agrees(parts, weekday, undefined));
  const reason = isWeekday ? 'weekday' : 'calendars';
  const doubt = disagree ? { doubt: { reason } as const } : impossibleHijri;
  return { ...base, ...(date === undefined ? {} : { date }), ...doubt };
}
