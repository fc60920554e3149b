import { edtfOf, parseEdtf } from '../../calendar/edtf.ts';
import { dayOfWeek, type GregorianDay } from '../../calendar/gregorian.ts';
import {
  daysFrom,
  hijriTolerance,
  type PrintedHijri,
  parsePrintedHijri,
} from '../../calendar/printed-hijri.ts';
import type { PlainDate } from '../../model/date.ts';

/** The dates of a masthead as printed. */
export interface PrintedDates {
  /** 0 for Sunday. */
  readonly weekday?: number;
  /** The Hijri date as printed. */
  readonly hijri?: string;
  /** The Gregorian date as printed. */
  readonly gregorian?: string;
  /** The days that it may denote, likeliest first; they may not exist. */
  readonly days?: readonly GregorianDay[];
}

/** The reliable dates of a masthead. */
export interface ResolvedDates {
  readonly date?: PlainDate;
  readonly hijri?: string;
  /** A printed date whose day does not exist. */
  readonly impossible?: string;
  /** Whether the dates of the line contradict each other; then `date` is marked uncertain. */
  readonly disagree: boolean;
}

/** Returns a day as a date with an EDTF qualifier; undefined where it does not exist. */
function plainDate({ year, month, day }: GregorianDay, mark = ''): PlainDate | undefined {
  return parseEdtf(edtfOf(year, month, day) + mark);
}

/**
 * Compares the dates of a masthead. The day of the week must match the date; the Hijri date may differ
 * by `hijriTolerance` days. A date that the others contradict is marked uncertain (EDTF `?`). Of a
 * numeric date with two readings, the reading that the others confirm is taken; none where they do not
 * decide.
 */
export function resolveDates({
  weekday,
  hijri,
  gregorian,
  days = [],
}: PrintedDates): ResolvedDates {
  const printed = hijri === undefined ? undefined : parsePrintedHijri(hijri);
  const validHijri = printed === undefined || hijri === undefined ? {} : { hijri };
  const invalidHijri = hijri !== undefined && printed === undefined ? { impossible: hijri } : {};
  const existing = days.filter((day) => plainDate(day) !== undefined);
  const [first, second] = existing;
  if (first === undefined) {
    const impossible =
      days.length > 0 && gregorian !== undefined ? { impossible: gregorian } : invalidHijri;
    return { ...validHijri, ...impossible, disagree: false };
  }
  const confirmed = existing.filter((day) => agrees(day, weekday, printed));
  const isUnambiguous =
    second === undefined || (first.month === second.month && first.day === second.day);
  const hasOtherDates = weekday !== undefined || printed !== undefined;
  const day = confirmed[0] ?? first;
  if (!isUnambiguous && (!hasOtherDates || confirmed.length !== 1)) {
    return { ...validHijri, ...invalidHijri, disagree: hasOtherDates && confirmed.length === 0 };
  }
  const disagree = confirmed.length === 0;
  const date = plainDate(day, disagree ? '?' : '');
  return { ...validHijri, ...invalidHijri, ...(date === undefined ? {} : { date }), disagree };
}

/** Tells whether a day exists and matches the day of the week and the Hijri date, where these are known. */
function agrees(day: GregorianDay, weekday?: number, printed?: PrintedHijri): boolean {
  const date = plainDate(day);
  if (date === undefined) return false;
  if (weekday !== undefined && dayOfWeek(date) !== weekday) return false;
  return printed === undefined || daysFrom(printed, day) <= hijriTolerance;
}
