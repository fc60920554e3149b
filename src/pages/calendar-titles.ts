import type { Archive } from '../model/archive.ts';
import type { CalendarEntry } from '../model/calendar.ts';
import type { Entry } from '../model/page.ts';

/** Titles on the page of a month: what can be looked through, and loads at once. */
const titlesOfMonth = 240;

/** Least and most titles of one day on the page of its month. */
const [leastOfDay, mostOfDay] = [6, 40];

/** Titles of one month on the page of its year. */
export const titlesOfYearMonth = 8;

/** Returns how many titles of each day the page of a month shows. */
export const titlesPerDay = (days: number): number =>
  Math.min(mostOfDay, Math.max(leastOfDay, Math.floor(titlesOfMonth / Math.max(1, days))));

/** Returns at most `count` items at equal distances, the first among them. */
export function evenly<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items;
  return Array.from(
    { length: count },
    (_, i) => items[Math.floor((i * items.length) / count)],
  ).filter((item) => item !== undefined);
}

/**
 * Returns articles of some days, at most `count`: all where there are no more, else the first of days at equal
 * distances, so that the whole span is seen.
 */
export function titlesOfDays(
  archive: Pick<Archive, 'leading'>,
  days: readonly CalendarEntry[],
  count: number,
): readonly Entry[] {
  const total = days.reduce((sum, { articles }) => sum + articles, 0);
  const chosen = total <= count ? days : evenly(days, count);
  const perDay = total <= count ? count : Math.ceil(count / Math.max(1, chosen.length));
  return chosen.flatMap((day) => archive.leading(day, perDay)).slice(0, count);
}
