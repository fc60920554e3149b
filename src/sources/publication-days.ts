import { asciiDigits } from '../calendar/edtf.ts';
import { dayNumber, daysInGregorianMonth, gregorianDayOf } from '../calendar/gregorian.ts';
import { readWrittenDate } from '../calendar/written-date.ts';
import type { PlainDate } from '../model/date.ts';

/** The first and the last day that a date may mean, as YYYYMMDD. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
  /** Whether a time of day follows the date; midnight, as programs write days, does not count. */
  readonly hasTime: boolean;
}

/** Years before this one are those of the Hijri calendar, or a slip. */
const firstYear = 1600;

const timeOfDay = /\d[Tt ]+(\d{1,2}):(\d{2})(?::(\d{2}))?/;

const numberOf = (year: number, month: number, day: number): number =>
  year * 10_000 + month * 100 + day;

/** Returns the days that a date may mean. */
export function dayRange({ year, month, day }: PlainDate): Omit<DayRange, 'hasTime'> {
  const lastMonth = month ?? 12;
  return {
    first: numberOf(year, month ?? 1, day ?? 1),
    last: numberOf(year, lastMonth, day ?? daysInGregorianMonth(year, lastMonth)),
  };
}

/**
 * Reads a date that decides about publication.
 *
 * @returns the days it may mean; undefined where it cannot be read, is qualified, has several readings, or a year
 *   of the Hijri calendar
 */
export function readDays(text: string): DayRange | undefined {
  const { date, isDerived } = readWrittenDate(text) ?? {};
  if (date === undefined || isDerived === true || date.uncertain || date.approximate)
    return undefined;
  if (date.year < firstYear) return undefined;
  const time = timeOfDay.exec(asciiDigits(text));
  const hasTime = time?.slice(1).some((part) => Number(part ?? 0) > 0) === true;
  return { ...dayRange(date), hasTime };
}

/** Returns the first day on which nothing of a range is still to come. */
export function dayReached({ last, hasTime }: DayRange): number {
  if (!hasTime) return last;
  const [year, month, day] = [Math.floor(last / 10_000), Math.floor(last / 100) % 100, last % 100];
  const next = gregorianDayOf(dayNumber({ year, month, day }) + 1);
  return numberOf(next.year, next.month, next.day);
}

/** A date that cannot be read and names no later year is not one to come: no archive is shown as of a day before. */
const firstDoubtfulYear = 2020;

/** Returns the last day of the latest year named in a date that cannot be read; undefined where none is to come. */
export function latestDayNamed(text: string): number | undefined {
  const years =
    asciiDigits(text)
      .match(/(?<!\d)\d{4}(?!\d)/g)
      ?.map(Number) ?? [];
  const latest = Math.max(0, ...years.filter((year) => year >= firstDoubtfulYear));
  return latest === 0 ? undefined : numberOf(latest, 12, 31);
}
