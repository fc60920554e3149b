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

test('a book of EPUB 2: day of publication, authors, names of chapters, notes, cover and contents', async () => {
  const page = (body: string): string =>
    `<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${body}</body></html>`;
  const story = 'في الصباح خرج الصيادون من المرفأ ولم يعودوا حتى المساء، وكان البحر هادئًا.';
  const item = (id: string, href: string): string =>
    `<item id="${id}" href="${href}" media-type="application/xhtml+xml"/>`;
  const book = zipOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container><rootfiles><rootfile full-path="OPS/b.opf"/></rootfiles></container>',
    'OPS/b.opf': `<package xmlns:dc="dc" xmlns:opf="opf"><metadata><dc:title>حكايات</dc:title><dc:creator opf:role="trl">سامي نور</dc:creator><dc:creator opf:role="aut">منى الحاج</dc:creator><dc:date opf:event="modification">2022-05-05</dc:date><dc:date opf:event="publication">1999-03-02</dc:date></metadata><manifest>${item('c', 'cover.xhtml')}${item('a', '%D8%A3%D9%88%D9%84.xhtml')}${item('n', 'notes.xhtml')}<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest><spine><itemref idref="c"/><itemref idref="a"/></spine><guide><reference type="cover" href="cover.xhtml"/></guide></package>`,
    'OPS/toc.ncx':
      '<ncx><navMap><navPoint><navLabel><text>الفصل الأول</text></navLabel><content src="%D8%A3%D9%88%D9%84.xhtml#a"/></navPoint></navMap></ncx>',
    'OPS/cover.xhtml': page('<img src="1.png"/>'),
    'OPS/أول.xhtml': page(
      `<p>${story}<sup><a href="#f">١</a></sup><a epub:type="noteref" href="notes.xhtml#n">٢</a></p><aside epub:type="footnote" id="f">حاشية أولى.</aside>`,
    ),
    'OPS/notes.xhtml': page('<p id="n">حاشية ثانية.</p>'),
  });
  const found: unknown[] = [];
  for await (const { article, excluded } of epubItems(book, { file: 'b.epub', name: 'b.epub' }))
    found.push(article ?? excluded);
  expect(found).toMatchObject([
    'page',
    {
      metadata: { title: 'الفصل الأول', authors: ['منى الحاج'], date: '1999-03-02' },
      body: `${story}[^1][^2]\n\n[^1]: حاشية أولى.\n\n[^2]: حاشية ثانية.\n`,
    },
  ]);
});
