import type { CalendarEntry } from '../model/calendar.ts';

/** Number of levels: as many shades as readers can distinguish. */
const levels = 5;

/**
 * Returns parts of the calendar with their levels in a heat map, 1 to 5, in proportion to the part with
 * most articles. Any part with articles has at least level 1.
 */
export function withHeatLevels(entries: readonly CalendarEntry[]): readonly CalendarEntry[] {
  const most = entries.reduce((max, { articles }) => Math.max(max, articles), 1);
  return entries.map((entry) => ({ ...entry, heat: Math.ceil((entry.articles / most) * levels) }));
}
