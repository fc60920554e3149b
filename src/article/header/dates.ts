import { dayOfWeek, edtfOf, type GregorianDay, parseEdtf } from '../../calendar/edtf.ts';
import { daysFrom, type PrintedHijri, parsePrintedHijri } from '../../calendar/printed-hijri.ts';
import type { PlainDate } from '../../model/date.ts';

/** The dates that a masthead prints, as they stand there. */
export interface PrintedDates {
  /** 0 for Sunday. */
  readonly weekday?: number;
  /** The Hijri date as printed. */
  readonly hijri?: string;
  /** The Gregorian date as printed. */
  readonly common?: string;
  /** The days that it may mean, likeliest first; they need not exist. */
  readonly days?: readonly GregorianDay[];
}

/** What of the dates can be relied on. */
export interface ResolvedDates {
  readonly date?: PlainDate;
  readonly hijri?: string;
  /** A date, as printed, whose day does not exist. */
  readonly impossible?: string;
  /** Whether the dates of the line mean other days: then `date` is in doubt. */
  readonly disagree: boolean;
}

/** Days by which a Hijri date may differ from the reckoned one, as in `calendars.ts`. */
const tolerance = 2;

function plainDate({ year, month, day }: GregorianDay, mark = ''): PlainDate | undefined {
  return parseEdtf(edtfOf(year, month, day) + mark);
}

/**
 * Compares the dates of a masthead. The day of the week must be that of the date; the Hijri date may
 * be two days off, as months begin with the crescent. A date that the others speak against is in doubt
 * (EDTF `?`). Of a date in numbers that may mean two days the one that the others speak for is taken,
 * none where they do not tell.
 */
export function resolveDates({ weekday, hijri, common, days = [] }: PrintedDates): ResolvedDates {
  const printed = hijri === undefined ? undefined : parsePrintedHijri(hijri);
  const kept = printed === undefined || hijri === undefined ? {} : { hijri };
  const wrongHijri = hijri !== undefined && printed === undefined ? { impossible: hijri } : {};
  const existing = days.filter((day) => plainDate(day) !== undefined);
  const [first, second] = existing;
  if (first === undefined) {
    const impossible =
      days.length > 0 && common !== undefined ? { impossible: common } : wrongHijri;
    return { ...kept, ...impossible, disagree: false };
  }
  const agreed = existing.filter((day) => agrees(day, weekday, printed));
  const isClear =
    second === undefined || (first.month === second.month && first.day === second.day);
  const isTold = weekday !== undefined || printed !== undefined;
  const day = agreed[0] ?? first;
  if (!isClear && (!isTold || agreed.length !== 1)) {
    return { ...kept, ...wrongHijri, disagree: isTold && agreed.length === 0 };
  }
  const disagree = agreed.length === 0;
  const date = plainDate(day, disagree ? '?' : '');
  return { ...kept, ...wrongHijri, ...(date === undefined ? {} : { date }), disagree };
}

function agrees(day: GregorianDay, weekday?: number, printed?: PrintedHijri): boolean {
  const date = plainDate(day);
  if (date === undefined) return false;
  if (weekday !== undefined && dayOfWeek(date) !== weekday) return false;
  return printed === undefined || daysFrom(printed, day) <= tolerance;
}
