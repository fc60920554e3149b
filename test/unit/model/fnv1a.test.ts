import { expect, test } from 'vitest';
import { fnv1aStart, fnv1aStep, fnv1aText, fnv1aUnits, hash32 } from '../../../src/model/fnv1a.ts';

test.each([
  ['', '811c9dc5'],
  ['a', 'e40c292c'],
  ['foobar', 'bf9cf968'],
])('the hash of %j is the published FNV-1a value', (text, hash) => {
  expect(hash32(text)).toBe(hash);
});

test('text, code units and single steps give the same hash', () => {
  const text = 'الأخبار 2017';
  const units = Uint16Array.from(text, (unit) => unit.charCodeAt(0));
  expect(fnv1aUnits(units, 0, units.length, fnv1aStart)).toBe(fnv1aText(text));
  expect(units.reduce(fnv1aStep, fnv1aStart)).toBe(fnv1aText(text));
});
