import { expect, test } from 'vitest';
import { itemsPerSecond } from '../../../src/i18n/rate.ts';

test('a rate is told once it says something', () => {
  expect(itemsPerSecond({ done: 10, total: 100, seconds: 0.5 })).toEqual({
    rate: 0,
    secondsLeft: undefined,
  });
  expect(itemsPerSecond({ done: 0, total: 100, seconds: 5 })).toEqual({
    rate: 0,
    secondsLeft: undefined,
  });
  expect(itemsPerSecond({ done: 50, total: 100, seconds: 5 })).toEqual({
    rate: 10,
    secondsLeft: 5,
  });
});

test('without a total, or past it, the time left is not made up', () => {
  expect(itemsPerSecond({ done: 50, total: undefined, seconds: 5 }).secondsLeft).toBeUndefined();
  expect(itemsPerSecond({ done: 120, total: 100, seconds: 5 }).secondsLeft).toBeUndefined();
});
