import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  hasNumberedNewest,
  isDividedBySource,
  listingPageOf,
  listingPages,
  listingSize,
  listingSlice,
  newerThanPage,
  olderPages,
} from '../../../src/pages/listing.ts';

const slices = (articles: number) =>
  Array.from({ length: listingPages(articles) }, (_, i) => listingSlice(articles, i + 1));

/** The number of articles on each page, the oldest first. */
const counts = (articles: number) => slices(articles).map(({ count }) => count);

test('every article of up to five hundred is on one page; the newest page holds 50 to 99, the others 50', () => {
  for (let articles = 0; articles <= 500; articles += 1) {
    const shown = slices(articles).flatMap(({ offset, count }, i) =>
      Array.from({ length: count }, (_, at) => [offset + at, i + 1]),
    );
    const expected = Array.from({ length: articles }, (_, older) => [
      older,
      listingPageOf(articles, older),
    ]);
    expect(shown).toEqual(expected);
    const newest = counts(articles).at(-1) ?? 0;
    expect([newest >= Math.min(articles, listingSize), newest < 2 * listingSize]).toEqual([
      true,
      true,
    ]);
    expect(counts(articles).slice(0, -1)).toEqual(counts(articles).slice(0, -1).fill(listingSize));
    expect(slices(articles).map((_, i) => newerThanPage(articles, i + 1))).toEqual(
      slices(articles).map(({ offset, count }) => articles - offset - count),
    );
  }
  expect(counts(0)).toEqual([0]);
  expect(counts(99)).toEqual([99]);
  expect(counts(100)).toEqual([50, 50]);
  expect(counts(3155)).toHaveLength(63);
});

test('pages stay as they are while articles are added, but for the newest', () => {
  const steps = fc.array(fc.integer({ min: 1, max: 130 }), { maxLength: 12 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), steps, (first, added) => {
      let articles = first;
      for (const more of added) {
        const older = slices(articles).slice(0, -1);
        articles += more;
        expect(slices(articles).slice(0, older.length)).toEqual(older);
      }
    }),
  );
});

test('a number outside a listing gives an empty page', () => {
  expect([0, -1, 2].map((number) => listingSlice(60, number).count)).toEqual([0, 0, 0]);
  expect(listingSlice(101, 2)).toEqual({ offset: 50, count: 51 });
});

test('every address that fifty articles on each page would give is a page or leads to the newest', () => {
  for (let articles = 0; articles <= 500; articles += 1) {
    const earlier = Math.max(1, Math.ceil(articles / listingSize)) - 1;
    const numbered = listingPages(articles) - 1 + (hasNumberedNewest(articles) ? 1 : 0);
    expect(numbered).toBeGreaterThanOrEqual(earlier);
  }
});

test('a collection is divided by source from 101 articles', () => {
  expect([0, 50, 99, 100, 101, 5000].map(isDividedBySource)).toEqual([
    ...[false, false, false, false],
    ...[true, true],
  ]);
});

/** The least number of links from the newest page of a listing to the page `wanted`. */
function steps(pages: number, wanted: number): number {
  let [page, taken] = [pages, 0];
  for (; page !== wanted; taken += 1) {
    page = Math.min(...olderPages(page, page === pages).filter((older) => older >= wanted));
  }
  return taken;
}

test('numbers lead to every page of a list of a hundred pages at once, and of two thousand in three steps', () => {
  expect(olderPages(1, true)).toEqual([]);
  expect(olderPages(3, true)).toEqual([2, 1]);
  expect(olderPages(64, true)).toEqual(Array.from({ length: 63 }, (_, i) => 63 - i));
  expect(olderPages(12, false)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(olderPages(64, false)).toEqual([
    ...[63, 62, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50],
    ...[40, 30, 20, 10, 1],
  ]);
  expect(olderPages(2000, true).length).toBeLessThan(50);
  const most = Math.max(...Array.from({ length: 1999 }, (_, i) => steps(2000, i + 1)));
  expect(most).toBeLessThanOrEqual(3);
});

test('page numbers fall to 1, and none leads to the page itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 50_000 }), fc.boolean(), (number, isNewest) => {
      const numbers = olderPages(number, isNewest);
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => b - a));
      expect([numbers[0], numbers.at(-1)]).toEqual([expect.any(Number), 1]);
      expect(numbers[0]).toBeLessThan(number);
    }),
  );
});
