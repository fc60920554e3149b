import { expect, test } from 'vitest';
import type { ArchiveDate } from '../../../src/model/archive.ts';
import { evenly, titlesOfDays, titlesPerDay } from '../../../src/pages/calendar-titles.ts';
import { changedSpans } from '../../../src/pages/changed-spans.ts';
import { decadesOf } from '../../../src/pages/decades.ts';
import { overviewKinds, type Page } from '../../../src/pages/kinds.ts';
import { eachWithNeighbours } from '../../../src/pages/neighbours.ts';
import { type Sample, sampleContext, sampleEntry } from '../../support/sample-archive.ts';

const dates = [
  [2016, 3, 5, 2],
  [2015, 12, 31, 1],
  [2015, 7, 21, 4],
  [2015, 7, 0, 1],
  [1973, 10, 6, 9],
  [1973, 0, 0, 3],
] as const;

/** The pages of a sample by output path. */
const pagesOf = (sample: Sample, changed?: readonly ArchiveDate[]): ReadonlyMap<string, Page> =>
  new Map(
    overviewKinds
      .flatMap((kind): Page[] => [
        ...kind.pages({
          ...sampleContext(sample),
          changes: changed && { dates: changed, moved: changed.length > 0 },
        }),
      ])
      .map((page) => [page.outputPath, page]),
  );

/** Output paths of pages that are not known to be the same. */
const affected = (changed: readonly (readonly [number, number, number])[]): readonly string[] =>
  [
    ...pagesOf(
      { dates },
      changed.map(([year, month, day]) => ({ year, month, day })),
    ).values(),
  ]
    .filter(({ kind, isUnchanged }) => /month|year|anniv/.test(kind) && isUnchanged !== true)
    .map(({ outputPath }) => outputPath)
    .filter((path) => path !== 'hijri/index.html')
    .sort();

test('years and months link to the nearest ones with articles', () => {
  const pages = pagesOf({ dates });
  const neighbours = (path: string): unknown => {
    const data = pages.get(path)?.data;
    return data !== undefined && 'neighbours' in data ? data.neighbours : undefined;
  };
  expect(neighbours('dates/2015/07/index.html')).toEqual({
    earlier: { name: 'أكتوبر ١٩٧٣', outputPath: 'dates/1973/10/index.html' },
    later: { name: 'ديسمبر ٢٠١٥', outputPath: 'dates/2015/12/index.html' },
  });
  expect(neighbours('dates/2015/index.html')).toEqual({
    earlier: { name: 'عام ١٩٧٣', outputPath: 'dates/1973/index.html' },
    later: { name: 'عام ٢٠١٦', outputPath: 'dates/2016/index.html' },
  });
  expect(neighbours('dates/1973/10/index.html')).toMatchObject({ earlier: undefined });
  expect(neighbours('hijri/1393/09.html')).toEqual({
    earlier: undefined,
    later: { name: 'شوال ١٤٣٦ هـ', outputPath: 'hijri/1436/10.html' },
  });
  expect(neighbours('hijri/1436/index.html')).toMatchObject({
    earlier: { outputPath: 'hijri/1393/index.html' },
    later: { outputPath: 'hijri/1437/index.html' },
  });
});

test('a month shows titles of its days in order, a year of its months; what is unknown comes last', () => {
  const pages = pagesOf({ dates });
  const titles = (path: string): unknown => {
    const data = pages.get(path)?.data;
    return data !== undefined && 'titles' in data
      ? data.titles.map(({ name, articles, entries }) => [name, articles, entries.length])
      : undefined;
  };
  expect(titles('dates/2015/07/index.html')).toEqual([
    ['٢١ يوليو ٢٠١٥', 4, 4],
    ['مقالات يوليو ٢٠١٥ (بلا يوم معلوم)', 1, 1],
  ]);
  expect(titles('dates/1973/index.html')).toEqual([
    ['أكتوبر ١٩٧٣', 9, 8],
    ['مقالات عام ١٩٧٣ (بلا شهر معلوم)', 3, 3],
  ]);
  expect(titles('hijri/1436/10.html')).toEqual([['٥ شوال (٢١ يوليو ٢٠١٥)', 4, 4]]);
});

test('a changed article affects its month, its year, and the pages whose neighbour may have come or gone', () => {
  expect(affected([])).toEqual([]);
  // An article more on a day that has others: the neighbours are made again and are the same.
  expect(affected([[1973, 10, 6]])).toEqual([
    'dates/1973/10/index.html',
    'dates/1973/index.html',
    'dates/2015/07/index.html',
    'dates/2015/index.html',
    ...['dates/through-years/03.html', 'dates/through-years/07.html'],
    ...['dates/through-years/10.html', 'dates/through-years/12.html'],
    ...['hijri/1393/09.html', 'hijri/1393/index.html'],
    ...['hijri/1436/10.html', 'hijri/1436/index.html'],
  ]);
  // A month that has no article any more, between two that have.
  expect(affected([[2015, 9, 1]])).toEqual(
    expect.arrayContaining(['dates/2015/07/index.html', 'dates/2015/12/index.html']),
  );
  expect(affected([[2015, 9, 1]])).not.toContain('dates/1973/10/index.html');
  // A year without a month or a day has no Hijri date.
  expect(affected([[1973, 0, 0]])).toEqual(['dates/1973/index.html', 'dates/2015/index.html']);
});

test('the months of days through the years are the same where another month has other dates', () => {
  const through = (changed: readonly ArchiveDate[]): readonly string[] =>
    [...pagesOf({ dates: [...dates, [1972, 10, 6, 1]] }, changed).values()]
      .filter(({ kind, isUnchanged }) => kind === 'anniversary' && isUnchanged !== true)
      .map(({ outputPath }) => outputPath);
  expect(through([{ year: 1973, month: 10, day: 6 }])).toEqual(['dates/through-years/10.html']);
  // All dates of the month have changed, so it may be new.
  expect(through([{ year: 2016, month: 3, day: 5 }])).toHaveLength(4);
});

test('an archive of one year shows its months, one of many its decades', () => {
  const index = (sample: Sample) => {
    const page = pagesOf(sample).get('dates/index.html');
    return page?.kind === 'dates' ? page.data : undefined;
  };
  const one = index({ dates: [[2015, 7, 21, 3]] });
  expect(one?.months?.parts).toHaveLength(12);
  expect(one?.decades).toEqual([]);
  expect(index({ dates })?.months).toBeUndefined();
  const years = Array.from({ length: 60 }, (_, i): [number, number, number, number] => [
    ...([2019 - i, 5, 1, i + 1] as const),
  ]);
  const decades = index({ dates: years })?.decades ?? [];
  expect(decades.map(({ first, last, articles }) => [first, last, articles])[0]).toEqual([
    1960, 1969, 555,
  ]);
  expect(decades).toHaveLength(6);
  expect(decades.slice(0, -1).every(({ years: ten }) => ten.length === 10)).toBe(true);
});

test('an index of dates without dates says what to do', () => {
  const page = pagesOf({ dates: [[0, 0, 0, 3]] }).get('dates/index.html');
  expect(page?.data).toMatchObject({ years: [], undated: undefined, all: 'all/index.html' });
});

test('decades without articles between are left out', () => {
  const entries = [1850, ...Array.from({ length: 16 }, (_, i) => 2001 + i)].map((year) => {
    return { year, articles: 1, outputPath: '' };
  });
  expect(decadesOf(entries).map(({ first }) => first)).toEqual([1850, 2000, 2010]);
  expect(decadesOf(entries.slice(0, 10))).toEqual([]);
  // The last decade ends with the newest year.
  const last = decadesOf(entries).at(-1)?.years.at(-1);
  expect([last?.year, last?.entry]).toEqual([entries.at(-1)?.year, entries.at(-1)]);
});

test('titles are of days at equal distances where not all have room', () => {
  const days = Array.from({ length: 20 }, (_, i) => ({ day: i + 1, articles: 5, outputPath: '' }));
  const asked: number[] = [];
  const archive = {
    leading: ({ day = 0 }, count: number) => {
      asked.push(day);
      return Array.from({ length: count }, () => sampleEntry(day));
    },
  };
  expect(titlesOfDays(archive, days, 8).map(({ id }) => Number(id))).toEqual(asked);
  expect(asked).toEqual([1, 3, 6, 8, 11, 13, 16, 18]);
  expect(titlesOfDays(archive, days.slice(0, 1), 8)).toHaveLength(8);
  expect(evenly([1, 2, 3], 5)).toEqual([1, 2, 3]);
  expect([1, 6, 31].map(titlesPerDay)).toEqual([40, 40, 7]);
});

test('a page depends on all that lies between its neighbours', () => {
  const isChanged = changedSpans([10, 20, 20]);
  expect([
    isChanged(5, 9),
    isChanged(5, 10),
    isChanged(11, 19),
    isChanged(20, 30),
    isChanged(21, undefined),
    isChanged(undefined, 10),
  ]).toEqual([false, true, false, true, false, true]);
  expect(changedSpans(undefined)(1, 2)).toBe(true);
  expect(changedSpans([])(undefined, undefined)).toBe(false);
});

test('each item has the one before it and the one after it', () => {
  expect([...eachWithNeighbours([1, 2, 3])]).toEqual([
    { item: 1, before: undefined, after: 2 },
    { item: 2, before: 1, after: 3 },
    { item: 3, before: 2, after: undefined },
  ]);
  expect([...eachWithNeighbours([])]).toEqual([]);
});
