import { expect, test } from 'vitest';
import { arabicSearchPanel } from '../../../../src/i18n/ar/search-panel.ts';
import { arabicSite } from '../../../../src/i18n/ar/site.ts';
import { searchPeriods } from '../../../../src/pages/search-periods.ts';
import { axisMarks } from '../../../../src/search/browser/axis-marks.ts';
import { countInPeriods, timelineOf } from '../../../../src/search/browser/periods.ts';
import { numbersOf, type Settings } from '../../../../src/search/browser/words.ts';

const day = (year: number, month: number, of: number, articles: number) => ({
  ...{ year, month, day: of, articles },
});

// Three undated articles; none in 1991.
const dates = [
  ...[day(1992, 12, 31, 1), day(1992, 2, 0, 4), day(1990, 1, 5, 2), day(1990, 0, 0, 1)],
  day(0, 0, 0, 3),
];
const { periods, span } = searchPeriods(dates);
const settings: Settings = {
  ...{ directory: '', panels: '', digits: 'arab', language: 'ar', direction: 'rtl' },
  listSeparator: '، ',
  ...{ previousPage: '', nextPage: '', articles: arabicSite.articles, periods, span: span ?? [] },
  months: Array.from({ length: 12 }, (_, month) => `شهر ${month + 1}`),
  ...{ exports: {}, words: arabicSite.search, panel: arabicSearchPanel },
};
const timeline = (from = '', to = '') => timelineOf(settings, numbersOf(settings), 11, [from, to]);
const all = Array.from({ length: 11 }, (_, document) => document);

test('the page has the first and last date, and the months of each year', () => {
  expect(span).toEqual(['1990', '1992-12-31']);
  expect(periods).toEqual([
    [1990, 1, 2],
    [1992, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
  ]);
});

test('years have no gap, and undated articles are in none', () => {
  const { periods: years, year } = timeline();
  expect(year).toBeUndefined();
  expect(years.map(({ name }) => name)).toEqual(['١٩٩٠', '١٩٩١', '١٩٩٢']);
  expect(countInPeriods(all, years)).toEqual([3, 0, 5]);
  expect(countInPeriods([10, 0, 4], years)).toEqual([1, 0, 1]);
});

test('a span within a year is its months, with articles without a month', () => {
  const { periods: months, year } = timeline('1990', '1990');
  expect(year).toBe(1990);
  expect(months.length).toBe(13);
  expect(countInPeriods(all, months).slice(0, 3)).toEqual([1, 2, 0]);
  expect(timeline('1992-02-10', '1992-03').periods.map(({ from }) => from)).toEqual([
    '1992-02',
    '1992-03',
  ]);
  expect(countInPeriods(all, timeline('1992', '1992').periods)).toEqual([
    ...[0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
  ]);
});

test('an axis has few round marks up to the greatest value', () => {
  expect(axisMarks(1, true)).toEqual([0, 1]);
  expect(axisMarks(6, true)).toEqual([0, 2, 4, 6]);
  expect(axisMarks(1461, true)).toEqual([0, 500, 1000, 1500]);
  for (let most = 1; most < 5000; most += 7) {
    const marks = axisMarks(most, true);
    expect(marks.at(-1)).toBeGreaterThanOrEqual(most);
    expect(marks.length).toBeLessThan(7);
  }
});
