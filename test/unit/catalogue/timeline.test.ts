import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CollectionKey, countOlder } from '../../../src/catalogue/collections.ts';
import { firstCursor } from '../../../src/catalogue/cursor.ts';
import { holdersIn, keywordColumns } from '../../../src/catalogue/keyword-columns.ts';
import { cursorsEvery, openTimeline } from '../../../src/catalogue/timeline.ts';
import { putAll, type Sketch, sketch, withCatalogue } from '../../support/archive-of.ts';

/** Documents with unique ids and output paths, so that all are in the archive. */
const sketches = fc.array(sketch, { maxLength: 14 }).map((all) =>
  all.map((document, i) => ({
    ...document,
    seed: `${i}.txt`,
    id: `${document.id}${i}`,
    outputPath: `${i}.html`,
  })),
);

/** Sorts as the timeline: newest first, undated last, articles of one day by id. */
const ordered = (all: readonly Sketch[]): Sketch[] =>
  all.toSorted((a, b) => a.sortKey - b.sortKey || (a.id < b.id ? -1 : 1));

const keys: readonly CollectionKey[] = [
  { of: 'all' },
  { of: 'date', sortKey: -20150721 },
  { of: 'date', sortKey: 0 },
  { of: 'term', term: 'source', slug: 'الشروق' },
  { of: 'term', term: 'author', slug: 'ليلى' },
];

function isIn(key: CollectionKey, { sortKey, terms }: Sketch): boolean {
  if (key.of === 'all') return true;
  if (key.of === 'date') return sortKey === key.sortKey;
  return terms.some(({ kind, slug }) => kind === key.term && slug === key.slug);
}

test('collections are read in timeline order, in ranges that continue at a cursor', () => {
  fc.assert(
    fc.property(sketches, fc.integer({ min: 1, max: 5 }), (all, size) => {
      withCatalogue((catalogue) => {
        putAll(catalogue, all);
        const timeline = openTimeline(catalogue);
        for (const key of keys) {
          const expected = ordered(all).filter((one) => isIn(key, one));
          const ids: string[] = [];
          let after = firstCursor;
          for (;;) {
            const range = timeline.entries(key, after, size);
            ids.push(...range.map(({ id }) => id));
            const last = expected[ids.length - 1];
            if (range.length < size || last === undefined) break;
            after = { sortKey: last.sortKey, id: last.id };
            expect(countOlder(catalogue, key, after)).toBe(expected.length - ids.length);
          }
          expect(ids).toEqual(expected.map(({ id }) => id));
        }
      });
    }),
    { numRuns: 60 },
  );
});

test('each article has its neighbours, read alone or in a range', () => {
  fc.assert(
    fc.property(sketches, fc.integer({ min: 1, max: 4 }), (all, size) => {
      withCatalogue((catalogue) => {
        putAll(catalogue, all);
        const timeline = openTimeline(catalogue);
        const expected = ordered(all).map((one, i, line) => ({
          id: one.id,
          newer: line[i - 1]?.id,
          older: line[i + 1]?.id,
        }));
        const ends = [firstCursor, ...cursorsEvery(catalogue, size)];
        const placed = ends.flatMap((after) => timeline.articles(after, size));
        const shown = placed.map(({ article, newer, older }) => ({
          id: article.id,
          newer: newer?.id,
          older: older?.id,
        }));
        expect(shown).toEqual(expected);
        for (const { doc } of catalogue.prepare('SELECT doc FROM documents').all()) {
          const one = timeline.article(Number(doc));
          expect(expected).toContainEqual({
            id: one?.article.id,
            newer: one?.newer?.id,
            older: one?.older?.id,
          });
        }
      });
    }),
    { numRuns: 60 },
  );
});

/** Documents with at most one source each. */
const singleSource = sketches.map((all) =>
  all.map((one) => ({
    ...one,
    terms: one.terms.filter(
      ({ kind }, i) => kind !== 'source' || one.terms.findIndex((t) => t.kind === kind) === i,
    ),
  })),
);

test('each article has its neighbours within its source', () => {
  fc.assert(
    fc.property(singleSource, fc.integer({ min: 1, max: 4 }), (all, size) => {
      withCatalogue((catalogue) => {
        putAll(catalogue, all);
        const timeline = openTimeline(catalogue);
        const ends = [firstCursor, ...cursorsEvery(catalogue, size)];
        const line = ordered(all);
        const slugOf = ({ terms }: Sketch): string | undefined =>
          terms.find(({ kind }) => kind === 'source')?.slug;
        const docs = catalogue.prepare('SELECT doc FROM documents').all();
        const alone = docs.flatMap(({ doc }) => timeline.article(Number(doc)) ?? []);
        for (const placed of [
          ...ends.flatMap((after) => timeline.articles(after, size)),
          ...alone,
        ]) {
          const own = line.find(({ id }) => id === placed.article.id);
          const slug = own && slugOf(own);
          const same = line.filter((one) => slug !== undefined && slugOf(one) === slug);
          const at = same.findIndex(({ id }) => id === placed.article.id);
          expect([placed.newerOfSource?.id, placed.olderOfSource?.id]).toEqual(
            slug === undefined ? [undefined, undefined] : [same[at - 1]?.id, same[at + 1]?.id],
          );
        }
      });
    }),
    { numRuns: 60 },
  );
});

/** Finds related articles by comparing every article with every other. */
function naiveRelated(all: readonly Sketch[], one: Sketch): readonly unknown[] {
  const holders = (key: number): number => all.filter((s) => s.keywords.includes(key)).length;
  return ordered(all)
    .filter(({ id }) => id !== one.id)
    .map(({ id, keywords }) => {
      const shared = one.keywords.filter((key) => keywords.includes(key));
      const weight = shared.reduce((sum, key) => sum + 7 - Math.floor(Math.log2(holders(key))), 0);
      return { id, shared, weight };
    })
    .filter(({ shared }) => shared.length >= 2)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 5)
    .map(({ id, shared }) => ({ id, words: shared.map((key) => `كلمة ${key}`) }));
}

test('related articles share the rarest and most words; of equals the newest come first', () => {
  fc.assert(
    fc.property(sketches, (all) => {
      withCatalogue((catalogue) => {
        putAll(catalogue, all);
        // As few pages are rendered, and as all are.
        for (const holders of [undefined, holdersIn(keywordColumns(catalogue))]) {
          const timeline = openTimeline(catalogue, undefined, holders);
          for (const { article, related } of timeline.articles(firstCursor, 99)) {
            const own = all.find(({ id }) => id === article.id);
            const found = related.map(({ entry, words }) => ({ id: entry.id, words }));
            expect(found).toEqual(own && naiveRelated(all, own));
          }
        }
      });
    }),
    { numRuns: 100 },
  );
});
