import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyKeyTable, numberOfKey, setNumber } from '../../../src/model/key-table.ts';

test('a table of keys holds what a map of them holds', () => {
  const key = fc.oneof(fc.integer({ min: -8, max: 8 }), fc.integer());
  fc.assert(
    fc.property(
      fc.array(fc.tuple(key, fc.integer({ min: 1, max: 32_767 })), { maxLength: 16 }),
      key,
      (pairs, other) => {
        const table = emptyKeyTable(32);
        for (const [one, number] of pairs) setNumber(table, one, number);
        const map = new Map(pairs);
        for (const one of [...map.keys(), other])
          expect(numberOfKey(table, one)).toBe(map.get(one) ?? 0);
      },
    ),
  );
});
