import { expect, test } from 'vitest';
import { parseEdtf } from '../../../src/calendar/edtf.ts';
import { defineConfig } from '../../../src/config/define.ts';
import { siteMessages } from '../../../src/i18n/site-messages.ts';
import type { ArticleContext } from '../../../src/model/archive.ts';
import type { Article } from '../../../src/model/article.ts';
import type { Config } from '../../../src/model/config.ts';
import type { Metadata } from '../../../src/model/metadata.ts';
import { articleKind } from '../../../src/pages/kinds.ts';
import { renderPage, type SharedAssets, siteFor } from '../../../src/pages/render-page.ts';
import { builtInTemplates } from '../../../src/pages/templates.ts';
import { alone, sampleArticle, sampleEntry } from '../../support/sample-archive.ts';

const assets: SharedAssets = { styles: [], preloads: [] };

const day = (text: string) => {
  const date = parseEdtf(text);
  return date === undefined ? {} : { date };
};

interface Given {
  readonly article?: Partial<Article>;
  readonly context?: Partial<ArticleContext>;
  readonly settings?: Partial<Config>;
  readonly assets?: Partial<SharedAssets>;
}

function pageOf(metadata: Metadata, given: Given = {}): string {
  const config = defineConfig({ name: 'أرشيف المدينة', ...given.settings });
  const article = { ...sampleArticle(metadata), ...given.article };
  const context = { ...alone(article), ...given.context };
  const page = articleKind.page(context, { config, messages: siteMessages(config) });
  const site = siteFor(config, { ...assets, ...given.assets })(page);
  return renderPage(page, builtInTemplates, site);
}

const text = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const cited = (html: string): string =>
  text(/<p class="citation-text" data-citation>.*/.exec(html)?.[0] ?? '');

const factsOf = (html: string): string => text(/<p class="facts">.*/.exec(html)?.[0] ?? '');

test('below the text are subjects, related articles, neighbours, citation, origin, and the way to report a mistake', () => {
  const html = pageOf(
    { topics: ['موانئ'] },
    {
      context: {
        newer: sampleEntry(1),
        related: [{ entry: sampleEntry(2), words: ['سد'], also: [] }],
      },
      settings: { feedback: 'mailto:desk@example.org' },
    },
  );
  const parts = ['data-lead', 'class="gathered"', 'class="related"', 'class="neighbours"'].concat([
    'data-citation',
    'class="provenance"',
    'class="feedback"',
  ]);
  const places = parts.map((part) => html.indexOf(part));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places).not.toContain(-1);
  expect(html).toMatch(
    /<details>\n<summary><h2>عن هذا النص<\/h2><\/summary>\n<dl id="provenance">/,
  );
  expect(html).toContain('data-archive-version');
});

test('a related article has its source and date, and its other publications', () => {
  const entry = { ...sampleEntry(2), source: 'الأهرام', ...day('2015-07-21') };
  const also = [{ ...sampleEntry(3), source: 'الحياة', ...day('2015-07-22') }, sampleEntry(4)];
  const html = pageOf({}, { context: { related: [{ entry, words: ['سد', 'نيل'], also }] } });
  const related = text(/<section class="related".*?<\/section>/s.exec(html)?.[0] ?? '');
  expect(related).toBe(
    'مقالات ذات صلة مقال 2 الأهرام ٢١ يوليو ٢٠١٥ كلمات مشتركة: سد، نيل منشور أيضًا في الحياة (٢٢ يوليو ٢٠١٥)، مقال 4',
  );
});

test('neighbours that are the same in archive and source are shown once', () => {
  const [one, two, three] = [sampleEntry(1), sampleEntry(2), sampleEntry(3)];
  const count = (context: Partial<ArticleContext>): number =>
    pageOf({ source: 'الأهرام' }, { context }).match(/ rel="(?:prev|next)"/g)?.length ?? 0;
  expect(count({ newer: one, older: two, newerOfSource: one, olderOfSource: two })).toBe(2);
  expect(count({ newer: one, older: two, newerOfSource: one, olderOfSource: three })).toBe(3);
  expect(count({ newer: one, older: two, newerOfSource: three })).toBe(3);
});

test('the citation names the archive and the version of the text, without doubled signs', () => {
  const provenance = {
    path: 'a.txt',
    encoding: 'utf-8',
    sha256: 'ab'.repeat(32),
    bytes: 1,
  } as const;
  const article = { title: '«البلدية» تسأل: متى؟.', provenance };
  expect(cited(pageOf({ source: 'الأهرام', authors: ['ليلى حداد،'] }, { article }))).toBe(
    'ليلى حداد، «“البلدية” تسأل: متى؟»، الأهرام، أرشيف المدينة، نسخة النص abababababab',
  );
  const changed = { ...day('2015-07-21'), ...{ updated: parseEdtf('2016-01-02') } } as Metadata;
  expect(cited(pageOf(changed, { article }))).toContain('نسخة النص abababababab (٢ يناير ٢٠١٦)');
  expect(cited(pageOf({}, { article, settings: { language: 'en' } }))).toMatch(
    /, أرشيف المدينة, text version abababababab$/,
  );
  // The archive is not named twice, and a withheld name is not to be guessed by a hash.
  const { sha256: _, ...withheld } = provenance;
  expect(
    cited(pageOf({ source: 'أرشيف المدينة' }, { article: { ...article, provenance: withheld } })),
  ).toBe('«“البلدية” تسأل: متى؟»، أرشيف المدينة');
});

test('reading time and a repeated date are left out where they help nobody', () => {
  const once = { ...day('2015-07-21'), updated: parseEdtf('2015-07-21') } as Metadata;
  expect(factsOf(pageOf(once, { article: { readingMinutes: 2 } }))).toBe(
    '٢١ يوليو ٢٠١٥ ٥ شوال ١٤٣٦ هـ',
  );
  const twice = { ...day('2015-07-21'), updated: parseEdtf('2015-08-01') } as Metadata;
  expect(factsOf(pageOf(twice, { article: { readingMinutes: 3 } }))).toMatch(
    /حُدّث في ١ أغسطس ٢٠١٥ مدة القراءة: ٣ دقائق$/,
  );
  expect(pageOf({})).not.toContain('class="facts"');
});

test('an article without text says so', () => {
  const said = 'لا يضم الأرشيف نص هذا المقال';
  expect(pageOf({})).not.toContain(said);
  const hidden = { kind: 'paragraph', text: 'عنوان', hidden: true } as const;
  for (const lead of [[], [hidden], [{ kind: 'separator' } as const]]) {
    expect(pageOf({}, { article: { lead } })).toContain(said);
  }
  expect(pageOf({ url: 'https://example.net/1' }, { article: { lead: [] } })).toMatch(
    /data-no-text>[^<]*<a href="https:\/\/example\.net\/1">/,
  );
});

test('a report of a mistake names the page and its title', () => {
  const feedback = 'https://example.org/report?u={url}&t={title}';
  const link = (settings: Partial<Config>): string =>
    /<p class="feedback"><a href="([^"]*)"/.exec(pageOf({}, { settings }))?.[1] ?? '';
  const title = encodeURIComponent('عنوان المقال');
  expect(link({ feedback })).toBe(`https://example.org/report?u=articles%2Fa.html&amp;t=${title}`);
  expect(link({ feedback, baseUrl: 'https://example.org/a/' })).toContain(
    '?u=https%3A%2F%2Fexample.org%2Fa%2Farticles%2Fa.html&amp;',
  );
  expect(pageOf({})).not.toContain('class="feedback"');
});

test('a page without a picture of its own has that of the site', () => {
  const preview = { outputPath: 'assets/cover.jpg', mediaType: 'image/jpeg' };
  const image = (given: Given): readonly string[] =>
    [...pageOf({}, given).matchAll(/property="og:image" content="([^"]*)"/g)].map(
      ([, url = '']) => url,
    );
  const settings = { baseUrl: 'https://example.org/a/' };
  expect(image({ settings, assets: { preview } })).toEqual([
    'https://example.org/a/assets/cover.jpg',
  ]);
  expect(image({ assets: { preview } })).toEqual([]);
  expect(image({ settings })).toEqual([]);
  const pictures = [
    {
      ...{ outputPath: 'assets/own.png', mediaType: 'image/png', width: 9, height: 9 },
      ...{ bytes: 1, alt: '', sha256: '00', source: 'own.png' },
    },
  ];
  expect(image({ settings, assets: { preview }, article: { pictures } })).toEqual([
    'https://example.org/a/assets/own.png',
  ]);
});
