import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exponential, logarithm, sigmoid } from '../../../src/structure/odds.ts';

const runs = { numRuns: 3000 };

function expectNear(actual: number, wanted: number): void {
  if (actual === wanted) return;
  expect(Math.abs(actual - wanted) / Math.abs(wanted)).toBeLessThanOrEqual(1e-12);
}

test('the exponential is that of the engine within 1e-12', () => {
  fc.assert(
    fc.property(fc.double({ min: -708, max: 709.78, noNaN: true }), (x) =>
      expectNear(exponential(x), Math.exp(x)),
    ),
    runs,
  );
  fc.assert(
    fc.property(fc.double({ min: -40, max: 40, noNaN: true }), (x) =>
      expectNear(exponential(x), Math.exp(x)),
    ),
    runs,
  );
});

test('the logarithm is that of the engine within 1e-12', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, minExcluded: true, noNaN: true }), (x) =>
      expectNear(logarithm(x), Math.log(x)),
    ),
    runs,
  );
  fc.assert(
    fc.property(fc.double({ min: 0.4, max: 2.5, noNaN: true }), (x) =>
      expectNear(logarithm(x), Math.log(x)),
    ),
    runs,
  );
});

test('the sigmoid of log-odds is the probability within 1e-12', () => {
  fc.assert(
    fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) =>
      expectNear(sigmoid(x), x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x))),
    ),
    runs,
  );
});

test('the ends of the doubles have the values of the engine', () => {
  const ends = [0, -0, 1, -1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN];
  for (const x of [...ends, 709.7827, 709.8, -745.2, 1e308, -1e308]) {
    expectSame(exponential(x), Math.exp(x));
  }
  for (const x of [...ends, Number.MIN_VALUE, Number.MAX_VALUE, 2 ** -1022, Math.SQRT2]) {
    expectSame(logarithm(x), Math.log(x));
  }
  expect([sigmoid(0), sigmoid(Number.POSITIVE_INFINITY)]).toEqual([0.5, 1]);
  expect([sigmoid(Number.NEGATIVE_INFINITY), sigmoid(Number.NaN)]).toEqual([0, Number.NaN]);
});

function expectSame(actual: number, wanted: number): void {
  if (Number.isNaN(wanted)) expect(actual).toBeNaN();
  else expectNear(actual, wanted);
}
