import { expect, test } from 'vitest';
import { defineConfig } from '../../../src/config/define.ts';
import { messagesFor } from '../../../src/i18n/languages.ts';
import type { Config } from '../../../src/model/config.ts';
import type { Metadata } from '../../../src/model/metadata.ts';
import type { Listing } from '../../../src/model/page.ts';
import type { Page } from '../../../src/pages/kinds.ts';
import { articleKind, listingKindOf, overviewKinds } from '../../../src/pages/kinds.ts';
import type { Collection } from '../../../src/pages/page-kind.ts';
import { renderPage, siteFor } from '../../../src/pages/render-page.ts';
import { builtInTemplates } from '../../../src/pages/templates.ts';
import {
  alone,
  type Sample,
  sampleArticle,
  sampleContext,
  sampleEntry,
  sampleTerm,
} from '../../support/sample-archive.ts';

function html(page: Page, settings: Partial<Config> = {}): string {
  const assets = { styles: [], preloads: [], icon: 'assets/icon.svg' };
  const site = siteFor(defineConfig(settings), assets);
  return renderPage(page, builtInTemplates, site(page));
}

const text = (source: string): string => source.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');

function overview(outputPath: string, sample: Sample): string {
  const pages = overviewKinds.flatMap((kind): Page[] => [...kind.pages(sampleContext(sample))]);
  const page = pages.find((found) => found.outputPath === outputPath);
  return page === undefined ? '' : html(page);
}

function listed(collection: Collection, number: number, given: Partial<Listing>): string {
  const kind = listingKindOf(collection);
  const listing = { entries: [], number, extent: undefined, newer: undefined, older: undefined };
  const config = defineConfig({});
  const site = { config, messages: messagesFor(config.language) };
  return html(
    kind.page(collection, kind.outputPath(collection, number), { ...listing, ...given }, site),
  );
}

const article = (metadata: Metadata): string =>
  html(articleKind.page(alone(sampleArticle(metadata)), sampleContext()));

const ahram: Collection = { of: 'term', term: 'source', slug: 'الأهرام', name: 'الأهرام' };

test('link previews show what the page says of itself; each of these words stands in the head once', () => {
  const page = article({});
  expect(page).toContain(
    '<meta name="description" content="مطلع المقال" property="og:description">',
  );
  expect(page).toContain('<meta name="citation_title" content="عنوان المقال" property="og:title">');
  expect(page.match(/<meta [^>]*og:(?:title|description)/g)).toHaveLength(2);
});

test('pages link to the favicon from their folder', () => {
  expect(article({})).toContain('<link rel="icon" href="../assets/icon.svg">');
});

test('an article’s date, source and writers are links', () => {
  const date = {
    edtf: '2015-07-21',
    year: 2015,
    month: 7,
    day: 21,
    uncertain: false,
    approximate: false,
  };
  const source = article({ date, source: 'الأهرام', authors: ['سعاد علي', 'طه'] });
  expect(source).toContain('<a href="../dates/2015/07/21.html"><time datetime="2015-07-21">');
  expect(source).toContain(`href="../sources/${encodeURIComponent('الأهرام.html')}"`);
  expect(source).toContain(`href="../authors/${encodeURIComponent('سعاد-علي.html')}"`);
  expect(text(/<p class="byline">.*/.exec(source)?.[0] ?? '')).toBe('سعاد علي، طه');
});

test('a byline is printed unchanged, with whole names in it linked and other authors after it', () => {
  const source = article({ byline: 'كتبت: سعاد علي', authors: ['سعاد علي', 'سعاد', 'عل'] });
  const line = /<p class="byline">.*/.exec(source)?.[0] ?? '';
  expect(text(line)).toBe('كتبت: سعاد علي');
  expect(line.match(/<a /g)).toHaveLength(1);
  expect(/<p class="facts">.*/.exec(source)?.[0]).toContain(encodeURIComponent('عل.html'));
});

test('an article without metadata has no links to terms and no empty facts', () => {
  const source = article({});
  expect(source).not.toMatch(/class="byline"|href="\.\.\/(?:dates|sources|authors)/);
});

test('the newest page of a listing shows the extent of the collection, an older one only its own number', () => {
  const entries = [sampleEntry(2), sampleEntry(1)];
  const newest = listed(ahram, 3, { entries, extent: { articles: 102, years: [2014, 2016] } });
  expect(text(newest)).toContain('١٠٢ مقال');
  expect(text(newest)).toContain('٢٠١٤–٢٠١٦');
  const older = listed(ahram, 2, { entries, newer: 'sources/x.html', older: 'sources/x/1.html' });
  expect(text(older)).toContain('الصفحة ٢ (الأولى أقدمها)');
  expect(text(older)).not.toMatch(/١٠٢|٢٠١٦/);
  expect(older).toContain('rel="prev" href="../x.html"');
  expect(older).toContain('rel="next" href="../x/1.html"');
  expect(older.match(/<li class="entry" data-entry="/g)).toHaveLength(2);
});

test('a page of a long listing leads to its neighbours, both ends and older pages by number; only the newest counts', () => {
  const pathOf = (number: number) => `sources/x/${number}.html`;
  const older = [63, 62, 61].map((number) => ({ number, outputPath: pathOf(number) }));
  const ends = { newest: 'sources/x.html', oldest: pathOf(1) };
  const middle = listed(ahram, 64, {
    ...{ entries: [sampleEntry(1)], newer: pathOf(65), older: pathOf(63) },
    pages: { total: undefined, ...ends, older },
  });
  expect(middle.match(/(?<=<nav class="pager"[\s\S]*)href="[^"]+"/g)?.slice(0, 4)).toEqual([
    ...['href="../x.html"', 'href="../x/65.html"'],
    ...['href="../x/63.html"', 'href="../x/1.html"'],
  ]);
  expect(middle.match(/(?<=<details class="jump">[\s\S]*)<a href="[^"]+">[٠-٩]+<\/a>/g)).toEqual([
    ...['<a href="../x/63.html">٦٣</a>', '<a href="../x/62.html">٦٢</a>'],
    '<a href="../x/61.html">٦١</a>',
  ]);
  expect(text(middle)).not.toContain(' من ٦');
  const newest = listed(ahram, 64, {
    ...{ entries: [sampleEntry(1)], extent: { articles: 3214 }, older: pathOf(63) },
    pages: { total: 64, newest: undefined, oldest: pathOf(1), older },
  });
  expect(text(newest)).toContain('الصفحة ٦٤ من ٦٤');
  // The ends that are neighbours are not named twice, and few pages need no numbers.
  const second = listed(ahram, 2, {
    ...{ entries: [sampleEntry(1)], newer: 'sources/x.html', older: pathOf(1) },
    pages: { total: undefined, ...ends, older: [{ number: 1, outputPath: pathOf(1) }] },
  });
  expect(text(second)).not.toMatch(/أحدث المقالات|أقدم المقالات|انتقل إلى صفحة/);
});

test('a list divided by source shows each with its articles, twelve at once', () => {
  const parts = Array.from({ length: 14 }, (_, i) => ({
    ...{ name: i === 13 ? undefined : `مصدر ${'أبتثجحخدذرزسش'[i]}`, articles: 20 - i },
    outputPath: `sources/x/sources/${i}.html`,
  }));
  const source = listed(ahram, 3, {
    ...{ entries: [sampleEntry(1)], extent: { articles: 190 } },
    sources: { parts, index: 'sources/index.html' },
  });
  const [shown = '', others = ''] =
    /<nav class="part sources"[\s\S]*?<\/nav>/.exec(source)?.[0].split('<details>') ?? [];
  expect(shown).toContain('<bdi dir="rtl">مصدر أ</bdi></a> <span>٢٠ مقالًا</span>');
  expect(shown.match(/<li>/g)).toHaveLength(12);
  expect(others.match(/<li>/g)).toHaveLength(2);
  expect(text(others)).toContain('بقية المصادر (٢)');
  expect(text(others)).toContain('بلا مصدر ٧ مقالات');
  expect(others).toContain('href="../index.html">كل المصادر</a>');
});

test('a list of one source says so, and a list without articles says what to do', () => {
  const date = { year: 2015, month: 7, day: 21 };
  const source = { slug: 'الأهرام', name: 'الأهرام' };
  const part = listed({ of: 'date', date, source }, 1, { extent: { articles: 3 } });
  expect(part).toContain('<h1>٢١ يوليو ٢٠١٥: <bdi dir="rtl">الأهرام</bdi></h1>');
  expect(part).toContain('<title>مقالات ٢١ يوليو ٢٠١٥: الأهرام – ');
  const unknown = listed(
    { of: 'term', term: 'author', slug: 'x', name: 'سعاد', source: { slug: '', name: undefined } },
    1,
    {},
  );
  expect(text(unknown)).toContain('سعاد: بلا مصدر');
  const empty = listed({ of: 'all' }, 1, { extent: { articles: 0 } });
  expect(text(empty)).toContain('فضع ملفات النصوص في المجلد seeds، ثم نفّذ الأمر npx warraq build.');
});

test('a listing of one page has no pager', () => {
  expect(listed({ of: 'all' }, 1, { extent: { articles: 0 } })).not.toContain('pager');
});

test('the front page shows years and sources with their counts, and only indexes that exist', () => {
  const dates = [[2015, 7, 21, 3]] as const;
  const terms = [sampleTerm({ slug: 'الأهرام', articles: 3 })];
  const full = overview('index.html', { dates, terms });
  expect(full).toContain(
    '<a href="dates/2015/index.html"><b>٢٠١٥</b> <span class="count">٣ مقالات</span></a>',
  );
  expect(full).toContain('href="sources/index.html"');
  expect(full).not.toContain('href="authors/index.html"');
  expect(overview('index.html', { dates })).not.toContain('sources');
  expect(overview('index.html', {})).not.toMatch(/href="(?:dates|sources|authors)/);
});

test('markup in a name stays text', () => {
  const terms = [sampleTerm({ slug: 'x', name: '<b>$&' })];
  expect(overview('sources/index.html', { terms })).toContain('&lt;b&gt;$&amp;');
  const collection: Collection = { of: 'term', term: 'author', slug: 'x', name: '<b>$&' };
  expect(listed(collection, 1, { extent: { articles: 1 } })).not.toContain('<b>');
});

test('feeds are linked only where baseUrl is set', () => {
  const page: Page = {
    kind: 'not-found',
    outputPath: '404.html',
    title: '',
    description: '',
    data: {},
  };
  expect(html(page)).not.toContain('rss');
  expect(html(page, { baseUrl: 'https://example.org/a/' })).toContain(
    'type="application/rss+xml" title="أرشيف المقالات" href="https://example.org/a/feed.xml"',
  );
});
