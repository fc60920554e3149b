import { type MonthData, month } from '../../../templates/month.ts';
import { calendarTitle, regionOf } from '../calendar.ts';
import { sumMonths } from '../calendar-sums.ts';
import { monthWeeks } from '../month-grid.ts';
import { monthPath, yearPath } from '../output-paths.ts';
import type { OverviewKind } from '../page-kind.ts';

/** The days of each month. */
export const monthPage: OverviewKind<'month', MonthData> = {
  kind: 'month',
  template: month,
  of: 'archive',
  *pages({ archive, config, messages }) {
    const region = regionOf(config);
    for (const { year, month, articles, parts } of sumMonths(archive.dates())) {
      const title = calendarTitle({ year, month }, region, messages);
      const extent = { articles, years: [year, year] as const };
      const weeks = monthWeeks(year, month, parts, region.weekStart);
      const unknown = parts.find(({ day }) => !day);
      const data = { year, month, weeks, unknown, extent, up: yearPath(year) };
      yield { kind: 'month', outputPath: monthPath(year, month), title, description: title, data };
    }
  },
};
