import { expect, test } from 'vitest';
import { pace } from '../../../src/i18n/rate.ts';

test('a rate is told once it says something', () => {
  expect(pace({ done: 10, total: 100, seconds: 0.5 })).toEqual({ rate: 0, left: undefined });
  expect(pace({ done: 0, total: 100, seconds: 5 })).toEqual({ rate: 0, left: undefined });
  expect(pace({ done: 50, total: 100, seconds: 5 })).toEqual({ rate: 10, left: 5 });
});

test('without a total, or past it, the time left is not made up', () => {
  expect(pace({ done: 50, total: undefined, seconds: 5 }).left).toBeUndefined();
  expect(pace({ done: 120, total: 100, seconds: 5 }).left).toBeUndefined();
});
