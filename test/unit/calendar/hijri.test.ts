import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysInHijriMonth, toGregorian, toHijri } from '../../../src/calendar/hijri.ts';

const gregorian = (text: string) => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { year, month, day };
};

test.each([
  // First days of years and months as the calendar of Umm al-Qura has them.
  ['1937-03-14', 1356, 1, 1],
  ['2011-01-25', 1432, 2, 21],
  ['2015-07-21', 1436, 10, 5],
  ['2017-05-27', 1438, 9, 1],
  ['2017-12-12', 1439, 3, 24],
  ['2023-07-19', 1445, 1, 1],
  ['2077-11-16', 1500, 12, 30],
])('%s is %i-%i-%i by the tables', (text, year, month, day) => {
  expect(toHijri(gregorian(text))).toEqual({ year, month, day, approximate: false });
});

test.each([
  ['0622-07-19', 1, 1, 1],
  ['1798-07-21', 1213, 2, 7],
  ['1882-07-11', 1299, 8, 25],
])('%s is about %i-%i-%i', (text, year, month, day) => {
  const found = toHijri(gregorian(text));
  expect(found?.approximate).toBe(true);
  expect([found?.year, found?.month]).toEqual([year, month]);
  // What was announced may differ by a day or two.
  expect(Math.abs((found?.day ?? 0) - day)).toBeLessThanOrEqual(2);
});

test('before the Hijra there is no date of it', () => {
  expect(toHijri(gregorian('0622-07-18'))).toBeUndefined();
});

/** What the Unicode project’s own code makes of a day, with the same tables. */
function byUnicode(time: number, calendar: string): readonly number[] {
  const parts = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' },
  }).formatToParts(time);
  return ['year', 'month', 'day'].map((type) =>
    Number.parseInt(parts.find((part) => part.type === type)?.value ?? '', 10),
  );
}

const day = 86_400_000;

test('every day is what the Unicode project makes of it, and comes back as itself', () => {
  const [first, last] = [Date.UTC(1900, 3, 30), Date.UTC(2077, 10, 16)];
  fc.assert(
    fc.property(fc.integer({ min: -500_000, max: 60_000 }), (number) => {
      const time = number * day;
      const date = new Date(time);
      const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
      const asked = { year, month, day: date.getUTCDate() };
      const found = toHijri(asked);
      if (found === undefined) {
        expect(year).toBeLessThan(623);
        return;
      }
      const isTabled = time >= first && time <= last;
      expect(found.approximate).toBe(!isTabled);
      expect([found.year, found.month, found.day]).toEqual(
        byUnicode(time, isTabled ? 'islamic-umalqura' : 'islamic-civil'),
      );
      expect(toGregorian(found)).toEqual(asked);
      expect(found.day).toBeLessThanOrEqual(daysInHijriMonth(found));
    }),
    { numRuns: 3000 },
  );
});

test('after the last day of a month comes the first of the next', () => {
  for (let time = Date.UTC(1895, 0, 1); time < Date.UTC(2080, 0, 1); time += day) {
    const date = new Date(time);
    const asked = {
      ...{ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
    };
    const found = toHijri(asked);
    if (found === undefined || found.day > 1) continue;
    const before = new Date(time - day);
    const eve = toHijri({
      ...{ year: before.getUTCFullYear(), month: before.getUTCMonth() + 1 },
      day: before.getUTCDate(),
    });
    if (eve === undefined || eve.approximate !== found.approximate) continue;
    expect(eve.day).toBe(daysInHijriMonth(eve));
  }
});
