import type { CalendarEntry, HeatMap } from '../model/calendar.ts';
import { heatSteps, withHeatLevels } from './heat-level.ts';

/**
 * Returns the twelve months of a year as a heat map.
 *
 * @param names names of the months, the first month first
 */
export function monthsMap(months: readonly CalendarEntry[], names: readonly string[]): HeatMap {
  const known = months.filter(({ month }) => month);
  const steps = heatSteps(known.map(({ articles }) => articles));
  const entries = withHeatLevels(known, steps);
  return {
    steps,
    parts: names.map((name, i) => ({ name, entry: entries.find(({ month }) => month === i + 1) })),
  };
}
