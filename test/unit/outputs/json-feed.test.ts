import { expect, test } from 'vitest';
import { parseEdtf } from '../../../src/calendar/edtf.ts';
import { defineConfig } from '../../../src/config/define.ts';
import { arabicSite as ar } from '../../../src/i18n/ar/site.ts';
import type { Entry } from '../../../src/model/page.ts';
import { jsonFeed } from '../../../src/outputs/json-feed.ts';

const config = defineConfig({ baseUrl: 'https://example.org/a/', name: 'أرشيف «صحف»' });

const entry = (given: Partial<Entry> = {}): Entry => ({
  ...{ id: 'a', outputPath: 'articles/a.html', title: 'عنوان', description: 'وصف' },
  ...{ date: undefined, source: undefined, readingMinutes: 1, language: undefined },
  ...given,
});

const read = (entries: readonly Entry[]) =>
  JSON.parse(jsonFeed({ config, entries, messages: ar }) ?? '');

test('without baseUrl there is no feed', () => {
  expect(jsonFeed({ config: defineConfig({}), entries: [entry()], messages: ar })).toBeUndefined();
});

test('a feed has its version, its URL, its language and its articles', () => {
  expect(read([entry({ outputPath: 'مقالات/أ.html', date: parseEdtf('2015-07-21') })])).toEqual({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'أرشيف «صحف»',
    description: config.description,
    language: 'ar',
    home_page_url: 'https://example.org/a/index.html',
    feed_url: 'https://example.org/a/feed.json',
    items: [
      {
        id: `https://example.org/a/${encodeURIComponent('مقالات')}/${encodeURIComponent('أ')}.html`,
        url: `https://example.org/a/${encodeURIComponent('مقالات')}/${encodeURIComponent('أ')}.html`,
        ...{ title: 'عنوان', content_text: 'وصف', date_published: '2015-07-21T00:00:00Z' },
      },
    ],
  });
});

test.each(['2015-07', '2015-07-21?', '2015~'])(
  'the date %s is left out, because the feed cannot express it',
  (text) => {
    expect(read([entry({ date: parseEdtf(text) })]).items[0]).not.toHaveProperty('date_published');
  },
);

test('a feed holds the newest fifty articles', () => {
  expect(
    read(Array.from({ length: 60 }, (_, i) => entry({ outputPath: `${i}.html` }))).items,
  ).toHaveLength(50);
});
