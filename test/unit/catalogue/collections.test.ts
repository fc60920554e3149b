import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countedCollection,
  countedCollections,
  isRenamed,
  refreshCollection,
  refreshCollections,
} from '../../../src/catalogue/collections.ts';
import type { TermKind } from '../../../src/model/term-kind.ts';
import { putAll, sketch, withCatalogue } from '../../support/archive-of.ts';

const sketches = fc.array(sketch, { maxLength: 14 }).map((all) =>
  all.map((document, i) => ({
    ...document,
    seed: `${i}.txt`,
    id: `${document.id}${i}`,
    outputPath: `${i}.html`,
  })),
);

test('counting one collection gives the same row as counting all', () => {
  fc.assert(
    fc.property(sketches, (all) => {
      withCatalogue((catalogue) => {
        putAll(catalogue, all);
        const rows = (): unknown =>
          catalogue.prepare('SELECT * FROM collections ORDER BY kind, slug').all();
        refreshCollections(catalogue);
        const expected = rows();
        catalogue.exec('DELETE FROM collections');
        const terms = catalogue.prepare('SELECT DISTINCT kind, slug FROM terms').all();
        for (const { kind, slug } of terms) {
          const key = { of: 'term', term: kind as TermKind, slug: String(slug) } as const;
          refreshCollection(catalogue, key.term, key.slug);
          expect(isRenamed(catalogue, key)).toBe(true);
        }
        expect(rows()).toEqual(expected);
      });
    }),
    { numRuns: 60 },
  );
});

test('a source has the name that most articles give it; of two equally frequent names the first', () => {
  const named = (seed: string, name: string) => ({
    ...{ seed, ordinal: 0, id: seed, outputPath: `${seed}.html`, sortKey: -20150721 },
    terms: [{ kind: 'source' as const, slug: 'الشروق', name }],
    keywords: [],
  });
  withCatalogue((catalogue) => {
    putAll(catalogue, [named('1', 'الشَّروق'), named('2', 'الشروق')]);
    const name = (): string | undefined => {
      refreshCollections(catalogue);
      return countedCollection(catalogue, { of: 'term', term: 'source', slug: 'الشروق' }).name;
    };
    expect(name()).toBe('الشروق');
    putAll(catalogue, [named('3', 'الشَّروق')]);
    expect(name()).toBe('الشَّروق');
  });
});

test('collections have their number of articles and their years', () => {
  const dated = (seed: string, sortKey: number) => ({
    ...{ seed, ordinal: 0, id: seed, outputPath: `${seed}.html`, sortKey },
    terms: [{ kind: 'author' as const, slug: 'ليلى', name: 'ليلى' }],
    keywords: [],
  });
  withCatalogue((catalogue) => {
    putAll(catalogue, [dated('1', -20150721), dated('2', -19990000), dated('3', 0)]);
    refreshCollections(catalogue);
    const extents = [...countedCollections(catalogue)].map(({ key, extent }) => [
      key.of === 'date' ? key.sortKey : key.of,
      extent.articles,
      extent.years,
    ]);
    expect(extents).toEqual([
      ['all', 3, [1999, 2015]],
      [-20150721, 1, [2015, 2015]],
      [-19990000, 1, [1999, 1999]],
      [0, 1, undefined],
      ['term', 3, [1999, 2015]],
    ]);
  });
});
