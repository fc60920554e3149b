import { type HijriYearData, hijriYear } from '../../../templates/hijri-year.ts';
import type { Decade } from '../../model/calendar.ts';
import { hijriName, hijriTitle, regionOf } from '../calendar.ts';
import { titlesOfDays, titlesOfYearMonth } from '../calendar-titles.ts';
import { changedSpans } from '../changed-spans.ts';
import { decadesOf } from '../decades.ts';
import { heatSteps, withHeatLevels } from '../heat-level.ts';
import { type HijriSum, hijriDates, sumHijriMonths } from '../hijri-sums.ts';
import { monthsMap } from '../months-map.ts';
import { eachWithNeighbours } from '../neighbours.ts';
import { hijriMonthPath, hijriPath, hijriYearPath } from '../output-paths.ts';
import type { OverviewKind, PlanningContext } from '../page-kind.ts';
import { datesTrail, hijriTrail } from '../trail.ts';

/** A Hijri year with its months, newest first. */
type HijriYear = readonly [HijriSum, ...HijriSum[]];

/** Yields runs of neighbouring months of one year. */
function* groupByYear(months: Iterable<HijriSum>): Generator<HijriYear> {
  let group: [HijriSum, ...HijriSum[]] | undefined;
  for (const month of months) {
    if (group !== undefined && group[0].year === month.year) group.push(month);
    else {
      if (group !== undefined) yield group;
      group = [month];
    }
  }
  if (group !== undefined) yield group;
}

const countArticles = (months: readonly HijriSum[]): number =>
  months.reduce((sum, { articles }) => sum + articles, 0);

/** Returns the data of the page of a year. */
function yearData(
  months: HijriYear,
  neighbours: HijriYearData['neighbours'],
  { archive, config, messages }: PlanningContext,
): HijriYearData {
  const region = regionOf(config);
  const [{ year }] = months;
  const entries = months.toReversed().map(({ month, articles }) => ({
    ...{ month, articles },
    outputPath: hijriMonthPath(year, month),
  }));
  return {
    title: hijriTitle({ year }, region, messages),
    ...monthsMap(entries, messages.hijriMonths),
    decades: [],
    titles: months.toReversed().map(({ month, articles, days }) => ({
      name: hijriTitle({ year, month }, region, messages),
      ...{ outputPath: hijriMonthPath(year, month), articles },
      entries: titlesOfDays(archive, [...days.values()].reverse(), titlesOfYearMonth),
    })),
    neighbours,
    extent: { articles: countArticles(months) },
  };
}

/** Returns the data of the index of years, newest first in `years`. */
function indexData(
  years: readonly {
    readonly year: number;
    readonly articles: number;
    readonly outputPath: string;
  }[],
  { config, messages }: PlanningContext,
): HijriYearData {
  const region = regionOf(config);
  const steps = heatSteps(years.map(({ articles }) => articles));
  const entries = withHeatLevels(years.toReversed(), steps);
  const decades: readonly Decade[] = decadesOf(entries);
  return {
    title: messages.hijriYears,
    parts: entries.map((entry) => ({
      name: hijriName({ year: entry.year }, region, messages),
      entry,
    })),
    ...{ steps, decades, titles: [], extent: undefined },
    neighbours: { earlier: undefined, later: undefined },
  };
}

/** The months of each year of the Hijri calendar with titles, and the index of these years. */
export const hijriYearPage: OverviewKind<'hijri-year', HijriYearData> = {
  kind: 'hijri-year',
  template: hijriYear,
  of: 'archive',
  reserves: /^hijri$/,
  *pages(context) {
    const { archive, config, messages, changes } = context;
    const region = regionOf(config);
    const isChanged = changedSpans(changes && hijriDates(changes.dates).map(({ year }) => year));
    const all: { readonly year: number; readonly articles: number; readonly outputPath: string }[] =
      [];
    const link = (months: HijriYear | undefined) =>
      months && {
        name: hijriTitle({ year: months[0].year }, region, messages),
        outputPath: hijriYearPath(months[0].year),
      };
    const groups = groupByYear(sumHijriMonths(archive.dates()));
    // Newest first, so the one after it is the earlier.
    for (const { item, before, after } of eachWithNeighbours(groups)) {
      const [{ year }] = item;
      const title = hijriTitle({ year }, region, messages);
      const outputPath = hijriYearPath(year);
      yield {
        ...{ kind: 'hijri-year', outputPath, title, description: title },
        trail: hijriTrail(context),
        isUnchanged: !isChanged(after?.[0].year, before?.[0].year),
        get data() {
          return yearData(item, { earlier: link(after), later: link(before) }, context);
        },
      };
      all.push({ year, articles: countArticles(item), outputPath });
    }
    if (all.length === 0) return;
    const title = messages.hijriYears;
    const data = indexData(all, context);
    const trail = datesTrail(context);
    const isUnchanged = changes?.moved === false;
    yield {
      ...{ kind: 'hijri-year', outputPath: hijriPath, title, description: title },
      ...{ trail, isUnchanged, data },
    };
  },
};
