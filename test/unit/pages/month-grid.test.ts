import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthWeeks } from '../../../src/pages/month-grid.ts';

test('a month is laid out in weeks that start on the given day', () => {
  // 1 July 2015 was a Wednesday.
  const [first, ...others] = monthWeeks(2015, 7, [], 6);
  expect(first?.map((place) => place?.day)).toEqual([
    ...[undefined, undefined, undefined, undefined, 1, 2, 3],
  ]);
  expect(others.at(-1)?.map((place) => place?.day)).toEqual([...[25, 26, 27, 28, 29, 30, 31]]);
});

test('a day has the entry of its articles; those of an unknown day are in no cell', () => {
  const entry = { year: 2015, month: 7, day: 21, articles: 3, outputPath: 'dates/2015/07/21.html' };
  const unknown = { ...entry, day: 0, outputPath: 'dates/2015/07/00.html' };
  const places = monthWeeks(2015, 7, [entry, unknown], 6).flat();
  expect(places.filter((place) => place?.entry !== undefined)).toEqual([{ day: 21, entry }]);
});

test('every month has each day once, in order, in weeks of seven cells', () => {
  fc.assert(
    fc.property(
      ...([
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.nat({ max: 6 }),
      ] as const),
      (year, month, weekStart) => {
        const weeks = monthWeeks(year, month, [], weekStart);
        expect(weeks.every((week) => week.length === 7)).toBe(true);
        const time = new Date(0);
        time.setUTCFullYear(year, month, 0);
        const days = weeks.flat().flatMap((place) => place?.day ?? []);
        expect(days).toEqual(Array.from({ length: time.getUTCDate() }, (_, i) => i + 1));
        time.setUTCFullYear(year, month - 1, 1);
        const at = weeks[0]?.findIndex((place) => place?.day === 1) ?? -1;
        expect((weekStart + at) % 7).toBe(time.getUTCDay());
      },
    ),
    { numRuns: 300 },
  );
});
