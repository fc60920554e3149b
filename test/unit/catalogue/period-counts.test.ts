import { expect, test } from 'vitest';
import { openArchive } from '../../../src/catalogue/archive.ts';
import { changedDates } from '../../../src/catalogue/changes.ts';
import { periodCounter } from '../../../src/catalogue/period-counts.ts';
import { dropAll, putAll, type Sketch, withCatalogue } from '../../support/archive-of.ts';

let number = 0;

/** An article of a day, of a source and a page. */
function printed(sortKey: number, source?: string, page?: number, id = ''): Sketch {
  number += 1;
  const name = id === '' ? `n${number}` : id;
  return {
    ...{ seed: `${name}.txt`, ordinal: 0, id: name, outputPath: `${name}.html`, sortKey },
    terms: source === undefined ? [] : [{ kind: 'source', slug: source, name: source }],
    keywords: [],
    entry: { ...(source === undefined ? {} : { source }), ...(page === undefined ? {} : { page }) },
  };
}

test('a term is counted by year, month and day; unknown parts are 0', () => {
  withCatalogue((catalogue) => {
    const keys = [-20150721, -20150721, -20150700, -20140000, 0];
    putAll(catalogue, [...keys.map((key) => printed(key, 'البيان')), printed(-20130101, 'الشروق')]);
    const count = periodCounter(catalogue);
    const key = { of: 'term', term: 'source', slug: 'البيان' } as const;
    const pairs = (unit: 'year' | 'month' | 'day'): unknown =>
      count(key, unit).map(({ period, articles }) => [period, articles]);
    expect(pairs('year')).toEqual([
      [0, 1],
      [2014, 1],
      [2015, 3],
    ]);
    expect(pairs('month')).toEqual([
      [0, 1],
      [201400, 1],
      [201507, 3],
    ]);
    expect(pairs('day')).toEqual([
      [0, 1],
      [20140000, 1],
      [20150700, 1],
      [20150721, 2],
    ]);
  });
});

test('the articles of a day are in the order of source and page, and each source has its share', () => {
  withCatalogue((catalogue) => {
    const day = -20150721;
    putAll(catalogue, [
      ...[printed(day, 'ج', 3, 'c3'), printed(day, 'ا', 12, 'a12'), printed(day, 'ا', 2, 'a2')],
      ...[
        printed(day, 'ا', undefined, 'a'),
        printed(day, 'ب', 1, 'b1'),
        printed(day, undefined, 1, 'x'),
      ],
      printed(-20150722, 'ا', 1, 'other'),
    ]);
    const { leading } = openArchive(catalogue);
    const ids = (count: number): readonly string[] =>
      leading({ year: 2015, month: 7, day: 21 }, count).map(({ id }) => id);
    expect(ids(9)).toEqual(['a2', 'a12', 'a', 'b1', 'c3', 'x']);
    expect(ids(3)).toEqual(['a2', 'b1', 'c3']);
    expect(ids(5)).toEqual(['a2', 'a12', 'b1', 'c3', 'x']);
    expect(leading({ year: 1999 }, 3)).toEqual([]);
  });
});

test('the dates of changed articles are known, each once', () => {
  withCatalogue((catalogue) => {
    putAll(catalogue, [printed(-20150721, 'ا', 1, 'gone'), printed(-19990000)]);
    dropAll(catalogue, ['gone.txt']);
    putAll(catalogue, [printed(-20160102), printed(-20160102)], { tracked: true });
    expect(changedDates(catalogue)).toEqual([
      { year: 2016, month: 1, day: 2 },
      { year: 2015, month: 7, day: 21 },
    ]);
  });
});
