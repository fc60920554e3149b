import type { CalendarKey } from './calendar.ts';

/** What one bar of a chart stands for, before bars are joined to decades. */
export type PeriodUnit = 'year' | 'month' | 'day';

/** The articles of one period: YYYY, YYYYMM or YYYYMMDD; 0 for undated articles. */
export interface PeriodCount {
  readonly period: number;
  readonly articles: number;
}

/** A bar of a chart. */
export interface ChartBar {
  /** Place among all periods, those without articles included; 0 is the earliest. */
  readonly place: number;
  /** The year, month or day; of a decade its first year. */
  readonly date: CalendarKey;
  readonly articles: number;
  /** Output path of the page of the term's list on which the period begins, newest first. */
  readonly outputPath: string;
}

/** The articles of a term by year, month, day or decade. */
export interface Chart {
  readonly unit: PeriodUnit | 'decade';
  /** Number of periods from the first to the last. */
  readonly places: number;
  readonly first: CalendarKey;
  readonly last: CalendarKey;
  /** The periods with articles, earliest first. */
  readonly bars: readonly ChartBar[];
  /** Number of articles of the highest bar. */
  readonly most: number;
}

/** The charts of a term: as it is read on a wide screen, and on a narrow one where that has too many bars. */
export interface TermCharts {
  readonly wide: Chart;
  readonly narrow: Chart | undefined;
}
