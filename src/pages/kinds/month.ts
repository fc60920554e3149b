import { type MonthData, month } from '../../../templates/month.ts';
import { calendarName, calendarTitle, dateListTitle, regionOf } from '../calendar.ts';
import { sumMonths } from '../calendar-sums.ts';
import { titlesPerDay } from '../calendar-titles.ts';
import { changedSpans } from '../changed-spans.ts';
import { heatSteps, withHeatLevels } from '../heat-level.ts';
import { monthWeeks } from '../month-grid.ts';
import { eachWithNeighbours } from '../neighbours.ts';
import { monthPath } from '../output-paths.ts';
import type { OverviewKind } from '../page-kind.ts';
import { dateTrail } from '../trail.ts';

/** A month. */
type MonthKey = { readonly year: number; readonly month: number };

/** Returns the number of a month: the months of all years counted in order. */
const ordinal = (key: MonthKey | undefined): number | undefined => key && key.year * 12 + key.month;

/** The days of each month, with titles. */
export const monthPage: OverviewKind<'month', MonthData> = {
  kind: 'month',
  template: month,
  of: 'archive',
  *pages(site) {
    const { archive, config, messages, changes } = site;
    const region = regionOf(config);
    const isChanged = changedSpans(
      changes?.dates.filter((date) => date.month > 0).map((date) => date.year * 12 + date.month),
    );
    const link = (key: MonthKey | undefined) =>
      key && {
        name: calendarName(key, region, messages),
        outputPath: monthPath(key.year, key.month),
      };
    // Newest first, so the one after it is the earlier.
    for (const { item, before, after } of eachWithNeighbours(sumMonths(archive.dates()))) {
      const { year, month, articles, parts } = item;
      const title = calendarTitle({ year, month }, region, messages);
      yield {
        ...{ kind: 'month', outputPath: monthPath(year, month), title, description: title },
        trail: dateTrail({ year }, site),
        isUnchanged: !isChanged(ordinal(after), ordinal(before)),
        get data() {
          const known = parts.filter(({ day }) => day);
          const steps = heatSteps(known.map((day) => day.articles));
          const days = withHeatLevels(known, steps);
          const count = titlesPerDay(parts.length);
          return {
            ...{ year, month, steps, unknown: parts.find(({ day }) => !day) },
            weeks: monthWeeks(year, month, days, region.weekStart),
            titles: parts.map((date) => ({
              name: date.day
                ? calendarName(date, region, messages)
                : dateListTitle(date, region, messages),
              ...{ outputPath: date.outputPath, articles: date.articles },
              entries: archive.leading(date, count),
            })),
            neighbours: { earlier: link(after), later: link(before) },
            extent: { articles, years: [year, year] as const },
          };
        },
      };
    }
  },
};
