import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noChangeLog } from '../../../src/catalogue/changes.ts';
import type { Catalogue } from '../../../src/catalogue/database.ts';
import { documentWriter } from '../../../src/catalogue/documents.ts';
import { entryReader } from '../../../src/catalogue/entry.ts';
import {
  holdersIn,
  keywordColumns,
  maxHolders,
  storedHolders,
} from '../../../src/catalogue/keyword-columns.ts';
import { completeKeywords, rebuildKeywords } from '../../../src/catalogue/keyword-table.ts';
import {
  documentOf,
  putAll,
  type Sketch,
  sketch,
  withCatalogue,
} from '../../support/archive-of.ts';

const rowsOf = (catalogue: Catalogue): unknown =>
  catalogue.prepare('SELECT keyword, doc FROM keywords ORDER BY keyword, doc').all();

test('a table that lacks changes is filled when a reading ends, and else left alone', () => {
  withCatalogue((catalogue) => {
    const articles = articlesWith([[1, 2], [2]]);
    const writer = documentWriter(catalogue, noChangeLog);
    for (const one of articles) writer.put(documentOf(one));
    expect(rowsOf(catalogue)).toEqual([]);
    completeKeywords(catalogue);
    const whole = rowsOf(catalogue);
    expect(whole).toHaveLength(3);
    catalogue.exec('DELETE FROM keywords WHERE keyword = 1');
    completeKeywords(catalogue);
    expect(rowsOf(catalogue)).toHaveLength(2);
    documentWriter(catalogue, noChangeLog).drop('0.txt');
    completeKeywords(catalogue);
    expect(rowsOf(catalogue)).toHaveLength(1);
  });
});

/** Articles that share few keywords, of both signs. */
const sharing = fc.array(
  fc.uniqueArray(fc.constantFrom(-(2 ** 31), -7, -1, 0, 1, 9, 2 ** 31 - 1), { maxLength: 5 }),
  { maxLength: 12 },
);

const articlesWith = (keywords: readonly (readonly number[])[]): readonly Sketch[] => {
  const [some] = fc.sample(sketch, { numRuns: 1, seed: 1 });
  return keywords.map((keys, n) => ({
    ...(some as Sketch),
    ...{ seed: `${n}.txt`, id: `a${n}`, outputPath: `a${n}.html`, keywords: keys },
  }));
};

test('a table that is filled at once is the same as one that is filled article by article', () => {
  fc.assert(
    fc.property(sharing, (keywords) => {
      withCatalogue((catalogue) => {
        putAll(catalogue, articlesWith(keywords), { tracked: true });
        const before = rowsOf(catalogue);
        rebuildKeywords(catalogue);
        expect(rowsOf(catalogue)).toEqual(before);
      });
    }),
    { numRuns: 20 },
  );
});

test('columns have the articles of a keyword that relates any, and none of a common one', () => {
  const common = Array.from({ length: maxHolders + 1 }, (_, n) => [
    1,
    ...(n < maxHolders ? [2] : []),
  ]);
  fc.assert(
    fc.property(sharing, (keywords) => {
      withCatalogue((catalogue) => {
        putAll(catalogue, articlesWith([...keywords, ...common]));
        const inColumns = holdersIn(keywordColumns(catalogue)).holdersOf;
        const stored = storedHolders(catalogue, entryReader(catalogue)).holdersOf;
        for (const key of [-(2 ** 31), -7, -2, -1, 0, 1, 2, 3, 9, 2 ** 31 - 1]) {
          const docs = stored(key);
          expect([...inColumns(key)]).toEqual(docs.length < 2 ? [] : docs);
        }
      });
    }),
    { numRuns: 10 },
  );
});
