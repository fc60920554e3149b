import { expect, test } from 'vitest';
import { facetName } from '../../../../src/search/codec/facet.ts';
import { countFacets, hasFewFacets } from '../../../../src/search/query/facet-counts.ts';
import { memoryIndex, type Story } from '../../../support/memory-index.ts';

/** Returns articles of thirty sources, each with some words and an author of its own. */
const stories = (count: number): readonly Story[] =>
  Array.from({ length: count }, (_, n) => ({
    body: [`كلمة ${n} ${n * 7919}`],
    facets: [
      facetName('source', `مصدر-${n % 30}`),
      facetName('author', `كاتب-${n * 104_729}`),
      facetName('subject', `موضوع-${n % 200}`),
    ],
  }));

test('the terms of a kind are counted from the files of the kind, which hold little else', async () => {
  const { reader, loaded, files } = memoryIndex(stories(900), { segmentSize: 900 });
  expect(hasFewFacets(reader)).toBe(false);
  const evenOnes = Array.from({ length: 450 }, (_, n) => 2 * n);
  const counted = await countFacets(reader, 'source', evenOnes);
  expect([...(counted ?? [])].map(([, articles]) => articles)).toEqual(Array(15).fill(30));
  expect(loaded.length).toBe(1);
  expect(files.get(loaded[0] ?? '')?.length).toBeLessThan(2000);
  expect((await countFacets(reader, 'subject', evenOnes))?.size).toBe(100);
  expect(loaded.length).toBe(2);
});

test('the few terms of a small archive are in one file with its words', async () => {
  const { reader, loaded } = memoryIndex(stories(9));
  expect(hasFewFacets(reader)).toBe(true);
  for (const kind of ['source', 'author', 'subject']) await countFacets(reader, kind, [1]);
  expect(loaded.length).toBe(1);
});
