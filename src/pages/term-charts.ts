import { dayNumber } from '../calendar/gregorian.ts';
import type { CalendarKey } from '../model/calendar.ts';
import type { Chart, ChartBar, PeriodCount, PeriodUnit, TermCharts } from '../model/chart.ts';
import type { Extent } from '../model/page.ts';
import { listingPageOf } from './listing.ts';

/** Articles from which a chart says more than the list. */
const leastArticles = 3;

/** Most bars on a narrow screen: six pixels each; more years are joined to decades. */
const mostNarrow = 48;

/** Years from which articles are counted by year. */
const leastYears = 3;

/** Months up to which articles are counted by day. */
const mostMonthsByDay = 2;

/** Returns the date of a period. */
function dateOf(period: number, unit: PeriodUnit): CalendarKey {
  if (unit === 'year') return { year: period };
  if (unit === 'month') return { year: Math.floor(period / 100), month: period % 100 };
  return {
    year: Math.floor(period / 10_000),
    month: Math.floor(period / 100) % 100,
    day: period % 100,
  };
}

/** Returns the number of a period in a sequence without gaps; undefined where its month or day is unknown. */
function ordinalOf(period: number, unit: PeriodUnit): number | undefined {
  const { year = 0, month = 0, day = 0 } = dateOf(period, unit);
  if (unit === 'year') return year;
  if (month === 0) return undefined;
  if (unit === 'month') return year * 12 + month - 1;
  return day === 0 ? undefined : dayNumber({ year, month, day });
}

/** A period with its place in time, and the position of its newest article, counted from the oldest. */
interface PlacedCount {
  readonly ordinal: number;
  readonly date: CalendarKey;
  readonly articles: number;
  readonly position: number;
}

/** Returns the known periods with the positions of their articles in the list, whose oldest end are the undated ones. */
function placed(counts: readonly PeriodCount[], unit: PeriodUnit): readonly PlacedCount[] {
  // In the list an unknown month or day is older than the known ones of its year or month, as 0 is less.
  let position = 0;
  const found: PlacedCount[] = [];
  for (const { period, articles } of counts) {
    position += articles;
    const ordinal = period === 0 ? undefined : ordinalOf(period, unit);
    if (ordinal !== undefined) {
      found.push({ ordinal, date: dateOf(period, unit), articles, position });
    }
  }
  return found;
}

/** Joins years to decades. */
function joinDecades(years: readonly PlacedCount[]): readonly PlacedCount[] {
  const decades = Map.groupBy(years, ({ ordinal }) => Math.floor(ordinal / 10));
  return [...decades].map(([ordinal, group]) => ({
    ordinal,
    date: { year: ordinal * 10 },
    articles: group.reduce((sum, { articles }) => sum + articles, 0),
    position: group.at(-1)?.position ?? 0,
  }));
}

/** Returns the chart of some periods; undefined where fewer than two have articles. */
function chartOf(
  counts: readonly PlacedCount[],
  unit: Chart['unit'],
  pathOf: (position: number) => string,
): Chart | undefined {
  const [first, last] = [counts[0], counts.at(-1)];
  if (first === undefined || last === undefined || first === last) return undefined;
  const bars: readonly ChartBar[] = counts.map(({ ordinal, date, articles, position }) => ({
    ...{ place: ordinal - first.ordinal, date, articles },
    outputPath: pathOf(position),
  }));
  return {
    ...{ unit, bars, first: first.date, last: last.date },
    places: last.ordinal - first.ordinal + 1,
    most: bars.reduce((most, { articles }) => Math.max(most, articles), 0),
  };
}

/**
 * Returns the charts of a term's articles: by year, by month where they are of two years or one, by day where they are of
 * two months or one; on narrow screens by decade where the years are many. Undefined where a chart would say no more
 * than the list.
 *
 * @param count counts the articles by a unit, oldest first
 * @param pathOf returns the output path of a page of the list by its number
 */
export function termCharts(
  { articles, years }: Extent,
  count: (unit: PeriodUnit) => readonly PeriodCount[],
  pathOf: (page: number) => string,
): TermCharts | undefined {
  if (years === undefined || articles < leastArticles) return undefined;
  const pathAt = (position: number): string => pathOf(listingPageOf(articles, position - 1));
  const chartBy = (unit: PeriodUnit) => chartOf(placed(count(unit), unit), unit, pathAt);
  if (years[1] - years[0] + 1 < leastYears) {
    const byMonth = chartBy('month');
    const isShort = byMonth === undefined || byMonth.places <= mostMonthsByDay;
    const wide = isShort ? (chartBy('day') ?? byMonth) : byMonth;
    return wide && { wide, narrow: undefined };
  }
  const byYear = placed(count('year'), 'year');
  const wide = chartOf(byYear, 'year', pathAt);
  if (wide === undefined) return undefined;
  const isLong = wide.places > mostNarrow;
  return { wide, narrow: isLong ? chartOf(joinDecades(byYear), 'decade', pathAt) : undefined };
}
