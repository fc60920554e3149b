import { type YearData, year } from '../../../templates/year.ts';
import { calendarTitle, regionOf } from '../calendar.ts';
import { sumYears } from '../calendar-sums.ts';
import { withHeatLevels } from '../heat-level.ts';
import { yearPath } from '../output-paths.ts';
import type { OverviewKind } from '../page-kind.ts';
import { datesTrail } from '../trail.ts';

/** The months of each year. */
export const yearPage: OverviewKind<'year', YearData> = {
  kind: 'year',
  template: year,
  of: 'archive',
  *pages(site) {
    const { archive, config, messages } = site;
    const region = regionOf(config);
    const trail = datesTrail(site);
    for (const { year, articles, parts } of sumYears(archive.dates())) {
      const title = calendarTitle({ year }, region, messages);
      const extent = { articles, years: [year, year] as const };
      const withLevels = withHeatLevels(parts.filter(({ month }) => month));
      const months = region.months.map((name, i) => ({
        name,
        entry: withLevels.find(({ month }) => month === i + 1),
      }));
      const unknown = parts.find(({ month }) => !month);
      const data = { year, months, unknown, extent };
      yield { kind: 'year', outputPath: yearPath(year), title, description: title, trail, data };
    }
  },
};
