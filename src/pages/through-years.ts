import type { DateCount } from '../model/archive.ts';
import type { CalendarEntry } from '../model/calendar.ts';
import { datePath } from './output-paths.ts';

/** Days of a month, each with the years in which articles have that date, in the order of `dates`. */
export type DaysThroughYears = ReadonlyMap<number, readonly CalendarEntry[]>;

/** Groups dates by month and day across years; empty where all dates are of one year. */
export function throughYears(dates: Iterable<DateCount>): ReadonlyMap<number, DaysThroughYears> {
  const months = new Map<number, Map<number, CalendarEntry[]>>();
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const { year, month, day, articles } of dates) {
    if (day === 0) continue;
    [first, last] = [Math.min(first, year), Math.max(last, year)];
    const days = months.get(month) ?? new Map<number, CalendarEntry[]>();
    months.set(month, days);
    const years = days.get(day) ?? [];
    days.set(day, years);
    years.push({ year, month, day, articles, outputPath: datePath({ year, month, day }) });
  }
  return new Map(last > first ? [...months].sort(([a], [b]) => a - b) : []);
}
