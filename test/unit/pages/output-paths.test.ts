import fc from 'fast-check';
import { expect, test } from 'vitest';
import { termSlug } from '../../../src/arabic/slug.ts';
import {
  aboveDate,
  allPlace,
  datePlace,
  monthPlace,
  termIndexPlace,
  termPlace,
  yearPlace,
} from '../../../src/pages/output-paths.ts';

test('a date is a folder a part, with zeros for what is not known', () => {
  expect(datePlace({ year: 2015, month: 7, day: 21 })).toBe('dates/2015/07/21.html');
  expect(datePlace({ year: 2015, month: 7 })).toBe('dates/2015/07/00.html');
  expect(datePlace({ year: 987 })).toBe('dates/0987/00.html');
  expect(datePlace({})).toBe('dates/undated.html');
});

test('a part that is 0 is a part that is absent', () => {
  expect(datePlace({ year: 2015, month: 7, day: 0 })).toBe(datePlace({ year: 2015, month: 7 }));
  expect(datePlace({ year: 2015, month: 0, day: 0 })).toBe(datePlace({ year: 2015 }));
  expect(datePlace({ year: 0, month: 0, day: 0 })).toBe(datePlace({}));
});

test('older pages of a listing are named by their number from the oldest', () => {
  expect([allPlace(), allPlace(3)]).toEqual(['all/index.html', 'all/page-3.html']);
  expect(datePlace({ year: 2015, month: 7, day: 21 }, 3)).toBe('dates/2015/07/21/3.html');
  expect(datePlace({}, 1)).toBe('dates/undated/1.html');
  expect(termPlace('source', 'الأهرام', 2)).toBe('sources/الأهرام/2.html');
});

test('an index of terms opens at its folder’s index', () => {
  expect(termIndexPlace('source')).toBe('sources/index.html');
  expect(termIndexPlace('author', 2)).toBe('authors/index/2.html');
});

test('a date leads to its month, else its year, and no date to nothing', () => {
  expect(aboveDate({ year: 2015, month: 7, day: 21 })).toBe(monthPlace(2015, 7));
  expect(aboveDate({ year: 2015, month: 7 })).toBe(monthPlace(2015, 7));
  expect(aboveDate({ year: 2015 })).toBe(yearPlace(2015));
  expect(aboveDate({})).toBeUndefined();
});

test('no two pages have one place, in any letter case', () => {
  const name = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.constantFrom('index', 'Index', 'index 2', '2', '00', 'undated'),
  );
  fc.assert(
    fc.property(fc.array(name, { maxLength: 20 }), (names) => {
      const slugs = [...new Set(names.map(termSlug))];
      const numbers = [undefined, 1, 2, 12];
      const places = [
        ...numbers.map((n) => allPlace(n)),
        ...numbers.flatMap((n) => slugs.map((slug) => termPlace('source', slug, n))),
        ...[1, 2, 12].map((n) => termIndexPlace('source', n)),
        ...numbers.flatMap((n) =>
          [{}, { year: 2015 }, { year: 2015, month: 1 }, { year: 2015, month: 1, day: 1 }].map(
            (date) => datePlace(date, n),
          ),
        ),
        yearPlace(2015),
        monthPlace(2015, 1),
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
