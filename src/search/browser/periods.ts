import type { Numbers, Settings } from './words.ts';

/** A year, some years or a month: the articles of the archive in it are a range of documents. */
export interface Period {
  readonly name: string;
  /** First and last date, as the address has them. */
  readonly from: string;
  readonly to: string;
  /** First document, and the end. */
  readonly first: number;
  readonly end: number;
}

/** The periods of a chart, without gaps. */
export interface PeriodRange {
  /** The year whose months they are; undefined where they are years. */
  readonly year: number | undefined;
  readonly periods: readonly Period[];
}

/** Most periods that a chart shows one by one; more years are shown by decade. */
const maxPeriods = 250;

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);

/** Returns the first document of each year, and the end of the last; undated articles come first. */
function yearStarts(periods: Settings['periods'], articles: number): ReadonlyMap<number, number> {
  const dated = sumOf(periods.map(([, ...months]) => sumOf(months)));
  const starts = new Map<number, number>();
  let next = articles - dated;
  for (const [year, ...months] of periods) {
    starts.set(year, next);
    next += sumOf(months);
  }
  return starts;
}

/** Returns the months of a year, from one month to another. */
function monthsOf(
  year: number,
  [from, to]: readonly [number, number],
  start: number,
  { periods, months, panel }: Settings,
): readonly Period[] {
  const [, ...counts] = periods.find(([candidate]) => candidate === year) ?? [year];
  let next = start;
  const all = Array.from({ length: 13 }, (_, month): Period => {
    const first = next;
    next += counts[month] ?? 0;
    const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    const name = month === 0 ? panel.chart.monthUnknown : (months[month - 1] ?? '');
    return { name, from: date, to: date, first, end: next };
  });
  const unknown = all[0];
  const hasUnknown = from === 1 && to === 12 && unknown !== undefined && unknown.end > start;
  return all.slice(hasUnknown ? 0 : from, to + 1);
}

/**
 * Returns the periods between two dates: the years of the archive, or the months where they lie in one year.
 *
 * @param articles number of articles of the archive, undated ones first
 * @param from first date, as the address has it; empty for that of the archive
 */
export function timelineOf(
  settings: Settings,
  { year: yearName }: Numbers,
  articles: number,
  [from, to]: readonly [from: string, to: string],
): PeriodRange {
  const { periods } = settings;
  const [oldest, newest] = [periods[0]?.[0], periods.at(-1)?.[0]];
  if (oldest === undefined || newest === undefined) return { year: undefined, periods: [] };
  const firstYear = Math.max(oldest, Number(from.slice(0, 4)) || oldest);
  const lastYear = Math.min(newest, Number(to.slice(0, 4)) || newest);
  const starts = yearStarts(periods, articles);
  if (firstYear === lastYear) {
    const isCut = from.startsWith(String(firstYear)) && from.length > 4;
    const firstMonth = isCut ? Number(from.slice(5, 7)) : 1;
    const lastMonth =
      to.startsWith(String(lastYear)) && to.length > 4 ? Number(to.slice(5, 7)) : 12;
    const start = starts.get(firstYear) ?? 0;
    return {
      year: firstYear,
      periods: monthsOf(firstYear, [firstMonth, lastMonth], start, settings),
    };
  }
  const step = lastYear - firstYear < maxPeriods ? 1 : 10;
  const years: Period[] = [];
  const firstOf = (year: number): number =>
    [...starts].find(([candidate]) => candidate >= year)?.[1] ?? articles;
  for (let year = firstYear - (firstYear % step); year <= lastYear; year += step) {
    const [begin, last] = [Math.max(year, firstYear), Math.min(year + step - 1, lastYear)];
    years.push({
      name: begin === last ? yearName(begin) : `${yearName(begin)}–${yearName(last)}`,
      from: String(begin).padStart(4, '0'),
      to: String(last).padStart(4, '0'),
      first: firstOf(begin),
      end: firstOf(last + 1),
    });
  }
  return { year: undefined, periods: years };
}

/** Returns the number of some documents in each period. */
export function countInPeriods(
  documents: readonly number[],
  periods: readonly Period[],
): readonly number[] {
  const counts = periods.map(() => 0);
  for (const document of documents) {
    let [low, high] = [0, periods.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((periods[middle]?.first ?? 0) > document) high = middle;
      else low = middle + 1;
    }
    // Of periods that begin with the same document the last one has it; the others are empty.
    const period = periods[low - 1];
    if (period !== undefined && document < period.end) counts[low - 1] = (counts[low - 1] ?? 0) + 1;
  }
  return counts;
}
