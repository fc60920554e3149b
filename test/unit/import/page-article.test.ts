import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodePage } from '../../../src/import/encodings.ts';
import { pageArticle } from '../../../src/import/page-article.ts';
import { fixture } from '../../support/paths.ts';

const pages = fixture('imports/pages');
const readFile = (name: string) =>
  pageArticle(decodePage(readFileSync(join(pages, name)), name).value, { file: name, name });
const readHtml = (html: string, name = 'a.html') => pageArticle(html, { file: name, name });

const sentence = 'وصلت القافلة إلى المدينة مساء أمس بعد رحلة طويلة عبر الجبال والأودية. ';
const text = `<p>${sentence.repeat(3)}</p>`.repeat(4);
const page = (head: string, body = `<article>${text}</article>`) =>
  readHtml(`<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`);
const linked = (json: string) => page(`<script type="application/ld+json">${json}</script>`);

test('a current page gives its article without navigation and advertising', async () => {
  const { article } = await readFile('dam.html');
  expect(article?.metadata).toEqual({
    aliases: ['/news/2016/10/03/dam/'],
    title: 'السد القديم يعود إلى العمل',
    standfirst: 'مئة عامل أعادوا بناءه حجرًا حجرًا في سنتين.',
    authors: ['رنا قاسم'],
    date: '2016-10-03',
    source: 'صحيفة الوادي',
    section: 'محليات',
    topics: ['المياه', 'السدود'],
    url: 'https://wadi.example/news/2016/10/03/dam',
  });
  expect(article?.names).toEqual(['dam']);
  expect(article?.format).toBe('markdown');
  expect(article?.body).toMatch(/^نشر في 4 أكتوبر\n\nأعلنت هيئة المياه/);
  expect(article?.body).toContain('\n\n## أيام الحجارة\n\n');
  expect(article?.body).toContain('\n\n> بنيناه كما بناه أجدادنا');
  expect(article?.body).not.toMatch(/track|الأكثر قراءة|جميع الحقوق|غرد|رياضة/);
});

test('a page of 2003, in Windows-1256 with layout tables, gives its article in paragraphs', async () => {
  const { article } = await readFile('old.htm');
  expect(article?.metadata.title).toBe('المدرسة تفتح أبوابها');
  expect(article?.metadata.url).toBe('http://www.jabal.example/art.asp?id=118');
  const paragraphs = article?.body.split('\n\n') ?? [];
  expect(paragraphs[0]).toBe('الأحد 14 أيلول 2003');
  expect(paragraphs.map((one) => one.split(' ')[0]).slice(1, 4)).toEqual([
    'فتحت',
    'وقالت',
    'وينتظر',
  ]);
});

test('a list of links is not an article', async () => {
  const { article, excluded: leftOut, diagnostics } = await readFile('index.html');
  expect([article, leftOut]).toEqual([undefined, 'other']);
  expect(diagnostics).toMatchObject([{ rule: 'import-no-main-text', file: 'index.html' }]);
});

describe('metadata', () => {
  test('are read from meta elements, JSON-LD, time elements and the URL', async () => {
    const meta = await page(
      '<title>القافلة تصل - الواحة</title><meta name="citation_publication_date" content="2011/1/25"><meta name="citation_author" content="بقلم: هدى العلي"><meta name="citation_author" content="https://w.example/profile"><meta name="og:site_name" content="الواحة">',
    );
    expect(meta.article?.metadata).toMatchObject({
      date: '2011-01-25',
      authors: ['هدى العلي'],
      source: 'الواحة',
    });
    const path = await page('<link rel="canonical" href="https://w.example/2012/7/4/qafila">');
    expect(path.article?.metadata.date).toBe('2012-07-04');
    const front = await page('<link rel="canonical" href="https://w.example/">');
    expect([front.article?.url, front.article?.key]).toEqual([undefined, 'a.html']);
  });

  test.each([
    ['{"@type":"NewsArticle","headline":{"x":1},"author":[1,null,{"name":["أ"]}],"keywords":7}'],
    [`${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['{"@type":"NewsArticle","__proto__":{"headline":"مسموم"},"constructor":"x"}'],
    ['{"@type":'],
    [`[${'{"a":1},'.repeat(50_000)}{}]`],
  ])('that are not what they should be do no harm: %#', async (json) => {
    const { article } = await linked(json);
    expect(article?.body).toContain('وصلت القافلة');
    expect(article?.metadata.title).not.toBe('مسموم');
  });
});

describe('hostile pages', () => {
  test.each([
    ['deep', '<div>'.repeat(100_000)],
    ['of many elements', '<i></i>'.repeat(200_000)],
    ['of many attributes', `<p ${'a="1" '.repeat(20_000)}>`],
    ['of line ends', '<br>'.repeat(100_000)],
    ['cut off in a comment', '<!-- '],
  ])('%s ones end in a moment', async (_, start) => {
    const started = performance.now();
    await readHtml(`<html><body>${start}${text}`);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('nothing of a page is executed, and unsafe URLs become text', async () => {
    const { article } = await page(
      '<base href="javascript:x()">',
      `<article>${text}<p>${sentence}<a href="javascript:x()" onclick="x()">اضغط</a><img src=x onerror="globalThis.hurt = 1"></p><script>globalThis.hurt = 1</script></article>`,
    );
    expect(article?.body).toContain('اضغط');
    expect(article?.body).not.toMatch(/javascript|onerror|hurt/);
    expect('hurt' in globalThis).toBe(false);
  });
});
