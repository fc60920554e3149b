import { type HijriMonthData, hijriMonth } from '../../../templates/hijri-month.ts';
import type { HijriMonth } from '../../calendar/hijri.ts';
import { calendarName, hijriDayName, hijriName, hijriTitle, regionOf } from '../calendar.ts';
import { titlesPerDay } from '../calendar-titles.ts';
import { changedSpans } from '../changed-spans.ts';
import { heatSteps, withHeatLevels } from '../heat-level.ts';
import { hijriDates, hijriWeeks, sumHijriMonths } from '../hijri-sums.ts';
import { eachWithNeighbours } from '../neighbours.ts';
import { hijriMonthPath, hijriYearPath } from '../output-paths.ts';
import type { OverviewKind } from '../page-kind.ts';
import { hijriTrail } from '../trail.ts';

/** Returns the number of a month: the months of all years counted in order. */
const ordinal = (key: HijriMonth | undefined): number | undefined =>
  key && key.year * 12 + key.month;

/** The days of each month of the Hijri calendar, with titles. */
export const hijriMonthPage: OverviewKind<'hijri-month', HijriMonthData> = {
  kind: 'hijri-month',
  template: hijriMonth,
  of: 'archive',
  *pages(site) {
    const { archive, config, messages, changes } = site;
    const region = regionOf(config);
    const isChanged = changedSpans(
      changes && hijriDates(changes.dates).map(({ year, month }) => year * 12 + month),
    );
    const link = (key: HijriMonth | undefined) =>
      key && {
        name: hijriTitle({ year: key.year, month: key.month }, region, messages),
        outputPath: hijriMonthPath(key.year, key.month),
      };
    // Newest first, so the one after it is the earlier.
    for (const { item, before, after } of eachWithNeighbours(sumHijriMonths(archive.dates()))) {
      const { year, month, articles, approximate } = item;
      const title = hijriTitle({ year, month }, region, messages);
      const above = {
        name: hijriName({ year }, region, messages),
        outputPath: hijriYearPath(year),
      };
      yield {
        ...{ kind: 'hijri-month', outputPath: hijriMonthPath(year, month) },
        ...{ title, description: title },
        trail: [...hijriTrail(site), above],
        isUnchanged: !isChanged(ordinal(after), ordinal(before)),
        get data() {
          const steps = heatSteps([...item.days.values()].map((day) => day.articles));
          const days = new Map(
            [...item.days]
              .sort(([a], [b]) => a - b)
              .map(([day, entry]) => [day, withHeatLevels([entry], steps)[0] ?? entry]),
          );
          const count = titlesPerDay(days.size);
          return {
            ...{ title, approximate, steps, extent: { articles } },
            weeks: hijriWeeks({ ...item, days }, region.weekStart),
            titles: [...days].map(([day, date]) => ({
              name: `${hijriDayName({ month, day }, region, messages)} (${calendarName(date, region, messages)})`,
              ...{ outputPath: date.outputPath, articles: date.articles },
              entries: archive.leading(date, count),
            })),
            neighbours: { earlier: link(after), later: link(before) },
          };
        },
      };
    }
  },
};
