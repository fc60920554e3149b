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

/** An archive with one subject and forty articles for each sort key. */
const market: readonly Sketch[] = Array.from({ length: articles }, (_, i) => ({
  ...{ seed: 'market.jsonl', ordinal: i, id: `n${i}`, outputPath: `articles/n${i}.html` },
  // Sort keys of days that do not exist are ordered like others.
  ...{ sortKey: -19_000_000 - Math.floor(i / 40), keywords: [] },
  terms: [{ kind: 'subject', slug: 'السوق', name: 'السوق' }],
}));

test('a collection of a hundred thousand articles is read page by page', () => {
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
    for (const cursor of cursorsAt(catalogue, key, listingSize, listingSize)) {
      const page = timeline.entries(key, after, listingSize);
      expect(page).toHaveLength(listingSize);
      for (const { id } of page) seen.add(id);
      expect(page.at(-1)?.id).toBe(cursor.id);
      after = cursor;
    }
    expect(seen.size).toBe(articles);
    expect(timeline.entries(key, after, listingSize)).toEqual([]);
    expect(countOlder(catalogue, key, after)).toBe(0);
    // Every page has the same number of articles.
    for (const number of [1, 2, pages - 1, pages]) {
      expect(listingSlice(articles, number).count).toBe(listingSize);
    }
  });
});
