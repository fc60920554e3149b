import { expect, test } from 'vitest';
import { defineConfig } from '../../../src/config/define.ts';
import { arabicSite as ar } from '../../../src/i18n/ar/site.ts';
import type { PlainDate } from '../../../src/model/date.ts';
import type { Entry } from '../../../src/model/page.ts';
import { feed, feedDate, feedSize } from '../../../src/outputs/feed.ts';

const config = defineConfig({ baseUrl: 'https://example.org/a/', name: 'أرشيف & «صحف»' });

const date = (year: number, month?: number, day?: number): PlainDate => ({
  edtf: '',
  year,
  ...(month === undefined ? {} : { month }),
  ...(day === undefined ? {} : { day }),
  uncertain: false,
  approximate: false,
});

const entry = (given: Partial<Entry> = {}): Entry => ({
  id: 'a',
  outputPath: 'articles/a.html',
  title: 'عنوان',
  description: 'وصف',
  date: undefined,
  source: undefined,
  readingMinutes: 1,
  language: undefined,
  ...given,
});

const made = (entries: readonly Entry[]): string => feed({ config, entries, messages: ar }) ?? '';

test('without baseUrl there is no feed', () => {
  expect(feed({ config: defineConfig({}), entries: [entry()], messages: ar })).toBeUndefined();
});

test('a feed has its own URL, its language, and the URLs of its articles', () => {
  const text = made([entry({ outputPath: 'مقالات/أ ب.html' })]);
  expect(text).toContain('<title>أرشيف &amp; «صحف»</title>');
  expect(text).toContain('<language>ar</language>');
  expect(text).toContain('<atom:link href="https://example.org/a/feed.xml" rel="self"');
  const link = `https://example.org/a/${encodeURIComponent('مقالات')}/${encodeURIComponent('أ ب.html')}`;
  expect(text).toContain(`<link>${link}</link>\n<guid isPermaLink="true">${link}</guid>`);
});

test('no text ends its element or contains characters that XML cannot', () => {
  const text = made([entry({ title: ']]><b>&"\'\u0001\ud800\uffff', description: 'a<b' })]);
  expect(text).toContain('<title>]]&gt;&lt;b&gt;&amp;&quot;&apos;</title>');
  expect(text).toContain('<description>a&lt;b</description>');
});

test('an article has a date only where its day is known and certain', () => {
  expect(feedDate(date(2017, 12, 12))).toBe('Tue, 12 Dec 2017 00:00:00 +0000');
  expect(feedDate(date(2000, 2, 29))).toBe('Tue, 29 Feb 2000 00:00:00 +0000');
  expect(feedDate(date(1900, 1, 1))).toBe('Mon, 01 Jan 1900 00:00:00 +0000');
  expect(feedDate(date(2017, 12))).toBeUndefined();
  expect(feedDate({ ...date(2017, 12, 12), uncertain: true })).toBeUndefined();
  expect(made([entry()])).not.toMatch(/pubDate|lastBuildDate/);
});

test('every weekday is correct', () => {
  for (let day = 0; day < 800_000; day += 997) {
    const real = new Date(Date.UTC(1801, 0, 1) + day * 86_400_000 * 0.25);
    const told = feedDate(date(real.getUTCFullYear(), real.getUTCMonth() + 1, real.getUTCDate()));
    expect(told?.slice(0, 16)).toBe(real.toUTCString().slice(0, 16));
  }
});

test('a feed holds the newest fifty articles', () => {
  const entries = Array.from({ length: 60 }, (_, i) =>
    entry({ id: `${i}`, outputPath: `${i}.html` }),
  );
  const text = made(entries);
  expect(text.match(/<item>/g)).toHaveLength(feedSize);
  expect(text).toContain('/49.html');
  expect(text).not.toContain('/50.html');
});
