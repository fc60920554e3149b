import { expect, test } from 'vitest';
import { itemsPerSecond } from '../../../src/i18n/rate.ts';

test('a rate is given after one second', () => {
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

test('without a total, or past it, there is no time left', () => {
  expect(itemsPerSecond({ done: 50, total: undefined, seconds: 5 }).secondsLeft).toBeUndefined();
  expect(itemsPerSecond({ done: 120, total: 100, seconds: 5 }).secondsLeft).toBeUndefined();
});
