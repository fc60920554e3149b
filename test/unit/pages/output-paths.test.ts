import fc from 'fast-check';
import { expect, test } from 'vitest';
import { termSlug } from '../../../src/arabic/slug.ts';
import {
  allArticlesPath,
  datePath,
  monthPath,
  termIndexPath,
  termPath,
  termsByCountPath,
  yearPath,
} from '../../../src/pages/output-paths.ts';

test('a date has a folder for each part, with zeros for unknown parts', () => {
  expect(datePath({ year: 2015, month: 7, day: 21 })).toBe('dates/2015/07/21.html');
  expect(datePath({ year: 2015, month: 7 })).toBe('dates/2015/07/00.html');
  expect(datePath({ year: 987 })).toBe('dates/0987/00.html');
  expect(datePath({})).toBe('dates/undated.html');
});

test('a part that is 0 gives the same path as an absent part', () => {
  expect(datePath({ year: 2015, month: 7, day: 0 })).toBe(datePath({ year: 2015, month: 7 }));
  expect(datePath({ year: 2015, month: 0, day: 0 })).toBe(datePath({ year: 2015 }));
  expect(datePath({ year: 0, month: 0, day: 0 })).toBe(datePath({}));
});

test('older pages of a listing are named by their number, counted from the oldest', () => {
  expect([allArticlesPath(), allArticlesPath(3)]).toEqual(['all/index.html', 'all/page-3.html']);
  expect(datePath({ year: 2015, month: 7, day: 21 }, 3)).toBe('dates/2015/07/21/3.html');
  expect(datePath({}, 1)).toBe('dates/undated/1.html');
  expect(termPath('source', 'الأهرام', 2)).toBe('sources/الأهرام/2.html');
});

test('the first page of an index of terms is the index of its folder', () => {
  expect(termIndexPath('source')).toBe('sources/index.html');
  expect(termIndexPath('author', 2)).toBe('authors/index/2.html');
});

test('no two pages have the same output path, in any letter case', () => {
  const name = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.constantFrom('index', 'Index', 'index 2', '2', '00', 'undated'),
  );
  fc.assert(
    fc.property(fc.array(name, { maxLength: 20 }), (names) => {
      const slugs = [...new Set(names.map(termSlug))];
      const numbers = [undefined, 1, 2, 12];
      const places = [
        ...numbers.map((n) => allArticlesPath(n)),
        ...numbers.flatMap((n) => slugs.map((slug) => termPath('source', slug, n))),
        ...[1, 2, 12].map((n) => termIndexPath('source', n)),
        ...[1, 2, 12].map((n) => termsByCountPath('source', n)),
        ...numbers.flatMap((n) =>
          [{}, { year: 2015 }, { year: 2015, month: 1 }, { year: 2015, month: 1, day: 1 }].map(
            (date) => datePath(date, n),
          ),
        ),
        yearPath(2015),
        monthPath(2015, 1),
        'dates/index.html',
      ].map((place) => place.toLowerCase());
      expect(new Set(places).size).toBe(places.length);
      const folders = places.flatMap((p) =>
        p
          .split('/')
          .slice(0, -1)
          .map((_, i, all) => all.slice(0, i + 1).join('/')),
      );
      for (const folder of folders) expect(places).not.toContain(folder);
    }),
  );
});
