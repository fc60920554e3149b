import { type DatesData, dates } from '../../../templates/dates.ts';
import type { CalendarEntry, HeatMap } from '../../model/calendar.ts';
import { regionOf } from '../calendar.ts';
import { countYears, sumYears } from '../calendar-sums.ts';
import { decadesOf } from '../decades.ts';
import { heatSteps, withHeatLevels } from '../heat-level.ts';
import { monthsMap } from '../months-map.ts';
import {
  allArticlesPath,
  anniversaryPath,
  datePath,
  datesPath,
  hijriPath,
  searchPagePath,
} from '../output-paths.ts';
import type { OverviewKind, PlanningContext } from '../page-kind.ts';
import { throughYears } from '../through-years.ts';

/** Returns the months of the only year of an archive; undefined where there are several years or none. */
function onlyYearMonths(
  years: readonly CalendarEntry[],
  { archive, config }: PlanningContext,
): HeatMap | undefined {
  if (years.length !== 1) return undefined;
  for (const { parts } of sumYears(archive.dates()))
    return monthsMap(parts, regionOf(config).months);
  return undefined;
}

/** The index of all dates: its years. */
export const datesPage: OverviewKind<'dates', DatesData> = {
  kind: 'dates',
  template: dates,
  of: 'archive',
  reserves: /^dates$/,
  *pages(context) {
    const { archive, messages, config, changes } = context;
    let undated = 0;
    let hasDays = false;
    const counted = function* () {
      for (const date of archive.dates()) {
        if (date.year === 0) undated += date.articles;
        hasDays ||= date.day > 0;
        yield date;
      }
    };
    const totals = [...countYears(counted())].reverse();
    if (totals.length === 0 && undated === 0) return;
    const steps = heatSteps(totals.map(({ articles }) => articles));
    const years = withHeatLevels(totals, steps);
    const title = messages.dates;
    const data = {
      ...{ years, steps, decades: decadesOf(years), months: onlyYearMonths(years, context) },
      undated:
        undated > 0 && totals.length > 0
          ? { articles: undated, outputPath: datePath({}) }
          : undefined,
      hijri: hasDays ? hijriPath : undefined,
      anniversaries: [...throughYears(archive.dates()).keys()].map((month) => ({
        month,
        outputPath: anniversaryPath(month),
      })),
      all: allArticlesPath(),
      search: config.search ? searchPagePath : undefined,
    };
    const isUnchanged = changes?.moved === false;
    yield { kind: 'dates', outputPath: datesPath, title, description: title, isUnchanged, data };
  },
};
