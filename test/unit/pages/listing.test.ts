import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listingPages, listingSize, listingSlice } from '../../../src/pages/listing.ts';

const anyCount = fc.integer({ min: 0, max: 3000 });

const slices = (articles: number) =>
  Array.from({ length: listingPages(articles) }, (_, i) => listingSlice(articles, i + 1));

test('every article is on exactly one page, whatever their number', () => {
  fc.assert(
    fc.property(anyCount, (articles) => {
      let shown = 0;
      for (const { offset, count } of slices(articles)) {
        expect(offset).toBe(shown);
        shown += count;
      }
      expect(shown).toBe(articles);
    }),
  );
});

test('only the newest page may hold fewer than fifty articles, and it is empty only in an empty listing', () => {
  fc.assert(
    fc.property(anyCount, (articles) => {
      const counts = slices(articles).map(({ count }) => count);
      for (const count of counts.slice(0, -1)) expect(count).toBe(listingSize);
      expect(counts.at(-1)).toBeGreaterThanOrEqual(Math.min(articles, 1));
      expect(counts.at(-1)).toBeLessThanOrEqual(listingSize);
    }),
  );
});

test('a new article changes only the newest page', () => {
  fc.assert(
    fc.property(anyCount, (articles) => {
      const before = slices(articles).slice(0, -1);
      expect(slices(articles + 1).slice(0, before.length)).toEqual(before);
    }),
  );
});

test('an empty listing has one empty page, and numbers outside a listing give an empty slice', () => {
  expect(slices(0)).toEqual([{ offset: 0, count: 0 }]);
  expect(listingSlice(50, 2).count).toBe(0);
  expect(listingSlice(50, 0).count).toBe(0);
  expect(listingSlice(51, 2)).toEqual({ offset: 50, count: 1 });
});
