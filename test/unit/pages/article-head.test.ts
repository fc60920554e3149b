import { expect, test } from 'vitest';
import { parseEdtf } from '../../../src/calendar/edtf.ts';
import type { Metadata } from '../../../src/model/metadata.ts';
import { articleHead } from '../../../src/pages/article-head.ts';
import { articleLanguage } from '../../../src/pages/article-language.ts';
import { sampleArticle } from '../../support/samples.ts';

const context = {
  siteName: 'أرشيف الصحف',
  language: 'ar',
  permalink: 'https://example.org/a1.html',
};

const dated = (text: string): Metadata => {
  const date = parseEdtf(text);
  return date === undefined ? {} : { date };
};

const whole: Metadata = {
  ...{ title: 'قمة القاهرة', authors: ['ليلى حداد', 'سامر العلي'], source: 'الشروق' },
  ...{ topics: ['سياسة'], issue: '12', page: '4', url: 'https://example.net/1' },
  ...dated('2015-07-21'),
};

const valuesOf = (metadata: Metadata, name: string, given = context): readonly string[] =>
  articleHead(sampleArticle('a1', metadata), given)
    .tags.filter((tag) => tag.name === name || tag.property === name)
    .map(({ content }) => content);

const linked = (metadata: Metadata, given = context) =>
  JSON.parse(articleHead(sampleArticle('a1', metadata), given).linkedData ?? 'null');

test.each([
  ['citation_title', ['قمة القاهرة']],
  ['citation_author', ['ليلى حداد', 'سامر العلي']],
  ['citation_publication_date', ['2015/07/21']],
  ['DC.date', ['2015-07-21']],
  ['DC.publisher', ['الشروق']],
  ['DC.subject', ['سياسة']],
  ['DC.type', ['newspaperArticle']],
  ['og:type', ['article']],
  ['og:title', ['قمة القاهرة']],
  ['og:url', ['https://example.org/a1.html']],
  ['article:published_time', ['2015-07-21']],
])('%s is %j', (name, expected) => {
  expect(valuesOf(whole, name)).toEqual(expected);
});

test('linked data has the type, date, authors and source of a newspaper article', () => {
  expect(linked(whole)).toMatchObject({
    ...{ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'قمة القاهرة' },
    ...{ datePublished: '2015-07-21', inLanguage: 'ar', isBasedOn: 'https://example.net/1' },
    author: [
      { '@type': 'Person', name: 'ليلى حداد' },
      { '@type': 'Person', name: 'سامر العلي' },
    ],
    publisher: { '@type': 'Organization', name: 'الشروق' },
  });
});

test('an uncertain date is in citation metadata, but not in linked data', () => {
  expect(valuesOf(dated('1980~'), 'DC.date')).toEqual(['1980']);
  expect(linked(dated('1980~'))).not.toHaveProperty('datePublished');
  expect(valuesOf(dated('2015-07'), 'article:published_time')).toEqual([]);
});

test('without baseUrl the head contains no URL of the archive', () => {
  const { tags, linkedData } = articleHead(sampleArticle('a1', whole), {
    ...context,
    permalink: undefined,
  });
  expect(linkedData).toBeUndefined();
  expect(tags.filter(({ name, property }) => /url|identifier/.test(`${name} ${property}`))).toEqual(
    [],
  );
});

test('no title can end the JSON-LD block', () => {
  const head = articleHead(
    sampleArticle('a1', { title: '</script><script>alert(1)</script>' }),
    context,
  );
  expect(head.linkedData).not.toContain('<');
  expect(JSON.parse(head.linkedData ?? '').headline).toBe('</script><script>alert(1)</script>');
});

test('an Arabic article has the language Arabic in an English interface, unless it states another', () => {
  const of = (metadata: Metadata) => articleLanguage(sampleArticle('a1', metadata), 'en');
  expect(of({ title: 'قمة القاهرة' })).toBe('ar');
  expect(of({ title: 'قمة القاهرة', language: 'fa' })).toBe('fa');
  const { metadata, ...rest } = sampleArticle('a1', {});
  expect(articleLanguage({ ...rest, metadata, title: 'Port', description: 'Opened.' }, 'en')).toBe(
    'en',
  );
});
