import { expect, test } from 'vitest';
import { keepRecent, keepRecentBy } from '../../../src/model/recent.ts';

test('the values used last are kept, twice as many as a generation at most', () => {
  const made: number[] = [];
  const squareOf = keepRecent(2, (n: number) => {
    made.push(n);
    return n * n;
  });
  for (const n of [1, 2, 1, 3, 1, 4, 1, 5, 1]) expect(squareOf(n)).toBe(n * n);
  // 1 is used again and again, so that it is in every generation.
  expect(made).toEqual([1, 2, 3, 4, 5]);
  squareOf(2);
  expect(made).toEqual([1, 2, 3, 4, 5, 2]);
});

test('a key tells which arguments have the same value', () => {
  const wordsOf = keepRecentBy(
    2,
    ({ key }: { readonly key: string }) => key,
    ({ key }) => ({ words: key }),
  );
  expect(wordsOf({ key: 'أ' })).toBe(wordsOf({ key: 'أ' }));
  expect(wordsOf({ key: 'ب' })).toEqual({ words: 'ب' });
});
