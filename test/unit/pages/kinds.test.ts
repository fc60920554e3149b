import { expect, test } from 'vitest';
import { termSlug } from '../../../src/arabic/slug.ts';
import type { Listing } from '../../../src/model/page.ts';
import { pathsOfArticle } from '../../../src/outputs/article-outputs.ts';
import type { Page, PageData, PageKind } from '../../../src/pages/kinds.ts';
import {
  addressKinds,
  articleKind,
  listingKindOf,
  listingKinds,
  overviewKinds,
  reservedBy,
} from '../../../src/pages/kinds.ts';
import type { Collection, PageOf } from '../../../src/pages/page-kind.ts';
import { builtInTemplates } from '../../../src/pages/templates.ts';
import {
  alone,
  type Sample,
  sampleArticle,
  sampleContext,
  sampleTerm,
} from '../../support/sample-archive.ts';

function overview(sample?: Sample): readonly Page[] {
  return overviewKinds.flatMap((kind): Page[] => [...kind.pages(sampleContext(sample))]);
}

/** The data of the first page of a kind. */
function shown<K extends PageKind>(kind: K, sample?: Sample): PageData[K] | undefined {
  const isKind = (page: Page): page is Page & PageOf<K, PageData[K]> => page.kind === kind;
  return overview(sample).find(isKind)?.data;
}

const collections: readonly Collection[] = [
  { of: 'all' },
  { of: 'date', date: { year: 2015, month: 7, day: 21 } },
  { of: 'date', date: { year: 2015 } },
  { of: 'date', date: {} },
  { of: 'term', term: 'source', slug: 'x', name: 'X' },
  { of: 'term', term: 'author', slug: 'y', name: 'Y' },
];

const listing = (given: Partial<Listing> = {}): Listing => ({
  entries: [],
  number: 1,
  extent: { articles: 0 },
  newer: undefined,
  older: undefined,
  ...given,
});

test('an empty archive has a front page and a not-found page, and no empty index', () => {
  expect(overview().map(({ outputPath }) => outputPath)).toEqual(['404.html', 'index.html']);
  const home = shown('home');
  expect([home?.dateIndex, home?.indexes]).toEqual([undefined, []]);
});

test('every kind of page is registered once and has a template', () => {
  const atAddresses = Object.values(addressKinds);
  const names = [articleKind, ...listingKinds, ...overviewKinds, ...atAddresses].map(
    ({ kind }) => kind,
  );
  expect(names.toSorted()).toEqual(Object.keys(builtInTemplates.pages).toSorted());
  expect(overviewKinds.at(-1)?.kind).toBe('home');
});

test('years and months count their articles; unknown parts come last', () => {
  const dates = [
    [2016, 1, 2, 5],
    [2015, 7, 21, 3],
    [2015, 7, 1, 1],
    [2015, 7, 0, 2],
    [2015, 0, 0, 4],
    [0, 0, 0, 9],
  ] as const;
  expect(shown('home', { dates })?.years).toEqual([
    { year: 2015, articles: 10, outputPath: 'dates/2015/index.html', heat: 5 },
    { year: 2016, articles: 5, outputPath: 'dates/2016/index.html', heat: 1 },
  ]);
  expect(shown('dates', { dates })).toMatchObject({
    years: shown('home', { dates })?.years,
    undated: { articles: 9, outputPath: 'dates/undated.html' },
    hijri: 'hijri/index.html',
  });
  const pages = overview({ dates });
  expect(
    pages.find(({ outputPath }) => outputPath === 'dates/2015/index.html')?.data,
  ).toMatchObject({
    unknown: { month: 0, articles: 4, outputPath: 'dates/2015/00.html' },
    extent: { articles: 10 },
  });
  const months = shown('year', { dates: dates.slice(1) })?.months.parts ?? [];
  expect(months).toHaveLength(12);
  expect(months.filter(({ entry }) => entry !== undefined)).toMatchObject([
    {
      name: 'يوليو',
      entry: { month: 7, articles: 6, outputPath: 'dates/2015/07/index.html', heat: 2 },
    },
  ]);
  const july = pages.find(({ outputPath }) => outputPath === 'dates/2015/07/index.html')?.data;
  const days = july !== undefined && 'weeks' in july ? july.weeks.flat() : [];
  expect(days.flatMap((place) => place?.entry ?? [])).toMatchObject([
    { day: 1, articles: 1, outputPath: 'dates/2015/07/01.html' },
    { day: 21, articles: 3, outputPath: 'dates/2015/07/21.html' },
  ]);
  expect(july).toMatchObject({
    unknown: { day: 0, articles: 2, outputPath: 'dates/2015/07/00.html' },
  });
});

test('the front page of an archive of undated articles has no link to dates', () => {
  const dates = [[0, 0, 0, 3]] as const;
  expect(shown('home', { dates })?.dateIndex).toBeUndefined();
});

test('the index of terms is alphabetical, on linked pages of a few hundred terms', () => {
  const terms = Array.from({ length: 650 }, (_, i) => sampleTerm({ slug: `قناة ${i}` }));
  const pages = overview({ terms }).filter(({ kind }) => kind === 'terms') as Page<'terms'>[];
  expect(pages.map(({ outputPath }) => outputPath)).toEqual([
    'sources/index.html',
    'sources/index/2.html',
    'sources/index/3.html',
    'sources/index/by-count.html',
    'sources/index/by-count/2.html',
    'sources/index/by-count/3.html',
  ]);
  expect(pages.slice(0, 3).flatMap(({ data }) => data.terms.map(({ name }) => name))).toEqual(
    terms.map(({ name }) => name),
  );
  expect(pages[1]?.data).toMatchObject({
    ...{ page: 2, pages: 3, total: 650 },
    previous: 'sources/index.html',
    next: 'sources/index/3.html',
  });
});

test('the front page shows the sources with most articles, alphabetically where the number is equal', () => {
  const terms = [
    ...Array.from({ length: 20 }, (_, i) => sampleTerm({ slug: `مصدر ${i}` })),
    sampleTerm({ slug: 'الأهرام', articles: 9 }),
    sampleTerm({ slug: 'كاتب', kind: 'author', articles: 99 }),
  ];
  const home = shown('home', { terms: terms.toReversed() });
  expect(home?.indexes[0]?.largest).toHaveLength(12);
  expect(home?.indexes[0]?.largest.slice(0, 3).map(({ name }) => name)).toEqual([
    'الأهرام',
    'مصدر 0',
    'مصدر 1',
  ]);
  expect(home?.indexes.map(({ outputPath }) => outputPath)).toEqual([
    'sources/index.html',
    'authors/index.html',
  ]);
});

test('each collection has a page kind, and each of its pages an output path and a title of its own', () => {
  const kinds = ['articles', 'day', 'day', 'day', 'term', 'term'];
  expect(collections.map((collection) => listingKindOf(collection).kind)).toEqual(kinds);
  const context = sampleContext();
  for (const collection of collections) {
    const kind = listingKindOf(collection);
    const newest = kind.page(
      collection,
      kind.outputPath(collection, undefined),
      listing(),
      context,
    );
    const older = [1, 2].map((number) =>
      kind.page(
        collection,
        kind.outputPath(collection, number),
        listing({ number, extent: undefined }),
        context,
      ),
    );
    expect(new Set([newest, ...older].map(({ outputPath }) => outputPath)).size).toBe(3);
    expect(new Set([newest, ...older].map(({ title }) => title)).size).toBe(3);
  }
});

test('the listing of articles of an unknown day has another title than the month', () => {
  const context = sampleContext();
  const titles = [
    { year: 2015, month: 7, day: 1 },
    { year: 2015, month: 7 },
    { year: 2015 },
    {},
  ].map((date) => {
    const collection: Collection = { of: 'date', date };
    return listingKindOf(collection).page(collection, 'x.html', listing(), context).title;
  });
  expect(titles).toEqual([
    'مقالات ١ يوليو ٢٠١٥',
    'مقالات يوليو ٢٠١٥ (بلا يوم معلوم)',
    'مقالات عام ٢٠١٥ (بلا شهر معلوم)',
    'مقالات بلا تاريخ',
  ]);
});

test('an article links to its date, source, authors and terms, where they are known', () => {
  const date = { edtf: '1980~', year: 1980, uncertain: false, approximate: true };
  const metadata = {
    ...{ date, source: 'الأهرام', authors: ['نجيب محفوظ'], section: 'الثقافة' },
    ...{ topics: ['الرواية'], people: ['طه حسين'], places: ['القاهرة'] },
  };
  expect(articleKind.page(alone(sampleArticle(metadata)), sampleContext()).data).toMatchObject({
    date: 'dates/1980/00.html',
    source: { name: 'الأهرام', outputPath: 'sources/الأهرام.html' },
    authors: [{ name: 'نجيب محفوظ', outputPath: `authors/${termSlug('نجيب محفوظ')}.html` }],
    section: { name: 'الثقافة', outputPath: 'sections/الثقافة.html' },
    subjects: [{ name: 'الرواية', outputPath: 'subjects/الرواية.html' }],
    people: [{ name: 'طه حسين', outputPath: `people/${termSlug('طه حسين')}.html` }],
    places: [{ name: 'القاهرة', outputPath: 'places/القاهرة.html' }],
  });
  expect(articleKind.page(alone(sampleArticle({})), sampleContext()).data).toMatchObject({
    date: undefined,
    source: undefined,
    authors: [],
  });
});

test('the output paths of pages are reserved, in any letter case, and as folder names', () => {
  const dates = [[2015, 7, 21, 3]] as const;
  const terms = [sampleTerm({ slug: 'a' }), sampleTerm({ slug: 'b', kind: 'author' })];
  const urls = [
    ...overview({ dates, terms }).map(({ outputPath }) => outputPath),
    ...collections.flatMap((collection) =>
      [undefined, 1, 20].map((n) => listingKindOf(collection).outputPath(collection, n)),
    ),
    ...[
      'feed.xml',
      'feed.json',
      'atom.xml',
      'sitemap.xml',
      'sitemaps/1.xml',
      'robots.txt',
      'manifest-sha256.txt',
    ],
    ...['assets/site.css', 'originals/articles/a.txt', 'exports/archive.jsonl.gz'],
  ];
  for (const outputPath of urls) {
    expect(reservedBy(outputPath), outputPath).toBeDefined();
    expect(reservedBy(outputPath.toUpperCase()), outputPath).toBeDefined();
    expect(reservedBy(`${outputPath}/x.html`), outputPath).toBeDefined();
  }
});

test('no other output path is reserved', () => {
  expect(reservedBy('index.html')).toBe('home');
  expect(reservedBy('404.HTML')).toBe('not-found');
  expect(reservedBy('robots.html')).toBe('home');
  expect(pathsOfArticle('a/dam.html')).toEqual(['a/dam.html', 'a/dam.txt', 'a/dam.md']);
  expect(reservedBy('manifest-sha256.html')).toBe('home');
  expect(reservedBy('all/page-7.html')).toBe('articles');
  for (const outputPath of [
    'all/other.html',
    'articles/index.html',
    'x/404.html',
    'all.html',
    'x/assets/a.html',
    'dates.html',
  ]) {
    expect(reservedBy(outputPath), outputPath).toBeUndefined();
  }
});

test('the Hijri calendar has the same articles under Hijri years and months', () => {
  const dates = [
    [2017, 12, 12, 5],
    [2017, 11, 20, 2],
    [2017, 11, 19, 1],
    [2017, 11, 18, 4],
    [2016, 12, 0, 7],
    [1850, 1, 1, 3],
  ] as const;
  const urls = overview({ dates }).map(({ outputPath }) => outputPath);
  expect(urls.filter((outputPath) => outputPath.startsWith('hijri'))).toEqual([
    'hijri/1439/03.html',
    'hijri/1439/02.html',
    'hijri/1266/02.html',
    'hijri/1439/index.html',
    'hijri/1266/index.html',
    'hijri/index.html',
  ]);
  const pages = overview({ dates }) as Page<'hijri-month'>[];
  const rabi = pages.find(({ outputPath }) => outputPath === 'hijri/1439/03.html');
  expect(rabi?.title).toBe('ربيع الأول ١٤٣٩ هـ');
  const days = rabi?.data.weeks.flat().filter((place) => place !== undefined) ?? [];
  expect(days).toHaveLength(30);
  expect(days[0]).toEqual({
    day: 1,
    date: { year: 2017, month: 11, day: 19 },
    entry: days[0]?.entry,
  });
  expect(days.filter(({ entry }) => entry).map(({ day }) => day)).toEqual([1, 2, 24]);
  expect(
    pages.find(({ outputPath }) => outputPath === 'hijri/1266/02.html')?.data.approximate,
  ).toBe(true);
});

test('the articles of a day of the year are grouped across years, where there are several years', () => {
  const dates = [
    [2017, 12, 12, 5],
    [2016, 12, 12, 2],
    [2016, 2, 29, 1],
    [2015, 12, 0, 9],
  ] as const;
  const page = shown('anniversary', { dates });
  expect(page).toMatchObject({ month: 2, days: [{ name: '٢٩ فبراير' }] });
  const december = overview({ dates }).find(
    ({ outputPath }) => outputPath === 'dates/through-years/12.html',
  );
  expect(december?.data).toMatchObject({
    title: 'أيام ديسمبر عبر السنين',
    days: [{ name: '١٢ ديسمبر', years: [{ year: 2016 }, { year: 2017 }] }],
  });
  expect(shown('home', { dates })?.anniversaries.map(({ month }) => month)).toEqual([2, 12]);
  expect(shown('anniversary', { dates: dates.slice(0, 1) })).toBeUndefined();
});
