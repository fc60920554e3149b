import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseEdtf } from '../../../src/calendar/edtf.ts';
import { dayNumber, dayOfWeek, gregorianDayOf } from '../../../src/calendar/gregorian.ts';
import type { PlainDate } from '../../../src/model/date.ts';

function date(text: string): PlainDate {
  const parsed = parseEdtf(text);
  if (parsed === undefined) throw new Error(`${text} is a date`);
  return parsed;
}

test('the day of the week agrees with that of `Date`', () => {
  expect(dayOfWeek(date('1973-10-06'))).toBe(6);
  expect(dayOfWeek(date('1973-10'))).toBeUndefined();
  fc.assert(
    fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (days) => {
      const utcDate = new Date(days * 86_400_000);
      const text = utcDate.toISOString().slice(0, 10);
      expect(dayOfWeek(date(text))).toBe(utcDate.getUTCDay());
    }),
  );
});

test('a day number converts back to its day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 306, max: 3_652_364 }), (number) => {
      expect(dayNumber(gregorianDayOf(number))).toBe(number);
    }),
  );
});
