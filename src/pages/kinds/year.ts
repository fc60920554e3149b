import { type YearData, year } from '../../../templates/year.ts';
import { calendarTitle, regionOf } from '../calendar.ts';
import { sumYears } from '../calendar-sums.ts';
import { withHeatLevels } from '../heat-level.ts';
import { datesPath, yearPath } from '../output-paths.ts';
import type { OverviewKind } from '../page-kind.ts';

/** The months of each year. */
export const yearPage: OverviewKind<'year', YearData> = {
  kind: 'year',
  template: year,
  of: 'archive',
  *pages({ archive, config, messages }) {
    const region = regionOf(config);
    for (const { year, articles, parts } of sumYears(archive.dates())) {
      const title = calendarTitle({ year }, region, messages);
      const extent = { articles, years: [year, year] as const };
      const withLevels = withHeatLevels(parts.filter(({ month }) => month));
      const months = region.months.map((name, i) => ({
        name,
        entry: withLevels.find(({ month }) => month === i + 1),
      }));
      const unknown = parts.find(({ month }) => !month);
      const data = { year, months, unknown, extent, up: datesPath };
      yield { kind: 'year', outputPath: yearPath(year), title, description: title, data };
    }
  },
};
