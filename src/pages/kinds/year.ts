import { type YearData, year } from '../../../templates/year.ts';
import type { CalendarEntry } from '../../model/calendar.ts';
import type { TitleGroup } from '../../model/calendar-page.ts';
import { calendarName, calendarTitle, dateListTitle, regionOf } from '../calendar.ts';
import { type CalendarTotal, sumYears } from '../calendar-sums.ts';
import { titlesOfDays, titlesOfYearMonth } from '../calendar-titles.ts';
import { changedSpans } from '../changed-spans.ts';
import { monthsMap } from '../months-map.ts';
import { eachWithNeighbours } from '../neighbours.ts';
import { yearPath } from '../output-paths.ts';
import type { OverviewKind, PlanningContext } from '../page-kind.ts';
import { datesTrail } from '../trail.ts';

/** Returns titles of each month of a year; those whose month is unknown come last. */
function titlesOfYear(
  { parts, dates }: CalendarTotal,
  { archive, config, messages }: PlanningContext,
): readonly TitleGroup[] {
  const region = regionOf(config);
  const nameOf = (part: CalendarEntry): string =>
    part.month ? calendarName(part, region, messages) : dateListTitle(part, region, messages);
  return parts.map((part) => ({
    ...{ name: nameOf(part), outputPath: part.outputPath, articles: part.articles },
    entries: titlesOfDays(
      archive,
      dates.filter(({ month }) => month === part.month),
      titlesOfYearMonth,
    ),
  }));
}

/** The months of each year, with titles. */
export const yearPage: OverviewKind<'year', YearData> = {
  kind: 'year',
  template: year,
  of: 'archive',
  *pages(context) {
    const { archive, config, messages, changes } = context;
    const region = regionOf(config);
    const isChanged = changedSpans(changes?.dates.map((date) => date.year));
    const link = (total: CalendarTotal | undefined) =>
      total && {
        name: calendarName({ year: total.year }, region, messages),
        outputPath: yearPath(total.year),
      };
    // Newest first, so the one after it is the earlier.
    for (const { item, before, after } of eachWithNeighbours(sumYears(archive.dates()))) {
      const { year, articles, parts } = item;
      const title = calendarTitle({ year }, region, messages);
      yield {
        ...{ kind: 'year', outputPath: yearPath(year), title, description: title },
        trail: datesTrail(context),
        isUnchanged: !isChanged(after?.year, before?.year),
        get data() {
          return {
            year,
            months: monthsMap(parts, region.months),
            unknown: parts.find(({ month }) => !month),
            titles: titlesOfYear(item, context),
            neighbours: { earlier: link(after), later: link(before) },
            extent: { articles, years: [year, year] as const },
          };
        },
      };
    }
  },
};
