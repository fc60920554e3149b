import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  changedTerms,
  changeLog,
  forgetChanges,
  hasChanges,
  noChangeLog,
} from '../../../../src/catalogue/changes.ts';
import {
  type CountedCollection,
  refreshCollection,
  refreshCollections,
} from '../../../../src/catalogue/collections.ts';
import { resolveConflicts } from '../../../../src/catalogue/conflicts.ts';
import { firstCursor } from '../../../../src/catalogue/cursor.ts';
import type { Catalogue } from '../../../../src/catalogue/database.ts';
import { documentWriter } from '../../../../src/catalogue/documents.ts';
import { rebuildKeywords } from '../../../../src/catalogue/keyword-table.ts';
import { pageWriter } from '../../../../src/catalogue/page-writer.ts';
import { openTimeline } from '../../../../src/catalogue/timeline.ts';
import type { CompiledDocument, TermName } from '../../../../src/model/document.ts';
import { listingKindOf } from '../../../../src/pages/kinds.ts';
import { hasNumberedNewest, listingPages, listingSlice } from '../../../../src/pages/listing.ts';
import {
  affectedArticles,
  affectedListings,
  removedFiles,
} from '../../../../src/pipeline/plan/affected-pages.ts';
import { listedCollections, listedParts } from '../../../../src/pipeline/plan/collection-parts.ts';
import {
  articleGroup,
  articleSet,
  listRedirectGroupOf,
  pageGroupOf,
} from '../../../../src/pipeline/plan/page-group.ts';
import { documentOf, withCatalogue } from '../../../support/archive-of.ts';

/**
 * One more than fill two listing pages: with two less, the newest page has another output path, and without the one more
 * a collection is not divided by source.
 */
const articles = 101;

const dates = [0, -20150721, -20150722, -20150700, -19991231];
const names = ['الشروق', 'الشَّروق', 'البيان', 'ليلى'];

/** Everything that pages show of an article. */
interface Draft {
  readonly n: number;
  readonly title: string;
  readonly sortKey: number;
  readonly source: string;
  readonly keywords: readonly number[];
}

const slugOf = (name: string): string => (name === 'الشَّروق' ? 'الشروق' : name);

function compiled({ n, title, sortKey, source, keywords }: Draft): CompiledDocument {
  const terms: readonly TermName[] =
    source === '' ? [] : [{ kind: 'source', slug: slugOf(source), name: source }];
  const ref = { seed: `${n}.txt`, ordinal: 0, id: `id-${n}`, outputPath: `articles/${n}.html` };
  return documentOf({ ...ref, title, sortKey, terms, keywords });
}

/** The original archive: keywords are so rare that each relates two or three articles. */
const before: readonly Draft[] = Array.from({ length: articles }, (_, n) => ({
  n,
  title: `عنوان ${n}`,
  sortKey: dates[n % dates.length] ?? 0,
  // With one article less the source has the other name.
  source: n % 2 === 0 ? 'الشَّروق' : 'الشروق',
  keywords: [n % 50, 50 + (n % 50)],
}));

/** The same of one day, which is divided by source; of a few articles the source is unknown. */
const ofOneDay: readonly Draft[] = before.map((one) => ({
  ...one,
  sortKey: -20150721,
  source: one.n < 3 ? '' : one.n % 10 === 0 ? 'البيان' : one.source,
}));

const draft: fc.Arbitrary<Draft> = fc.record({
  n: fc.integer({ min: 0, max: articles + 5 }),
  title: fc.constantFrom('عنوان', 'عنوان آخر'),
  sortKey: fc.constantFrom(...dates, -20160101),
  source: fc.constantFrom(...names, ''),
  keywords: fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: 3 }),
});

/** A document to add or change, or the number of one to remove. */
const edits = fc.array(fc.oneof(draft, fc.integer({ min: 0, max: articles })), {
  minLength: 1,
  maxLength: 6,
});

/** Returns the output paths of the pages of a listing, from number `from` down to `to`. */
function listingPaths(set: CountedCollection, from: number, to: number): readonly string[] {
  const shown = articleSet(set.key, set.name, set.sourceName);
  const pages = listingPages(set.extent.articles);
  return Array.from({ length: from - to + 1 }, (_, i) =>
    listingKindOf(shown).outputPath(shown, from - i === pages ? undefined : from - i),
  );
}

/** Returns the output path of the number of a listing's newest page, where page `from` is the newest. */
function numberOfNewest(set: CountedCollection, from: number): readonly string[] {
  const { articles } = set.extent;
  if (from < listingPages(articles) || !hasNumberedNewest(articles)) return [];
  const shown = articleSet(set.key, set.name, set.sourceName);
  return [listingKindOf(shown).outputPath(shown, from)];
}

interface PageView {
  readonly pageGroup: string;
  readonly shows: string;
}

/** Returns everything that each article and listing page shows, by output path. */
function site(catalogue: Catalogue): ReadonlyMap<string, PageView> {
  const timeline = openTimeline(catalogue);
  const views = new Map<string, PageView>();
  const docs = catalogue
    .prepare('SELECT doc, output_path AS outputPath FROM documents WHERE accepted = 1')
    .all();
  for (const { doc, outputPath } of docs) {
    const shows = JSON.stringify(timeline.article(Number(doc)));
    views.set(String(outputPath), { pageGroup: articleGroup, shows });
  }
  for (const set of listedCollections(catalogue)) {
    const { key, name, sourceName, extent } = set;
    const pages = listingPages(extent.articles);
    const all = timeline.entries(key, firstCursor, extent.articles);
    const paths = listingPaths(set, pages, 1).toReversed();
    paths.forEach((outputPath, i) => {
      const { offset, count } = listingSlice(extent.articles, i + 1);
      const entries = all.slice(all.length - offset - count, all.length - offset);
      const shownExtent = i + 1 === pages ? extent : undefined;
      const parts = shownExtent && listedParts(catalogue, set);
      const names = [name, sourceName, parts];
      const shows = JSON.stringify([...names, entries, shownExtent, paths[i - 1], paths[i + 1]]);
      views.set(outputPath, { pageGroup: pageGroupOf(key), shows });
    });
    for (const outputPath of numberOfNewest(set, pages)) {
      views.set(outputPath, { pageGroup: listRedirectGroupOf(key), shows: '' });
    }
  }
  return views;
}

/** Creates an archive that is published with all its pages. */
function publish(
  catalogue: Catalogue,
  drafts: readonly Draft[] = before,
): ReadonlyMap<string, PageView> {
  const writer = documentWriter(catalogue, noChangeLog);
  for (const draft of drafts) writer.put(compiled(draft));
  rebuildKeywords(catalogue);
  refreshCollections(catalogue);
  forgetChanges(catalogue);
  const published = site(catalogue);
  const pages = pageWriter(catalogue, 1);
  for (const [outputPath, { pageGroup }] of published) {
    pages.put({ outputPath, pageGroup, contentHash: '', bytes: 0, mtime: 0 });
  }
  pages.flush();
  return published;
}

function edit(catalogue: Catalogue, changes: readonly (Draft | number)[]): void {
  const writer = documentWriter(catalogue, changeLog(catalogue));
  for (const change of changes) {
    if (typeof change === 'number') writer.drop(`${change}.txt`);
    else writer.put(compiled(change));
  }
  resolveConflicts(catalogue, writer, (seed) => seed);
  for (const { term, slug } of changedTerms(catalogue)) refreshCollection(catalogue, term, slug);
}

test('an unchanged archive has no affected pages', () => {
  withCatalogue((catalogue) => {
    publish(catalogue);
    expect(hasChanges(catalogue)).toBe(false);
    expect(affectedArticles(catalogue).size).toBe(0);
    expect([...affectedListings(catalogue)]).toEqual([]);
    expect([...removedFiles(catalogue, 2, [])]).toEqual([]);
  });
});

test('every page that shows a change is affected, and every page that no longer exists is removed', () => {
  fc.assert(
    fc.property(fc.constantFrom(before, ofOneDay), edits, (drafts, changes) => {
      withCatalogue((catalogue) => {
        const old = publish(catalogue, drafts);
        edit(catalogue, changes);
        const now = site(catalogue);
        const listings = [...affectedListings(catalogue)];
        const pathOf = catalogue.prepare(
          'SELECT output_path AS outputPath FROM documents WHERE doc = ?',
        );
        const affected = new Set([
          ...[...affectedArticles(catalogue)].map((doc) => String(pathOf.get(doc)?.outputPath)),
          ...listings.flatMap(({ collection: set, pages }) =>
            pages.flatMap(({ from, to }) => [
              ...listingPaths(set, from, to),
              ...numberOfNewest(set, from),
            ]),
          ),
        ]);
        for (const [outputPath, { shows }] of now) {
          if (!affected.has(outputPath)) expect(old.get(outputPath)?.shows, outputPath).toBe(shows);
        }
        const writer = pageWriter(catalogue, 2);
        for (const outputPath of affected) {
          const pageGroup = now.get(outputPath)?.pageGroup;
          if (pageGroup !== undefined)
            writer.put({ outputPath, pageGroup, contentHash: '', bytes: 0, mtime: 0 });
        }
        writer.flush();
        const removed = new Set(
          [...removedFiles(catalogue, 2, listings)].map(({ outputPath }) => outputPath),
        );
        const after = [...new Set([...old.keys(), ...affected])].filter(
          (outputPath) => !removed.has(outputPath),
        );
        expect(after.sort()).toEqual([...now.keys()].sort());
      });
    }),
    { numRuns: 60 },
  );
});

test('a changed title affects only the pages that show it', () => {
  withCatalogue((catalogue) => {
    publish(catalogue);
    const [first] = before;
    if (first === undefined) throw new Error('no article');
    edit(catalogue, [{ ...first, title: 'عنوان آخر' }]);
    const all = [...affectedListings(catalogue)].find(
      ({ collection: set }) => set.key.of === 'all',
    );
    // Undated articles come last, on page 1.
    expect(all?.pages).toEqual([{ from: 1, to: 1 }]);
    expect(affectedArticles(catalogue).size).toBeLessThan(10);
  });
});

test('a source whose most frequent name changes has all its listing pages affected', () => {
  withCatalogue((catalogue) => {
    const named = (n: number) => ({ ...draftOf(n), source: n % 2 === 0 ? 'الشَّروق' : 'الشروق' });
    const writer = documentWriter(catalogue, noChangeLog);
    for (let n = 0; n <= 160; n += 1) writer.put(compiled(named(n)));
    refreshCollections(catalogue);
    forgetChanges(catalogue);
    edit(catalogue, [{ ...named(0), source: 'البيان' }]);
    const ofSource = [...affectedListings(catalogue)].find(
      ({ collection: set }) => set.name === 'الشروق',
    );
    expect(ofSource?.pages).toEqual([{ from: 3, to: 1 }]);
  });
});

test('articles with a keyword are affected when two others gain it', () => {
  withCatalogue((catalogue) => {
    const holders = Array.from({ length: 64 }, (_, n) => ({ ...draftOf(n), keywords: [1, 2] }));
    const others = [
      { ...draftOf(70), keywords: [] },
      { ...draftOf(71), keywords: [] },
    ];
    const writer = documentWriter(catalogue, noChangeLog);
    for (const draft of [...holders, ...others]) writer.put(compiled(draft));
    rebuildKeywords(catalogue);
    refreshCollections(catalogue);
    forgetChanges(catalogue);
    edit(
      catalogue,
      others.map((draft) => ({ ...draft, keywords: [1, 2] })),
    );
    // With 66 articles the keywords are too frequent to relate articles, so all pages change.
    expect(affectedArticles(catalogue).size).toBe(66);
  });
});

const draftOf = (n: number): Draft => ({
  ...{ n, title: `عنوان ${n}`, sortKey: -20150721, source: 'البيان', keywords: [] },
});
