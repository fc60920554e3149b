import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '../../../src/model/page.ts';
import { reservedBy } from '../../../src/pages/kinds.ts';
import {
  firstEntries,
  listingPages,
  listingSize,
  listingSlices,
  listingUrl,
} from '../../../src/pages/listing.ts';

/** Entries of a newest-first list; the oldest has the number 1, so a new one changes no number. */
function* entries(articles: number): Generator<Entry> {
  for (let n = articles; n > 0; n -= 1) {
    const common = {
      description: '',
      date: undefined,
      source: undefined,
      readingMinutes: 1,
      language: undefined,
    };
    yield { id: `${n}`, url: `${n}.html`, title: `${n}`, ...common };
  }
}

const layout = (articles: number) =>
  [...listingSlices(entries(articles), articles)].map((slice, i) => ({
    url: listingUrl(i + 1, listingPages(articles)),
    ids: slice.map(({ id }) => id),
  }));

test('every article stands on exactly one page, in order, whatever their number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), (articles) => {
      const pages = layout(articles);
      expect(pages).toHaveLength(listingPages(articles));
      expect(pages.flatMap(({ ids }) => ids)).toEqual(Array.from(entries(articles), (e) => e.id));
      expect(new Set(pages.map(({ url }) => url)).size).toBe(pages.length);
      for (const { ids } of pages.slice(1)) expect(ids).toHaveLength(listingSize);
      expect(pages[0]?.ids.length).toBeLessThanOrEqual(listingSize);
      if (articles > 0) expect(pages[0]?.ids.length).toBeGreaterThan(0);
    }),
  );
});

test('a new article leaves older pages as they are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (articles) => {
      const after = new Map(layout(articles + 1).map(({ url, ids }) => [url, ids]));
      for (const { url, ids } of layout(articles).slice(1)) expect(after.get(url)).toEqual(ids);
    }),
  );
});

test('the front page takes no more than it shows', () => {
  expect(firstEntries(entries(9), 2).map(({ id }) => id)).toEqual(['9', '8']);
  expect(firstEntries(entries(1), 50)).toHaveLength(1);
});

test('the newest page is the index, the others are named from the oldest', () => {
  expect(layout(120).map(({ url }) => url)).toEqual([
    'all/index.html',
    'all/page-2.html',
    'all/page-1.html',
  ]);
  expect(layout(50).map(({ url }) => url)).toEqual(['all/index.html']);
  expect(layout(51).map(({ ids }) => ids.length)).toEqual([1, 50]);
  expect(layout(0)).toEqual([{ url: 'all/index.html', ids: [] }]);
});

test('every place of a list is kept for it, in any letter case, and nothing else is', () => {
  for (const { url } of layout(700)) expect(reservedBy(url)).toBe('articles');
  expect(reservedBy('ALL/Index.html')).toBe('articles');
  expect(reservedBy('index.html')).toBe('home');
  expect(reservedBy('404.HTML')).toBe('not-found');
  for (const url of ['all/other.html', 'articles/index.html', 'x/404.html', 'all.html']) {
    expect(reservedBy(url), url).toBeUndefined();
  }
});
