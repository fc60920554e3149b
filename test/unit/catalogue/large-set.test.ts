import { expect, test } from 'vitest';
import {
  countedCollection,
  countOlder,
  cursorsAt,
  refreshCollections,
} from '../../../src/catalogue/collections.ts';
import { firstCursor } from '../../../src/catalogue/cursor.ts';
import { openTimeline } from '../../../src/catalogue/timeline.ts';
import { listingPages, listingSize, listingSlice } from '../../../src/pages/listing.ts';
import { putAll, type Sketch, withCatalogue } from '../../support/archive-of.ts';

const articles = 100_000;

const key = { of: 'term', term: 'subject', slug: 'السوق' } as const;

/** An archive whose every article is of one subject, forty a day. */
const market: readonly Sketch[] = Array.from({ length: articles }, (_, i) => ({
  ...{ seed: 'market.jsonl', ordinal: i, id: `n${i}`, outputPath: `articles/n${i}.html` },
  // Ages need not be days that exist to be in order.
  ...{ age: -19_000_000 - Math.floor(i / 40), keywords: [] },
  terms: [{ kind: 'subject', slug: 'السوق', name: 'السوق' }],
}));

test('a subject of a hundred thousand articles is read a page at a time, the last as fast as the first', () => {
  withCatalogue((catalogue) => {
    catalogue.exec('BEGIN');
    putAll(catalogue, market);
    catalogue.exec('COMMIT');
    refreshCollections(catalogue);
    expect(countedCollection(catalogue, key)).toMatchObject({
      name: 'السوق',
      extent: { articles },
    });
    const pages = listingPages(articles);
    expect(pages).toBe(articles / listingSize);
    const timeline = openTimeline(catalogue);
    const seen = new Set<string>();
    let after = firstCursor;
    for (const moment of cursorsAt(catalogue, key, listingSize, listingSize)) {
      const page = timeline.entries(key, after, listingSize);
      expect(page).toHaveLength(listingSize);
      for (const { id } of page) seen.add(id);
      expect(page.at(-1)?.id).toBe(moment.id);
      after = moment;
    }
    expect(seen.size).toBe(articles);
    expect(timeline.entries(key, after, listingSize)).toEqual([]);
    expect(countOlder(catalogue, key, after)).toBe(0);
    // Whatever the number, a page holds no more than any other.
    for (const number of [1, 2, pages - 1, pages]) {
      expect(listingSlice(articles, number).count).toBe(listingSize);
    }
  });
});
