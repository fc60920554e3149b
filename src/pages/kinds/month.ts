import { type MonthData, month } from '../../../templates/month.ts';
import { calendarTitle, regionOf } from '../calendar.ts';
import { sumMonths } from '../calendar-sums.ts';
import { monthWeeks } from '../month-grid.ts';
import { monthPath } from '../output-paths.ts';
import type { OverviewKind } from '../page-kind.ts';
import { dateTrail } from '../trail.ts';

/** The days of each month. */
export const monthPage: OverviewKind<'month', MonthData> = {
  kind: 'month',
  template: month,
  of: 'archive',
  *pages(site) {
    const { archive, config, messages } = site;
    const region = regionOf(config);
    for (const { year, month, articles, parts } of sumMonths(archive.dates())) {
      const title = calendarTitle({ year, month }, region, messages);
      const extent = { articles, years: [year, year] as const };
      const weeks = monthWeeks(year, month, parts, region.weekStart);
      const unknown = parts.find(({ day }) => !day);
      const trail = dateTrail({ year }, site);
      const data = { year, month, weeks, unknown, extent };
      const outputPath = monthPath(year, month);
      yield { kind: 'month', outputPath, title, description: title, trail, data };
    }
  },
};
