import { expect, test } from 'vitest';
import { itemsPerSecond } from '../../../src/i18n/rate.ts';

test('a rate is given after one second, an estimate of the time left after three', () => {
  expect(itemsPerSecond({ done: 10, total: 100, seconds: 0.5 })).toEqual({ rate: 0 });
  expect(itemsPerSecond({ done: 0, total: 100, seconds: 5 })).toEqual({ rate: 0 });
  expect(itemsPerSecond({ done: 20, total: 100, seconds: 2 })).toEqual({ rate: 10 });
  expect(itemsPerSecond({ done: 50, total: 100, seconds: 5 })).toEqual({
    rate: 10,
    left: { unit: 'second', count: 5 },
  });
});

test.each([
  [1, { unit: 'second', count: 5 }],
  [111, { unit: 'second', count: 15 }],
  [549, { unit: 'second', count: 55 }],
  [551, { unit: 'minute', count: 1 }],
  [610, { unit: 'minute', count: 2 }],
  [36_000, { unit: 'minute', count: 60 }],
])('the time left for %i items at ten a second is rounded up', (items, left) => {
  expect(itemsPerSecond({ done: 50, total: 50 + items, seconds: 5 }).left).toEqual(left);
});

test('without a total, or past it, there is no time left', () => {
  expect(itemsPerSecond({ done: 50, total: undefined, seconds: 5 }).left).toBeUndefined();
  expect(itemsPerSecond({ done: 100, total: 100, seconds: 5 }).left).toBeUndefined();
  expect(itemsPerSecond({ done: 120, total: 100, seconds: 5 }).left).toBeUndefined();
});
