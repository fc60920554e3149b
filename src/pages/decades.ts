import type { CalendarEntry, Decade } from '../model/calendar.ts';

/** Years that are shown one after the other; more are grouped by decade. */
const ungrouped = 15;

/**
 * Returns the decades of years with articles, oldest first; none where the years are few. The last ends with the newest
 * year: later ones have not come, or are no part of the archive.
 */
export function decadesOf(years: readonly CalendarEntry[]): readonly Decade[] {
  if (years.length <= ungrouped) return [];
  const newest = Math.max(...years.map(({ year = 0 }) => year));
  const decades = Map.groupBy(years, ({ year = 0 }) => Math.floor(year / 10) * 10);
  return [...decades]
    .sort(([a], [b]) => a - b)
    .map(([first, entries]) => ({
      ...{ first, last: first + 9 },
      articles: entries.reduce((sum, { articles }) => sum + articles, 0),
      years: Array.from({ length: Math.min(10, newest - first + 1) }, (_, i) => {
        const year = first + i;
        return { year, entry: entries.find((entry) => entry.year === year) };
      }),
    }));
}
