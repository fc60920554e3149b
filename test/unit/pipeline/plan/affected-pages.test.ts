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
  countedCollections,
  refreshCollection,
  refreshCollections,
} from '../../../../src/catalogue/collections.ts';
import { resolveConflicts } from '../../../../src/catalogue/conflicts.ts';
import { firstCursor } from '../../../../src/catalogue/cursor.ts';
import type { Catalogue } from '../../../../src/catalogue/database.ts';
import { documentWriter } from '../../../../src/catalogue/documents.ts';
import { pageWriter } from '../../../../src/catalogue/pages.ts';
import { openTimeline } from '../../../../src/catalogue/timeline.ts';
import type { CompiledDocument, TermName } from '../../../../src/model/document.ts';
import { listingKindOf } from '../../../../src/pages/kinds.ts';
import { listingPages, listingSlice } from '../../../../src/pages/listing.ts';
import {
  affectedArticles,
  affectedListings,
  leftFiles,
} from '../../../../src/pipeline/plan/affected-pages.ts';
import { articleGroup, articleSet, pageGroupOf } from '../../../../src/pipeline/plan/page-group.ts';
import { documentOf, withCatalogue } from '../../../support/archive-of.ts';

/** One more than two pages hold: with one less, the newest page has another address. */
const articles = 101;

const dates = [0, -20150721, -20150722, -20150700, -19991231];
const names = ['الشروق', 'الشَّروق', 'البيان', 'ليلى'];

/** All that the pages show of an article. */
interface Draft {
  readonly n: number;
  readonly title: string;
  readonly age: number;
  readonly source: string;
  readonly keywords: readonly number[];
}

const slugOf = (name: string): string => (name === 'الشَّروق' ? 'الشروق' : name);

function compiled({ n, title, age, source, keywords }: Draft): CompiledDocument {
  const terms: readonly TermName[] = [{ kind: 'source', slug: slugOf(source), name: source }];
  const place = { seed: `${n}.txt`, ordinal: 0, id: `id-${n}`, outputPath: `articles/${n}.html` };
  return documentOf({ ...place, title, age, terms, keywords });
}

/** The archive before: keywords are so rare that each makes two or three articles related. */
const before: readonly Draft[] = Array.from({ length: articles }, (_, n) => ({
  n,
  title: `عنوان ${n}`,
  age: dates[n % dates.length] ?? 0,
  // One less of the first, and the source goes by the other.
  source: n % 2 === 0 ? 'الشَّروق' : 'الشروق',
  keywords: [n % 50, 50 + (n % 50)],
}));

const draft: fc.Arbitrary<Draft> = fc.record({
  n: fc.integer({ min: 0, max: articles + 5 }),
  title: fc.constantFrom('عنوان', 'عنوان آخر'),
  age: fc.constantFrom(...dates, -20160101),
  source: fc.constantFrom(...names),
  keywords: fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: 3 }),
});

/** A document to put in, or the number of one to take out. */
const edits = fc.array(fc.oneof(draft, fc.integer({ min: 0, max: articles })), {
  minLength: 1,
  maxLength: 6,
});

/** Returns the addresses of the pages of a listing, from the one numbered `from` down to `to`. */
function addresses(set: CountedCollection, from: number, to: number): readonly string[] {
  const shown = articleSet(set.key, set.name);
  const pages = listingPages(set.extent.articles);
  return Array.from({ length: from - to + 1 }, (_, i) =>
    listingKindOf(shown).outputPath(shown, from - i === pages ? undefined : from - i),
  );
}

interface PageView {
  readonly owner: string;
  readonly shows: string;
}

/** Returns all that each page of the articles and listings shows, by its address. */
function site(catalogue: Catalogue): ReadonlyMap<string, PageView> {
  const timeline = openTimeline(catalogue);
  const views = new Map<string, PageView>();
  const docs = catalogue
    .prepare('SELECT doc, output_path AS outputPath FROM documents WHERE accepted = 1')
    .all();
  for (const { doc, outputPath } of docs) {
    const shows = JSON.stringify(timeline.article(Number(doc)));
    views.set(String(outputPath), { owner: articleGroup, shows });
  }
  for (const set of countedCollections(catalogue)) {
    const { key, name, extent } = set;
    const pages = listingPages(extent.articles);
    const all = timeline.entries(key, firstCursor, extent.articles);
    const urls = addresses(set, pages, 1).toReversed();
    urls.forEach((outputPath, i) => {
      const { offset, count } = listingSlice(extent.articles, i + 1);
      const entries = all.slice(all.length - offset - count, all.length - offset);
      const whole = i + 1 === pages ? extent : undefined;
      const shows = JSON.stringify([name, entries, whole, urls[i - 1], urls[i + 1]]);
      views.set(outputPath, { owner: pageGroupOf(key), shows });
    });
  }
  return views;
}

/** Makes an archive that is published, with all its pages. */
function publish(catalogue: Catalogue): ReadonlyMap<string, PageView> {
  const writer = documentWriter(catalogue, noChangeLog);
  for (const one of before) writer.put(compiled(one));
  refreshCollections(catalogue);
  forgetChanges(catalogue);
  const published = site(catalogue);
  const pages = pageWriter(catalogue, 1);
  for (const [outputPath, { owner }] of published) {
    pages.put({ outputPath, owner, hash: '', bytes: 0, mtime: 0 });
  }
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

test('an archive that nobody changed has no affected pages', () => {
  withCatalogue((catalogue) => {
    publish(catalogue);
    expect(hasChanges(catalogue)).toBe(false);
    expect(affectedArticles(catalogue).size).toBe(0);
    expect([...affectedListings(catalogue)]).toEqual([]);
    expect([...leftFiles(catalogue, 2, [])]).toEqual([]);
  });
});

test('whatever changes, the pages that show it are affected, and those that are gone are left', () => {
  fc.assert(
    fc.property(edits, (changes) => {
      withCatalogue((catalogue) => {
        const old = publish(catalogue);
        edit(catalogue, changes);
        const now = site(catalogue);
        const listings = [...affectedListings(catalogue)];
        const urlOf = catalogue.prepare(
          'SELECT output_path AS outputPath FROM documents WHERE doc = ?',
        );
        const made = new Set([
          ...[...affectedArticles(catalogue)].map((doc) => String(urlOf.get(doc)?.outputPath)),
          ...listings.flatMap(({ set, pages }) =>
            pages.flatMap(({ from, to }) => addresses(set, from, to)),
          ),
        ]);
        for (const [outputPath, { shows }] of now) {
          if (!made.has(outputPath)) expect(old.get(outputPath)?.shows, outputPath).toBe(shows);
        }
        const writer = pageWriter(catalogue, 2);
        for (const outputPath of made) {
          const owner = now.get(outputPath)?.owner;
          if (owner !== undefined) writer.put({ outputPath, owner, hash: '', bytes: 0, mtime: 0 });
        }
        const left = new Set(
          [...leftFiles(catalogue, 2, listings)].map(({ outputPath }) => outputPath),
        );
        const after = [...new Set([...old.keys(), ...made])].filter(
          (outputPath) => !left.has(outputPath),
        );
        expect(after.sort()).toEqual([...now.keys()].sort());
      });
    }),
    { numRuns: 60 },
  );
});

test('an article that is read again and shows another title leaves the order of all as it is', () => {
  withCatalogue((catalogue) => {
    publish(catalogue);
    const [first] = before;
    if (first === undefined) throw new Error('no article');
    edit(catalogue, [{ ...first, title: 'عنوان آخر' }]);
    const all = [...affectedListings(catalogue)].find(({ set }) => set.key.of === 'all');
    // The undated stand at the end, on the page numbered 1.
    expect(all?.pages).toEqual([{ from: 1, to: 1 }]);
    expect(affectedArticles(catalogue).size).toBeLessThan(10);
  });
});

test('a source that most articles name otherwise now shows its name on every page', () => {
  withCatalogue((catalogue) => {
    const named = (n: number) => ({ ...draftOf(n), source: n % 2 === 0 ? 'الشَّروق' : 'الشروق' });
    const writer = documentWriter(catalogue, noChangeLog);
    for (let n = 0; n <= 160; n += 1) writer.put(compiled(named(n)));
    refreshCollections(catalogue);
    forgetChanges(catalogue);
    edit(catalogue, [{ ...named(0), source: 'البيان' }]);
    const ofSource = [...affectedListings(catalogue)].find(({ set }) => set.name === 'الشروق');
    expect(ofSource?.pages).toEqual([{ from: 4, to: 1 }]);
  });
});

test('two articles that gain a keyword at once make those related that had it before', () => {
  withCatalogue((catalogue) => {
    const holders = Array.from({ length: 64 }, (_, n) => ({ ...draftOf(n), keywords: [1, 2] }));
    const others = [
      { ...draftOf(70), keywords: [] },
      { ...draftOf(71), keywords: [] },
    ];
    const writer = documentWriter(catalogue, noChangeLog);
    for (const one of [...holders, ...others]) writer.put(compiled(one));
    refreshCollections(catalogue);
    forgetChanges(catalogue);
    edit(
      catalogue,
      others.map((one) => ({ ...one, keywords: [1, 2] })),
    );
    // With sixty-six holders the keywords relate nobody any more, so all pages are other than they were.
    expect(affectedArticles(catalogue).size).toBe(66);
  });
});

const draftOf = (n: number): Draft => ({
  ...{ n, title: `عنوان ${n}`, age: -20150721, source: 'البيان', keywords: [] },
});
