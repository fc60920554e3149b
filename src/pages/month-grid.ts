import { dayOfWeek, daysInGregorianMonth } from '../calendar/gregorian.ts';
import type { CalendarEntry, MonthDay } from '../model/calendar.ts';
import { calendarDate } from './calendar.ts';

/**
 * Lays out the days of a month in weeks, as a wall calendar.
 *
 * @param entries days with articles
 * @param weekStart first day of the week; 0 is Sunday
 * @returns weeks of seven cells; those before the first day and after the last are undefined
 */
export function monthWeeks(
  year: number,
  month: number,
  entries: readonly CalendarEntry[],
  weekStart: number,
): readonly (readonly (MonthDay | undefined)[])[] {
  const byDay = new Map(entries.map((entry) => [entry.day ?? 0, entry]));
  const first = calendarDate({ year, month, day: 1 });
  const before = (((first && dayOfWeek(first)) ?? 0) - weekStart + 7) % 7;
  const cells: (MonthDay | undefined)[] = Array.from({ length: before }, () => undefined);
  for (let day = 1; day <= daysInGregorianMonth(year, month); day += 1)
    cells.push({ day, entry: byDay.get(day) });
  while (cells.length % 7 > 0) cells.push(undefined);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
