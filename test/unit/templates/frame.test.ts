import { expect, test } from 'vitest';
import { defineConfig } from '../../../src/config/define.ts';
import type { Config } from '../../../src/model/config.ts';
import type { PlainDate } from '../../../src/model/date.ts';
import type { OwnPage } from '../../../src/model/own-page.ts';
import type { SectionName } from '../../../src/model/section-name.ts';
import { articleKind, listingKindOf, overviewKinds, type Page } from '../../../src/pages/kinds.ts';
import type { Collection } from '../../../src/pages/page-kind.ts';
import { renderPage, siteFor } from '../../../src/pages/render-page.ts';
import { builtInTemplates } from '../../../src/pages/templates.ts';
import { attribute, named, only, parsePage, textContent } from '../../support/dom.ts';
import {
  alone,
  type Sample,
  sampleArticle,
  sampleContext,
  sampleEntry,
  sampleTerm,
} from '../../support/sample-archive.ts';

const every: readonly SectionName[] = [
  ...(['articles', 'dates', 'source', 'section', 'subject', 'author', 'person', 'place'] as const),
];

const scripts = { script: 'assets/search.js', panels: 'assets/panels.js' };
const assets = { styles: [], preloads: [], reader: 'assets/reader.js', ...scripts };

function html(
  page: Page,
  sections: readonly SectionName[] = every,
  settings: Partial<Config> = {},
): string {
  const site = siteFor(defineConfig(settings), assets, sections);
  return renderPage(page, builtInTemplates, site(page));
}

/** The links of the element with a class, as «words → address». */
function links(source: string, name: string): readonly string[] {
  const place = only(parsePage(source), (element) => attribute(element, 'class') === name);
  return named(place, 'a').map((link) => `${textContent(link)} → ${attribute(link, 'href')}`);
}

const overview = (outputPath: string, sample: Sample = {}): Page => {
  const pages = overviewKinds.flatMap((kind): Page[] => [...kind.pages(sampleContext(sample))]);
  const page = pages.find((found) => found.outputPath === outputPath);
  if (page === undefined) throw new Error(outputPath);
  return page;
};

function listed(collection: Collection, isNewest: boolean): Page {
  const kind = listingKindOf(collection);
  const listing = {
    ...{ entries: [sampleEntry(1)], number: 1, newer: undefined, older: undefined },
    extent: isNewest ? { articles: 1 } : undefined,
  };
  const path = kind.outputPath(collection, isNewest ? undefined : 1);
  return kind.page(collection, path, listing, sampleContext());
}

const article = (date?: PlainDate): Page =>
  articleKind.page(alone(sampleArticle(date === undefined ? {} : { date })), sampleContext());

const certain = { uncertain: false, approximate: false };
const home = 'الرئيسية → ../index.html';

test('an article stands under its day, month and year, as far as its date is known', () => {
  const day = { edtf: '2015-07-21', year: 2015, month: 7, day: 21, ...certain };
  expect(links(html(article(day)), 'trail')).toEqual([
    home,
    'التواريخ → ../dates/index.html',
    '٢٠١٥ → ../dates/2015/index.html',
    'يوليو → ../dates/2015/07/index.html',
    '٢١ → ../dates/2015/07/21.html',
  ]);
  const month = { edtf: '2015-07', year: 2015, month: 7, ...certain };
  expect(links(html(article(month)), 'trail').at(-1)).toBe(
    'بلا يوم معلوم → ../dates/2015/07/00.html',
  );
  const year = { edtf: '2015', year: 2015, ...certain };
  expect(links(html(article(year)), 'trail').slice(2)).toEqual([
    '٢٠١٥ → ../dates/2015/index.html',
    'بلا شهر معلوم → ../dates/2015/00.html',
  ]);
  expect(links(html(article()), 'trail')).toEqual([home, 'كل المقالات → ../all/index.html']);
});

test('dates and terms stand under those above them, an older page under the newest', () => {
  const dates = [
    [2015, 7, 21, 3],
    [2014, 7, 21, 1],
  ] as const;
  const sample = { dates, terms: [sampleTerm({ slug: 'الأهرام' })] };
  const trails = Object.fromEntries(
    ['dates/index.html', 'dates/2015/index.html', 'dates/2015/07/index.html', 'hijri/index.html']
      .concat('hijri/1436/index.html', 'hijri/1436/10.html', 'dates/through-years/07.html')
      .concat('sources/index.html')
      .map((path) => [
        path,
        links(html(overview(path, sample)), 'trail').map((link) => link.split(' ')[0]),
      ]),
  );
  expect(trails).toEqual({
    'dates/index.html': ['الرئيسية'],
    'dates/2015/index.html': ['الرئيسية', 'التواريخ'],
    'dates/2015/07/index.html': ['الرئيسية', 'التواريخ', '٢٠١٥'],
    'hijri/index.html': ['الرئيسية', 'التواريخ'],
    'hijri/1436/index.html': ['الرئيسية', 'التواريخ', 'السنوات'],
    'hijri/1436/10.html': ['الرئيسية', 'التواريخ', 'السنوات', '١٤٣٦'],
    'dates/through-years/07.html': ['الرئيسية', 'التواريخ'],
    'sources/index.html': ['الرئيسية'],
  });
  const source: Collection = { of: 'term', term: 'source', slug: 'a', name: 'الأهرام' };
  expect(links(html(listed(source, true)), 'trail')).toEqual([home, 'المصادر → index.html']);
  expect(links(html(listed(source, false)), 'trail').slice(1)).toEqual([
    'المصادر → ../index.html',
    'الأهرام → ../a.html',
  ]);
  const day: Collection = { of: 'date', date: { year: 2015, month: 7, day: 21 } };
  expect(links(html(listed(day, true)), 'trail').at(-1)).toBe('يوليو → index.html');
  expect(links(html(listed(day, false)), 'trail').at(-1)).toBe('٢١ → ../21.html');
});

test('the menu has the sections that exist, the end of the page all articles besides', () => {
  const page = html(article(), ['articles', 'dates', 'person']);
  expect(links(page, 'site-menu')).toEqual([
    'التواريخ → ../dates/index.html',
    `${'الشخصيات'} → ../people/index.html`,
  ]);
  expect(links(page, 'ways').map((link) => link.split(' → ')[1])).toEqual([
    '../all/index.html',
    '../dates/index.html',
    '../people/index.html',
    '../index.html#about',
    '../exports/archive.jsonl.gz',
    '../exports/archive.csv.gz',
  ]);
  expect(html(article(), [])).not.toContain('class="site-menu"');
});

const ownPage = (name: string, menu: string | false): OwnPage => ({
  ...{ name, file: `pages/${name}.md`, outputPath: `pages/${name}.html`, title: `صفحة ${name}` },
  ...{ description: '', lead: [], sections: [], links: [], menu, order: 0 },
});

test('pages of one’s own are in the menu; the page that tells what the archive is stands at the end of every page', () => {
  const pages = [ownPage('about', false), ownPage('contact', 'راسلونا')];
  const page = html(article(), ['articles', 'dates'], { pages });
  expect(links(page, 'site-menu')).toEqual([
    'التواريخ → ../dates/index.html',
    'راسلونا → ../pages/contact.html',
  ]);
  const ends = links(page, 'ways');
  expect(ends).toContain('صفحة about → ../pages/about.html');
  expect(ends.filter((link) => /#about/.test(link))).toEqual([]);
});

test('a menu of the settings stands in place of the sections, without those that the archive lacks', () => {
  const menu = [
    { target: { index: 'people' } },
    { target: { index: 'topics' } },
    { title: 'المدونة', target: { url: 'https://example.org/blog' } },
  ] as const;
  const page = html(article(), ['articles', 'dates', 'subject'], { menu });
  expect(links(page, 'site-menu')).toEqual([
    'الموضوعات → ../subjects/index.html',
    'المدونة → https://example.org/blog',
  ]);
  expect(
    links(page, 'ways')
      .slice(0, 4)
      .map((link) => link.split(' → ')[1]),
  ).toEqual([
    '../all/index.html',
    '../dates/index.html',
    '../subjects/index.html',
    'https://example.org/blog',
  ]);
});

test('the menu marks the page itself and the section in which it lies', () => {
  const marks = (page: Page): readonly (string | undefined)[] =>
    named(parsePage(html(page)), 'nav')
      .slice(0, 1)
      .flatMap((menu) => named(menu, 'a').map((link) => attribute(link, 'aria-current')))
      .filter((mark) => mark !== undefined);
  const sample = { dates: [[2015, 7, 21, 3]] as const };
  expect(marks(overview('dates/index.html', sample))).toEqual(['page']);
  expect(marks(overview('dates/2015/07/index.html', sample))).toEqual(['true']);
  // Hijri years lie in a folder of their own, under the dates.
  expect(marks(overview('hijri/1436/10.html', sample))).toEqual(['true']);
  expect(marks(article())).toEqual([]);
});

test('every page has one search field, whose form names the search page', () => {
  const config = { search: true };
  const pages = [
    article(),
    overview('404.html'),
    overview('index.html', { dates: [[2015, 0, 0, 1]] }),
  ];
  for (const page of pages) {
    const forms = named(parsePage(html(page, every, config)), 'form');
    expect(
      forms.map((form) => attribute(form, 'action')),
      page.outputPath,
    ).toEqual([page.outputPath === 'articles/a.html' ? '../search.html' : 'search.html']);
  }
  expect(html(article(), every, { search: false })).not.toContain('<form');
});

test('feeds are linked where there are any, and no page shows a number of the archive', () => {
  const baseUrl = 'https://example.org/a/';
  const ends = links(html(article(), every, { baseUrl }), 'ways').map(
    (link) => link.split(' → ')[0],
  );
  expect(ends.slice(-3)).toEqual(['RSS', 'Atom', 'JSON']);
  expect(links(html(article()), 'ways').join()).not.toContain('feed');
  const dates = [[2015, 7, 21, 3]] as const;
  const frameOf = (source: string): string => source.replace(/<main.*<\/main>/s, '');
  expect(frameOf(html(overview('dates/2015/index.html', { dates })))).toBe(
    frameOf(html(overview('dates/2015/index.html', { dates: [...dates, [2015, 8, 1, 99]] }))),
  );
});

test('with a baseUrl pages preload the fonts of every page, and those of their interface’s direction', () => {
  const preloads = [
    { outputPath: 'assets/all.woff2', type: 'font/woff2' },
    { outputPath: 'assets/latin.woff2', type: 'font/woff2', direction: 'ltr' },
  ] as const;
  const preloaded = (settings: Partial<Config>): readonly string[] => {
    const site = siteFor(defineConfig(settings), { ...assets, preloads }, every);
    const page = article();
    const source = renderPage(page, builtInTemplates, site(page));
    return [...source.matchAll(/rel="preload" href="[^"]*?(\w+)\.woff2"/g)].map(
      ([, name = '']) => name,
    );
  };
  const baseUrl = 'https://example.org/';
  expect(preloaded({ baseUrl })).toEqual(['all']);
  expect(preloaded({ baseUrl, language: 'en' })).toEqual(['all', 'latin']);
  expect(preloaded({ language: 'en' })).toEqual([]);
});

test('the pages of a folder have the same site, those of others have another', () => {
  const site = siteFor(defineConfig({}), assets, every);
  const at = (outputPath: string) =>
    site({ ...overview('index.html'), kind: 'home', outputPath } as Page);
  expect(at('articles/a.html')).toBe(at('articles/b.html'));
  expect(at('articles/a.html').href('articles/b.html')).toBe('b.html');
  expect(at('articles/1/a.html').href('articles/b.html')).toBe('../b.html');
  expect(at('a.html').href('articles/ب.html')).toBe('articles/%D8%A8.html');
});
