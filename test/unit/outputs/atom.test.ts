import { expect, test } from 'vitest';
import { parseEdtf } from '../../../src/calendar/edtf.ts';
import { defineConfig } from '../../../src/config/define.ts';
import { arabicSite as ar } from '../../../src/i18n/ar/site.ts';
import type { Entry } from '../../../src/model/page.ts';
import { atom } from '../../../src/outputs/atom.ts';

const entry = (given: Partial<Entry> = {}): Entry => ({
  ...{ id: 'a', outputPath: 'articles/a.html', title: 'عنوان', description: 'وصف' },
  ...{ date: undefined, source: undefined, readingMinutes: 1, language: undefined },
  ...given,
});

const config = defineConfig({ baseUrl: 'https://example.org/a/', name: 'أرشيف «صحف»' });

const feed = (entries: readonly Entry[]): string =>
  atom({
    ...{ config, messages: ar, title: 'الأهرام <b>' },
    ...{ outputPath: 'sources/x.xml', pagePath: 'sources/x.html', entries },
  }) ?? '';

const updates = (source: string): readonly (string | undefined)[] =>
  [...source.matchAll(/<updated>([^<]+)</g)].map((match) => match[1]);

test('without baseUrl there is no feed', () => {
  const content = {
    messages: ar,
    title: '',
    outputPath: 'atom.xml',
    pagePath: 'index.html',
    entries: [],
  };
  expect(atom({ ...content, config: defineConfig({}) })).toBeUndefined();
});

test('an entry in another language than the feed has its language', () => {
  const source = feed([entry({ language: 'fr' }), entry({ language: 'ar' }), entry()]);
  expect(source.match(/<entry[^>]*>/g)).toEqual(['<entry xml:lang="fr">', '<entry>', '<entry>']);
});

test('a feed and its entries have the elements that RFC 4287 requires: id, title, time, author', () => {
  const source = feed([entry({ source: 'الأهرام' })]);
  expect(source).toContain('<id>https://example.org/a/sources/x.xml</id>');
  expect(source).toContain('<link href="https://example.org/a/sources/x.html"/>');
  expect(source).toContain('<title>الأهرام &lt;b&gt;</title>');
  expect(source).toContain('<author><name>أرشيف «صحف»</name></author>');
  expect(source).toContain('<id>https://example.org/a/articles/a.html</id>');
  expect(source).toContain('<author><name>الأهرام</name></author>');
});

test('the feed has the time of its newest article, whatever their order', () => {
  const dates = ['2015-07-20', '2016-01-02', '1980~'].map((date) =>
    entry({ date: parseEdtf(date) }),
  );
  expect(updates(feed(dates))).toEqual([
    '2016-01-02T00:00:00Z',
    '2015-07-20T00:00:00Z',
    '2016-01-02T00:00:00Z',
    '1980-01-01T00:00:00Z',
  ]);
  expect(updates(feed([entry()]))).toEqual(['1970-01-01T00:00:00Z', '1970-01-01T00:00:00Z']);
});

test('only a certain day is given as the day of publication', () => {
  const certain = feed([entry({ date: parseEdtf('2015-07-20') })]);
  expect(certain).toContain('<published>2015-07-20T00:00:00Z</published>');
  for (const date of ['2015-07-20?', '2015-07', '2015~']) {
    expect(feed([entry({ date: parseEdtf(date) })]), date).not.toContain('<published>');
  }
});
