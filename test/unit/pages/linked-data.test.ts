import { expect, test } from 'vitest';
import { defineConfig } from '../../../src/config/define.ts';
import { messagesFor } from '../../../src/i18n/languages.ts';
import type { Metadata } from '../../../src/model/metadata.ts';
import type { Listing } from '../../../src/model/page.ts';
import { articleKind, listingKindOf, type Page } from '../../../src/pages/kinds.ts';
import { attribute, named, parsePage, textContent } from '../../support/dom.ts';
import { alone, sampleEntry } from '../../support/sample-archive.ts';
import { compile, render } from '../../support/samples.ts';

const settings = { name: 'أرشيف </script> الصحف', baseUrl: 'https://example.org/a/' };
const site = { config: defineConfig(settings), messages: messagesFor('ar') };

/** The linked data of a page, parsed from its script elements. */
const dataOf = (page: Page): readonly unknown[] =>
  named(parsePage(render(page, settings)), 'script').map((script) => {
    expect(attribute(script, 'type')).toBe('application/ld+json');
    return JSON.parse(textContent(script));
  });

const articleOf = (metadata: Metadata): Page => {
  const { value } = compile('وصلت القافلة إلى المدينة فجرًا.', { id: 'a1', ...metadata });
  return articleKind.page(alone(value), site);
};

const hostile = [
  '</script><script>alert(1)</script>',
  '<!--<script>',
  ']]><!-- </SCRIPT \n>',
  '"}]}</script>',
  '\u2028\\u003c/script>\\',
];

test.each(hostile)('%j in an article stays one string of one JSON-LD block', (words) => {
  const metadata = { title: words, source: words, section: words, authors: [words] };
  expect(dataOf(articleOf({ ...metadata, topics: [words], dateline: words }))).toEqual([
    expect.objectContaining({
      ...{ '@type': 'NewsArticle', headline: words, articleSection: words, dateline: words },
      ...{ keywords: [words], publisher: { '@type': 'Organization', name: words } },
    }),
  ]);
});

test.each(hostile)('%j in the name of a listing stays one string of one JSON-LD block', (words) => {
  const set = { of: 'term', term: 'subject', slug: 'x', name: words } as const;
  const listing: Listing = {
    entries: [{ ...sampleEntry(1), title: words, description: words }, sampleEntry(2)],
    ...{ number: 1, extent: { articles: 2 }, newer: undefined, older: undefined },
  };
  const page = listingKindOf(set).page(set, 'subjects/x.html', listing, site);
  expect(dataOf(page)).toEqual([
    {
      ...{ '@context': 'https://schema.org', '@type': 'CollectionPage', name: words },
      '@id': 'https://example.org/a/subjects/x.html',
      url: 'https://example.org/a/subjects/x.html',
      inLanguage: 'ar',
      isPartOf: {
        ...{ '@type': 'WebSite', name: settings.name },
        url: 'https://example.org/a/index.html',
      },
      mainEntity: {
        ...{ '@type': 'ItemList', numberOfItems: 2 },
        itemListElement: [
          'https://example.org/a/articles/1.html',
          'https://example.org/a/articles/2.html',
        ],
      },
    },
  ]);
});

test('without baseUrl a listing has no linked data', () => {
  const set = { of: 'all' } as const;
  const listing = { entries: [], number: 1, extent: { articles: 0 } };
  const page = listingKindOf(set).page(
    set,
    'all/index.html',
    { ...listing, newer: undefined, older: undefined },
    { ...site, config: defineConfig({}) },
  );
  expect(page.head).toMatchObject({ tags: [], linkedData: undefined });
});
