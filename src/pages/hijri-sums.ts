import { dayOfWeek } from '../calendar/gregorian.ts';
import {
  daysInHijriMonth,
  type HijriDate,
  type HijriMonth,
  toGregorian,
  toHijri,
} from '../calendar/hijri.ts';
import type { ArchiveDate, DateCount } from '../model/archive.ts';
import type { CalendarEntry, HijriDay } from '../model/calendar.ts';
import { calendarDate } from './calendar.ts';
import { datePath } from './output-paths.ts';

/** A month of the Hijri calendar with the days that have articles. */
export interface HijriSum extends HijriMonth {
  readonly articles: number;
  /** Whether its days are computed by the tabular rule. */
  readonly approximate: boolean;
  /** By day of the month. */
  readonly days: ReadonlyMap<number, CalendarEntry>;
}

/**
 * Yields the Hijri months with articles, in the order of `dates`; holds one at a time. Dates without a
 * day are left out.
 */
export function* sumHijriMonths(dates: Iterable<DateCount>): Generator<HijriSum> {
  let sum: (HijriSum & { articles: number; readonly days: Map<number, CalendarEntry> }) | undefined;
  for (const { year, month, day, articles } of dates) {
    const hijri = day === 0 ? undefined : toHijri({ year, month, day });
    if (hijri === undefined) continue;
    if (sum === undefined || sum.year !== hijri.year || sum.month !== hijri.month) {
      if (sum !== undefined) yield sum;
      const { approximate } = hijri;
      sum = { year: hijri.year, month: hijri.month, articles: 0, approximate, days: new Map() };
    }
    sum.articles += articles;
    const outputPath = datePath({ year, month, day });
    sum.days.set(hijri.day, { year, month, day, articles, outputPath });
  }
  if (sum !== undefined) yield sum;
}

/** Returns the Hijri dates of days; dates without a day are left out. */
export const hijriDates = (dates: readonly ArchiveDate[]): readonly HijriDate[] =>
  dates.flatMap((date) => (date.day === 0 ? [] : (toHijri(date) ?? [])));

/**
 * Lays out the days of a Hijri month in weeks of seven cells; those before the first day and after the
 * last are undefined.
 *
 * @param weekStart first day of the week; 0 is Sunday
 */
export function hijriWeeks(
  { year, month, days }: HijriSum,
  weekStart: number,
): readonly (readonly (HijriDay | undefined)[])[] {
  const first = calendarDate(toGregorian({ year, month, day: 1 }));
  const before = (((first && dayOfWeek(first)) ?? 0) - weekStart + 7) % 7;
  const cells: (HijriDay | undefined)[] = Array.from({ length: before }, () => undefined);
  for (let day = 1; day <= daysInHijriMonth({ year, month }); day += 1) {
    cells.push({ day, date: toGregorian({ year, month, day }), entry: days.get(day) });
  }
  while (cells.length % 7 > 0) cells.push(undefined);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
