import type { CalendarEntry, Decade } from '../model/calendar.ts';

/** Years that are shown one after the other; more are grouped by decade. */
const ungrouped = 15;

/** Returns the decades of years with articles, oldest first; none where the years are few. */
export function decadesOf(years: readonly CalendarEntry[]): readonly Decade[] {
  if (years.length <= ungrouped) return [];
  const decades = Map.groupBy(years, ({ year = 0 }) => Math.floor(year / 10) * 10);
  return [...decades]
    .sort(([a], [b]) => a - b)
    .map(([first, entries]) => ({
      ...{ first, last: first + 9 },
      articles: entries.reduce((sum, { articles }) => sum + articles, 0),
      years: Array.from({ length: 10 }, (_, i) => {
        const year = first + i;
        return { year, entry: entries.find((entry) => entry.year === year) };
      }),
    }));
}
