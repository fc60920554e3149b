import { type HijriMonthData, hijriMonth } from '../../../templates/hijri-month.ts';
import { hijriName, hijriTitle, regionOf } from '../calendar.ts';
import { hijriWeeks, sumHijriMonths } from '../hijri-sums.ts';
import { hijriMonthPath, hijriYearPath } from '../output-paths.ts';
import type { OverviewKind } from '../page-kind.ts';
import { hijriTrail } from '../trail.ts';

/** The days of each month of the Hijri calendar. */
export const hijriMonthPage: OverviewKind<'hijri-month', HijriMonthData> = {
  kind: 'hijri-month',
  template: hijriMonth,
  of: 'archive',
  *pages(site) {
    const { archive, config, messages } = site;
    const region = regionOf(config);
    for (const hijriMonth of sumHijriMonths(archive.dates())) {
      const { year, month, articles, approximate } = hijriMonth;
      const title = hijriTitle({ year, month }, region, messages);
      const above = {
        name: hijriName({ year }, region, messages),
        outputPath: hijriYearPath(year),
      };
      const trail = [...hijriTrail(site), above];
      const weeks = hijriWeeks(hijriMonth, region.weekStart);
      const data = { title, weeks, approximate, extent: { articles } };
      const outputPath = hijriMonthPath(year, month);
      yield { kind: 'hijri-month', outputPath, title, description: title, trail, data };
    }
  },
};
