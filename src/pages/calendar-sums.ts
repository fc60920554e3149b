import type { DateCount } from '../model/archive.ts';
import type { CalendarEntry } from '../model/calendar.ts';
import { datePath, monthPath, yearPath } from './output-paths.ts';

/** Yields runs of neighbouring dates that have the same year, or the same month. */
function* groupDates(
  dates: Iterable<DateCount>,
  same: (a: DateCount, b: DateCount) => boolean,
): Generator<readonly [DateCount, ...DateCount[]]> {
  let group: [DateCount, ...DateCount[]] | undefined;
  for (const date of dates) {
    if (date.year === 0) continue;
    if (group !== undefined && same(group[0], date)) {
      group.push(date);
    } else {
      if (group !== undefined) yield group;
      group = [date];
    }
  }
  if (group !== undefined) yield group;
}

const sumArticles = (counts: readonly { readonly articles: number }[]): number =>
  counts.reduce((total, { articles }) => total + articles, 0);

/** Chronological order; 0 (unknown) comes last. */
const partOrder = (a: number, b: number): number => (a || Infinity) - (b || Infinity) || 0;

/** Returns the dates of a group in chronological order, unknown parts last. */
const datesOf = (group: readonly DateCount[]): readonly CalendarEntry[] =>
  [...group]
    .sort((a, b) => partOrder(a.month, b.month) || partOrder(a.day, b.day))
    .map((date) => ({ ...date, outputPath: datePath(date) }));

/** Yields the years with articles in the order of `dates`, without undated articles. */
export function* countYears(dates: Iterable<DateCount>): Generator<CalendarEntry> {
  let year = 0;
  let articles = 0;
  for (const date of dates) {
    if (date.year === 0) continue;
    if (date.year !== year) {
      if (year !== 0) yield { year, articles, outputPath: yearPath(year) };
      year = date.year;
      articles = 0;
    }
    articles += date.articles;
  }
  if (year !== 0) yield { year, articles, outputPath: yearPath(year) };
}

/** A year with its months, or a month with its days. */
export interface CalendarTotal {
  readonly year: number;
  readonly month: number;
  readonly articles: number;
  /** In chronological order; the part 0 (unknown) comes last. */
  readonly parts: readonly CalendarEntry[];
  /** All its dates in the same order, whatever their precision. */
  readonly dates: readonly CalendarEntry[];
}

/** Yields each year with its months; holds one year at a time. `dates` are in chronological order, either way. */
export function* sumYears(dates: Iterable<DateCount>): Generator<CalendarTotal> {
  for (const group of groupDates(dates, (a, b) => a.year === b.year)) {
    const [{ year }] = group;
    const byMonth = new Map<number, number>();
    for (const { month, articles } of group) {
      byMonth.set(month, (byMonth.get(month) ?? 0) + articles);
    }
    const parts = [...byMonth]
      .sort(([a], [b]) => partOrder(a, b))
      .map(([month, articles]) => {
        const outputPath = month === 0 ? datePath({ year }) : monthPath(year, month);
        return { year, month, articles, outputPath };
      });
    yield { year, month: 0, articles: sumArticles(group), parts, dates: datesOf(group) };
  }
}

/** Yields each month with its days; holds one month at a time. `dates` are in chronological order, either way. */
export function* sumMonths(dates: Iterable<DateCount>): Generator<CalendarTotal> {
  for (const group of groupDates(dates, (a, b) => a.year === b.year && a.month === b.month)) {
    const [{ year, month }] = group;
    if (month === 0) continue;
    const parts = datesOf(group);
    yield { year, month, articles: sumArticles(group), parts, dates: parts };
  }
}
