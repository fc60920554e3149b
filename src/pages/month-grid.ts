import { dayOfWeek, daysInGregorianMonth } from '../calendar/gregorian.ts';
import type { CalendarEntry, MonthDay } from '../model/calendar.ts';
import { calendarDate } from './calendar.ts';

/**
 * Lays the days of a month out in weeks, as a calendar on a wall does.
 *
 * @param entries days with articles
 * @param weekStart the day with which a week begins; 0 is Sunday
 * @returns weeks of seven places; those before the first day and after the last are undefined
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
  const places: (MonthDay | undefined)[] = Array.from({ length: before }, () => undefined);
  for (let day = 1; day <= daysInGregorianMonth(year, month); day += 1)
    places.push({ day, entry: byDay.get(day) });
  while (places.length % 7 > 0) places.push(undefined);
  return Array.from({ length: places.length / 7 }, (_, week) =>
    places.slice(week * 7, week * 7 + 7),
  );
}
