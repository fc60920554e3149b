import { expect, test } from 'vitest';
import { parseEdtf } from '../../../src/calendar/edtf.ts';
import { defineConfig } from '../../../src/config/define.ts';
import { messagesFor } from '../../../src/i18n/languages.ts';
import type { Metadata } from '../../../src/model/metadata.ts';
import { articleKind } from '../../../src/pages/kinds.ts';
import { attribute, named, parsePage } from '../../support/dom.ts';
import { alone } from '../../support/sample-archive.ts';
import { compile, render } from '../../support/samples.ts';

const settings = { name: 'أرشيف الصحف', baseUrl: 'https://example.org/a/' };

/** The published page of an article. */
function published(metadata: Metadata): string {
  const { value: article } = compile('وصلت القافلة إلى المدينة فجرًا.', { id: 'a1', ...metadata });
  const site = { config: defineConfig(settings), messages: messagesFor('ar') };
  return render(articleKind.page(alone(article), site), settings);
}

/** The item that Zotero saves for a page. */
interface ZoteroItem {
  readonly [field: string]: string | readonly string[] | undefined;
}

/**
 * Reads a page as Zotero's translators «Embedded Metadata» and «RDF» do: `name` or `property`, letter
 * case and the character after the prefix are ignored; Highwire's fields precede the others.
 */
function zotero(html: string): ZoteroItem {
  const found = new Map<string, string[]>();
  for (const meta of named(parsePage(html), 'meta')) {
    const name = (attribute(meta, 'name') ?? attribute(meta, 'property'))?.replace(/[.:_]/, ':');
    const content = attribute(meta, 'content');
    if (name === undefined || content === undefined) continue;
    const key = name.toLowerCase();
    found.set(key, [...(found.get(key) ?? []), content]);
  }
  const all = (...names: readonly string[]): readonly string[] =>
    names.flatMap((name) => [found.get(name) ?? []]).find((values) => values.length > 0) ?? [];
  const one = (...names: readonly string[]): string | undefined => all(...names)[0];
  return {
    // Dublin Core's type is explicit; for «article» of Open Graph Zotero assumes a journal.
    itemType: one('dc:type'),
    title: one('citation:title', 'dc:title', 'og:title'),
    creators: all('citation:author', 'dc:creator'),
    publicationTitle: one('citation:journal_title', 'dc:source', 'og:site_name'),
    section: one('article:section'),
    date: one('citation:publication_date', 'dc:date'),
    pages: one('citation:firstpage'),
    language: one('citation:language', 'dc:language'),
    url: one('citation:public_url', 'og:url'),
    rights: one('dc:rights'),
    abstractNote: one('og:description', 'description'),
    tags: all('dc:subject'),
  };
}

const day = parseEdtf('2015-07-21');

test('Zotero saves a newspaper article with all fields of a citation', () => {
  const metadata: Metadata = {
    ...(day && { date: day }),
    ...{ title: 'قمة "القاهرة" & ما بعدها', source: 'الشروق', section: 'الثقافة' },
    ...{ authors: ['ليلى حداد', 'سامر العلي'], topics: ['سياسة', 'قمم'], page: '4', issue: '12' },
    ...{ standfirst: 'اتفق الوزراء.', rights: '© الشروق' },
  };
  expect(zotero(published(metadata))).toEqual({
    itemType: 'newspaperArticle',
    title: 'قمة "القاهرة" & ما بعدها',
    creators: ['ليلى حداد', 'سامر العلي'],
    publicationTitle: 'الشروق',
    section: 'الثقافة',
    date: '2015/07/21',
    pages: '4',
    language: 'ar',
    url: 'https://example.org/a/articles/a1.html',
    rights: '© الشروق',
    abstractNote: 'اتفق الوزراء.',
    tags: ['سياسة', 'قمم'],
  });
});

test('unknown fields of an article are not invented', () => {
  expect(zotero(published({}))).toMatchObject({
    ...{ itemType: 'newspaperArticle', title: 'وصلت القافلة إلى المدينة فجرًا', creators: [] },
    ...{ section: undefined, date: undefined, pages: undefined, rights: undefined, tags: [] },
    // The archive's name.
    publicationTitle: 'أرشيف الصحف',
  });
});

test('a date without day or month is saved with that precision', () => {
  for (const [edtf, saved] of [
    ['2015-07', '2015/07'],
    ['1980', '1980'],
  ] as const) {
    const date = parseEdtf(edtf);
    expect(zotero(published({ ...(date && { date }) })).date).toBe(saved);
  }
});
