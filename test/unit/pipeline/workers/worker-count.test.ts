import { expect, test } from 'vitest';
import { workerCount } from '../../../../src/pipeline/workers/worker-count.ts';

test('a small build starts no thread, a large one a thread for some 5,000 documents', () => {
  const counts = [0, 1, 1863, 3999, 4000, 7499, 7500, 15_590, 31_180, 1_000_000];
  expect(counts.map((documents) => workerCount(documents, 16))).toEqual([
    ...[0, 0, 0, 0, 1, 1, 2, 3, 6, 15],
  ]);
});

test('the main thread counts as one of the cores', () => {
  expect([1, 2, 4].map((cores) => workerCount(100_000, cores))).toEqual([0, 1, 3]);
});
