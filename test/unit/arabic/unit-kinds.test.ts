import { expect, test } from 'vitest';
import {
  letter,
  other,
  sign,
  space,
  tableOfKinds,
  unitKinds,
} from '../../../src/arabic/unit-kinds.ts';

const units = Array.from({ length: 0x10000 }, (_, unit) => unit);

test('the kind of a code unit is white space as JavaScript has it, and else what Unicode says', () => {
  const wrong = units.filter((unit) => {
    const text = String.fromCharCode(unit);
    const kind = unitKinds[unit];
    if (/\s/.test(text) || kind === space) return !/\s/.test(text) || kind !== space;
    if (kind === letter) return !/[\p{L}\p{N}]/u.test(text);
    return kind === sign ? unit >= 0x80 || /[\p{L}\p{N}]/u.test(text) : kind !== other;
  });
  expect(wrong).toEqual([]);
});

test('a table made from kinds has the value of every code unit', () => {
  const value = (kind: number, unit: number): number => (kind * 61 + Math.min(unit, 0x2fff)) % 251;
  const table = tableOfKinds(value);
  const known = units.filter((unit) => unit <= 0x3000 || unitKinds[unit] !== other);
  for (const unit of known) expect(table[unit]).toBe(value(unitKinds[unit] ?? other, unit));
  expect(new Set(table.filter((_, unit) => unit > 0x3000 && unit !== 0xfeff)).size).toBe(1);
});
