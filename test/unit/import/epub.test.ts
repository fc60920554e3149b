import { expect, test } from 'vitest';
import { epubItems } from '../../../src/import/epub.ts';
import type { ImportResult } from '../../../src/import/imported-article.ts';
import { epub, pixel, zipOf } from '../../support/office-files.ts';

async function itemsOf(bytes: Uint8Array): Promise<readonly ImportResult[]> {
  const items: ImportResult[] = [];
  for await (const item of epubItems(bytes, { file: 'b.epub', name: 'b.epub' })) items.push(item);
  return items;
}

const page = (body: string, title = '') =>
  `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${title}</title></head><body>${body}</body></html>`;

test('each chapter is an article, with the title of its heading, its pictures and the metadata of the book', async () => {
  const items = await itemsOf(
    epub({
      cover: page('<h1>مجلة البيدر</h1>'),
      nav: page(
        '<ol><li><a href="a.xhtml">فهرس طويل فيه كلمات كثيرة تكفي لتكون مقالا</a></li></ol>',
      ),
      a: page(
        '<h1>موسم الحصاد</h1><p>بدأ موسم الحصاد في السهول الشمالية مبكرا هذا العام.</p><img src="../images/1.png" alt="سنابل"/>',
      ),
      b: page(
        '<p>خرج المزارعون إلى الحقول قبل الفجر كعادتهم كل عام في هذا الوقت.</p>',
        'قبل الفجر',
      ),
    }),
  );
  expect(items.map(({ article, excluded }) => excluded ?? article?.metadata.title)).toEqual([
    ...['empty', 'page'],
    ...['موسم الحصاد', 'قبل الفجر'],
  ]);
  const article = items[2]?.article;
  expect(article?.metadata).toMatchObject({
    authors: ['هيئة التحرير'],
    date: '2015-03-01',
    source: 'مجلة البيدر - العدد ٥',
  });
  expect(article?.body).not.toContain('موسم الحصاد\n');
  expect(article?.body).toContain('![سنابل](../images/1.png)');
  const picture = article?.pictures?.('../images/1.png');
  expect(picture !== undefined && 'read' in picture && picture.read()).toEqual(pixel);
});

test.each([
  ['no package', Buffer.from('نص'), 'zip'],
  ['a package without a container', zipOf({ mimetype: 'application/epub+zip' }), 'damaged'],
  [
    'a package document that is not well-formed',
    zipOf({
      'META-INF/container.xml': '<container><rootfile full-path="a"/></container>',
      a: '<x',
    }),
    'damaged',
  ],
])('%s is refused with its reason', async (_, bytes, fault) => {
  const items = await itemsOf(bytes);
  expect(items.flatMap(({ diagnostics }) => diagnostics.map(({ values }) => values))).toMatchObject(
    [{ fault }],
  );
});

test('a chapter that is missing is told, and the others are imported', async () => {
  const whole = epub({ a: page('<p>نص طويل يكفي ليكون مقالا في هذه المجلة الشهرية القديمة.</p>') });
  const renamed = Buffer.from(
    whole.toString('latin1').replaceAll('text/a.xhtml', 'text/b.xhtml'),
    'latin1',
  );
  const items = await itemsOf(renamed);
  expect(items.map(({ article }) => article === undefined)).toEqual([true]);
  expect(items[0]?.diagnostics.map(({ rule }) => rule)).toEqual(['zip-entry']);
});
