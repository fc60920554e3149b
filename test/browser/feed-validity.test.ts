import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { jsonSchema, type Schema, xmlSchema } from '../support/browser/schemas.ts';
import { buildSite, copyFixture } from '../support/browser/site.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const dist = join(folder, 'dist');
const read = (place: string): string => readFileSync(join(dist, place), 'utf8');

/** Articles with text and dates that are hard to represent in a feed. */
const strange: Readonly<Record<string, string>> = {
  'tags.txt': `---
title: ']]>&<b>"عنوان"</b> \u{1F4F0}'
date: 1980~
source: 'صحف & <مجلات>'
topics: ['../../x', 'a&b', '؟']
url: https://example.org/?a=1&b=<2>
language: ar-EG
---
نص فيه <وسم> و & و ]]> و \u{200F}علامة.
`,
  ...Object.fromEntries(
    // A term has a feed from ten articles on.
    Array.from({ length: 10 }, (_, n) => [
      `term-${n}.txt`,
      `---\ntitle: خبر ${n} & <b>\ndate: 20${10 + n}~\nsource: 'صحف & <مجلات>'\nauthors: ['ليلى & <حداد>']\ntopics: ['a&b']\npeople: ['شكري <&>']\nplaces: ['الميناء']\nsection: 'أخبار & تقارير'\n---\nنص ${n}.\n`,
    ]),
  ),
  'empty-words.txt': '---\ntitle: "   "\ndate: 0001-01-01\n---\n؟\n',
  'in doubt & اسم.txt': '---\ndate: 1999-12?\nhijri: غرة رمضان\n---\nبلا عنوان ولا يوم معلوم.\n',
};

beforeAll(async () => {
  const baseUrl = 'https://xn--mgbh0fb.example/أرشيف & صحف/';
  copyFixture(folder, `name: 'أرشيف <&> "الميناء"'\nbaseUrl: ${JSON.stringify(baseUrl)}\n`);
  mkdirSync(join(folder, 'seeds/strange'));
  for (const [name, text] of Object.entries(strange)) {
    writeFileSync(join(folder, 'seeds/strange', name), text);
  }
  const { code, said } = await buildSite(folder, dist);
  expect(code, said).toBe(0);
});

const atom = xmlSchema('atom.rng');
const rss = xmlSchema('rss.rng');
const sitemap = xmlSchema('sitemap.xsd');
const jsonFeed = jsonSchema('json-feed.json');

test('the feeds of the site are valid', () => {
  expect(rss(read('feed.xml'))).toBeUndefined();
  expect(atom(read('atom.xml'))).toBeUndefined();
  expect(jsonFeed(read('feed.json'))).toBeUndefined();
});

test('the feeds of all sources, subjects, people, places and authors are valid', () => {
  const feeds = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((place) =>
    /^(?:sources|subjects|people|places|authors|sections)\/.*\.xml$/.test(place),
  );
  expect(new Set(feeds.map((place) => place.split('/')[0])).size).toBeGreaterThanOrEqual(5);
  for (const place of feeds) expect(atom(read(place)), place).toBeUndefined();
});

test('the sitemaps and their index are valid', () => {
  expect(sitemap(read('sitemap.xml'))).toBeUndefined();
  const parts = readdirSync(join(dist, 'sitemaps'));
  expect(parts).not.toEqual([]);
  for (const part of parts) expect(sitemap(read(`sitemaps/${part}`)), part).toBeUndefined();
});

/** Changes to valid files that the schemas must reject. */
const faults: readonly (readonly [string, Schema, string, string | RegExp, string])[] = [
  ['RSS without a version', rss, 'feed.xml', ' version="2.0"', ''],
  ['a channel without a description', rss, 'feed.xml', /<description>[^<]*<\/description>/, ''],
  ['a channel without a link to itself', rss, 'feed.xml', /<atom:link[^>]*>/, ''],
  ['an address with a letter outside ASCII', rss, 'feed.xml', '/articles/', '/مقالات/'],
  ['an item with no words', rss, 'feed.xml', /<item>[\s\S]*?<\/item>/, '<item></item>'],
  ['a date of another form', rss, 'feed.xml', /<pubDate>[^<]*/, '<pubDate>2017-12-12'],
  ['an element that RSS does not know', rss, 'feed.xml', '<item>', '<entry/><item>'],
  ['a guid that is no address', rss, 'feed.xml', /(<guid[^>]*>)[^<]*/, '$1a'],
  ['an Atom feed without an id', atom, 'atom.xml', /<id>[^<]*<\/id>/, ''],
  ['an entry without a time of change', atom, 'atom.xml', /(<entry>[\s\S]*?)<updated>.*/, '$1'],
  ['two titles', atom, 'atom.xml', '<title>', '<title>أ</title><title>'],
  ['a time without a zone', atom, 'atom.xml', /(<updated>[^<]*)Z/, '$1'],
  ['a day that does not exist', atom, 'atom.xml', /(<updated>)\d{4}-..-../, '$12017-02-30'],
  ['an id that is a relative address', atom, 'atom.xml', /<id>[^<]*/, '<id>atom.xml'],
  ['an author without a name', atom, 'atom.xml', /<name>[^<]*<\/name>/, ''],
  ['an Atom element out of place', atom, 'atom.xml', '<entry>', '<entry><name>أ</name>'],
  ['a feed of another namespace', atom, 'atom.xml', '2005/Atom', '2005/atom'],
  ['a sitemap without an address', sitemap, 'sitemaps/1.xml', /<loc>[^<]*<\/loc>/, ''],
  [
    'an address over 2,047 characters',
    sitemap,
    'sitemaps/1.xml',
    '<loc>',
    `<loc>https://e.org/${'a'.repeat(2047)}`,
  ],
  ['an address twice', sitemap, 'sitemaps/1.xml', /(<url>.*<\/url>)/, '$1$1'],
  ['a relative address', sitemap, 'sitemaps/1.xml', /<loc>[^<]*/, '<loc>articles/a.html'],
  ['an index that holds pages', sitemap, 'sitemap.xml', /sitemap>/g, 'url>'],
  ['another version of JSON Feed', jsonFeed, 'feed.json', 'version/1.1', 'version/1'],
  ['a JSON feed without a title', jsonFeed, 'feed.json', '"title"', '"titel"'],
  ['an item without content', jsonFeed, 'feed.json', '"content_text"', '"_content"'],
  ['an id that is a number', jsonFeed, 'feed.json', /"id": "[^"]*"/, '"id": 1'],
  ['a day instead of an instant', jsonFeed, 'feed.json', /("date_published": "[^"T]*)[^"]*/, '$1'],
];

test.each(faults)('the schema rejects: %s', (_, schema, place, what, put) => {
  const valid = read(place);
  const broken = valid.replace(what, put);
  expect(broken).not.toBe(valid);
  expect(schema(broken)).toBeDefined();
});

test('an extension of another namespace is accepted where Atom allows it', () => {
  const extended = read('atom.xml').replace('<entry>', '<entry><x:y xmlns:x="urn:x">أ</x:y>');
  expect(atom(extended)).toBeUndefined();
});
