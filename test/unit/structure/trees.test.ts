import { expect, test } from 'vitest';
import { withLanes } from '../../../src/structure/learned/tree-lanes.ts';
import { scoreRows, scoreTrees, type Trees } from '../../../src/structure/learned/trees.ts';

let state = 2026;
/** Returns a number from 0 to 1, in a fixed order. */
function next(): number {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return state / 2 ** 32;
}

const features = 30;

/** Trees whose features have some `cuts` thresholds each; one node in five divides nothing. */
function treesOf(depth: number, count: number, cuts: number): Trees {
  const nodes = count * ((1 << depth) - 1);
  const threshold = (): number =>
    next() < 0.2 ? Number.POSITIVE_INFINITY : Math.floor(next() * cuts) / 4 - 2;
  return {
    depth,
    count,
    base: Math.fround(next()),
    feature: Uint8Array.from({ length: nodes }, () => next() * features),
    threshold: Float32Array.from({ length: nodes }, threshold),
    leaf: Float32Array.from({ length: count << depth }, () => next() - 0.5),
  };
}

/** Rows of features, of which many equal a threshold. */
function rowsOf(count: number): Float32Array {
  const odd = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0];
  return Float32Array.from({ length: count * features }, () =>
    next() < 0.02 ? (odd[Math.floor(next() * 4)] as number) : Math.round(next() * 60) / 8 - 3,
  );
}

test.each([1, 5, 16, 33])('%i rows side by side have the scores of each alone', (count) => {
  const sets = [treesOf(5, 41, 30), treesOf(5, 8, 100), treesOf(4, 7, 30), treesOf(5, 300, 600)];
  const rows = rowsOf(count);
  const lanes = withLanes(sets).map((trees) => {
    const out = new Float64Array(count);
    const isInLanes = trees.lanes?.(rows, features, count, out) === true;
    scoreRows(trees, rows, features, count, out);
    return { isInLanes, scores: [...out] };
  });
  // Trees of another depth, or with more cuts than a byte tells apart, are walked one by one.
  expect(lanes.map(({ isInLanes }) => isInLanes)).toEqual([true, true, false, false]);
  sets.forEach((trees, i) => {
    const alone = Array.from({ length: count }, (_, r) => scoreTrees(trees, rows, r * features));
    expect(lanes[i]?.scores).toEqual(alone);
  });
});
