import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heatSteps, withHeatLevels } from '../../../src/pages/heat-level.ts';

const levels = (counts: readonly number[]): readonly number[] =>
  withHeatLevels(counts.map((articles) => ({ articles }))).map(({ heat }) => heat);

test('levels have about equal ratios, so that 1 and 1,461 and what lies between differ', () => {
  expect(levels([1, 11, 60, 200, 1461])).toEqual([1, 2, 3, 4, 5]);
  expect(heatSteps([1, 1461])).toEqual([
    { heat: 1, from: 1, to: 3 },
    { heat: 2, from: 4, to: 19 },
    { heat: 3, from: 20, to: 79 },
    { heat: 4, from: 80, to: 299 },
    { heat: 5, from: 300, to: undefined },
  ]);
});

test('equal and nearly equal numbers have one tint, and few numbers few', () => {
  expect(levels([7, 7, 7])).toEqual([2, 2, 2]);
  expect(new Set(levels([100, 103, 106])).size).toBe(1);
  expect(levels([1, 2, 3])).toEqual([1, 3, 5]);
  expect(levels([5, 10])[0]).toBeLessThan(levels([5, 10])[1] ?? 0);
  expect(heatSteps([])).toEqual([]);
});

test('more articles never have a lower level, and the legend covers every number once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1 }), (counts) => {
      const sorted = counts.toSorted((a, b) => a - b);
      const found = levels(sorted);
      expect(found.toSorted((a, b) => a - b)).toEqual(found);
      expect(found.every((heat) => heat >= 1 && heat <= 5)).toBe(true);
      const steps = heatSteps(counts);
      expect(steps[0]?.from).toBe(sorted[0]);
      expect(steps.slice(0, -1).map(({ to = 0 }) => to + 1)).toEqual(
        steps.slice(1).map(({ from }) => from),
      );
    }),
  );
});
