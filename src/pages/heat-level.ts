import type { CalendarEntry } from '../model/calendar.ts';

/** Steps of warmth that the eye tells apart. */
const steps = 5;

/**
 * Returns parts of the calendar with how warm each is, 1 to 5, by its articles beside those of the
 * fullest; a part with few articles is not cold, only empty ones are.
 */
export function withHeatLevels(entries: readonly CalendarEntry[]): readonly CalendarEntry[] {
  const most = entries.reduce((max, { articles }) => Math.max(max, articles), 1);
  return entries.map((entry) => ({ ...entry, heat: Math.ceil((entry.articles / most) * steps) }));
}
