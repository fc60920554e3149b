import { expect, test } from 'vitest';
import type { PeriodCount, PeriodUnit } from '../../../src/model/chart.ts';
import { termCharts } from '../../../src/pages/term-charts.ts';

const divisor: Readonly<Record<PeriodUnit, number>> = { year: 10_000, month: 100, day: 1 };

/** The charts of articles with these dates, YYYYMMDD, some thousand times each. */
function charts(dates: readonly (readonly [date: number, articles: number])[]) {
  const count = (unit: PeriodUnit): readonly PeriodCount[] => {
    const sums = new Map<number, number>();
    for (const [date, articles] of dates) {
      const period = Math.floor(date / divisor[unit]);
      sums.set(period, (sums.get(period) ?? 0) + articles);
    }
    return [...sums].sort(([a], [b]) => a - b).map(([period, articles]) => ({ period, articles }));
  };
  const years = dates.map(([date]) => Math.floor(date / 10_000)).filter((year) => year > 0);
  const articles = dates.reduce((sum, [, n]) => sum + n, 0);
  const extent = { articles, years: [Math.min(...years), Math.max(...years)] as const };
  return termCharts(extent, count, (page) => `${page}`);
}

const yearly = (from: number, to: number, articles = 1): [number, number][] =>
  Array.from({ length: to - from + 1 }, (_, i) => [(from + i) * 10_000 + 501, articles]);

test('years are continuous: those without articles are gaps', () => {
  expect(
    charts([
      [20100101, 4],
      [20130000, 2],
      [20130505, 6],
      [0, 9],
    ])?.wide,
  ).toEqual({
    ...{ unit: 'year', places: 4, most: 8, first: { year: 2010 }, last: { year: 2013 } },
    bars: [
      { place: 0, date: { year: 2010 }, articles: 4, outputPath: '1' },
      { place: 3, date: { year: 2013 }, articles: 8, outputPath: '1' },
    ],
  });
});

test('a bar leads to the page of the list on which its newest article stands', () => {
  // 30 undated articles are the oldest of the list; pages have 50.
  const chart = charts([
    [0, 30],
    [20010101, 20],
    [20020101, 1],
    [20030101, 149],
  ]);
  expect(chart?.wide.bars.map(({ outputPath }) => outputPath)).toEqual(['1', '2', '4']);
});

test('two years or one are counted by month, two months or one by day', () => {
  const months = charts([
    [20150700, 5],
    [20150721, 2],
    [20151001, 1],
    [20160101, 1],
  ])?.wide;
  expect(months).toMatchObject({ unit: 'month', places: 7, first: { year: 2015, month: 7 } });
  expect(months?.bars.map(({ place }) => place)).toEqual([0, 3, 6]);
  const days = charts([
    [20150730, 2],
    [20150802, 1],
  ])?.wide;
  expect(days).toMatchObject({ unit: 'day', places: 4 });
  expect(days?.bars.map(({ place }) => place)).toEqual([0, 3]);
});

test('many years are joined to decades on narrow screens', () => {
  const twelve = charts(yearly(2001, 2012));
  expect([twelve?.wide.bars.length, twelve?.narrow]).toEqual([12, undefined]);
  const long = charts(yearly(1871, 2020, 2));
  expect(long?.wide).toMatchObject({ unit: 'year', places: 150 });
  expect(long?.narrow).toMatchObject({ unit: 'decade', places: 16, most: 20 });
  expect(long?.narrow?.bars[0]).toMatchObject({ date: { year: 1870 }, articles: 18 });
  expect(long?.narrow?.bars.at(-1)?.outputPath).toBe('6');
});

test('there is no chart where it would say no more than the list', () => {
  expect(charts([[20150721, 90]])).toBeUndefined();
  expect(
    charts([
      [20150700, 9],
      [20150000, 9],
    ]),
  ).toBeUndefined();
  expect(
    charts([
      [19800101, 1],
      [20150101, 1],
    ]),
  ).toBeUndefined();
  expect(
    termCharts(
      { articles: 50 },
      () => [],
      () => '',
    ),
  ).toBeUndefined();
});
