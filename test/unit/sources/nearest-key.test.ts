import { expect, test } from 'vitest';
import { nearestKey } from '../../../src/sources/nearest-key.ts';

const known = ['name', 'baseUrl', 'permalink', 'recovery'] as const;

test.each([
  ['nmae', 'name'],
  ['BASEURL', 'baseUrl'],
  ['permalnik', 'permalink'],
  ['recoverry', 'recovery'],
  ['title', undefined],
  ['', undefined],
  ['x'.repeat(100_000), undefined],
])('%.20s was probably meant to be %s', (written, key) => {
  expect(nearestKey(written, known)).toBe(key);
});
