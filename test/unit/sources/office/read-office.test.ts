import { expect, test } from 'vitest';
import { readOffice } from '../../../../src/sources/office/read-office.ts';
import {
  openDocument,
  wordParagraph as p,
  wordFile,
  wordPicture,
  zipOf,
} from '../../../support/office-files.ts';

/** The texts of a file, or the rules of its diagnostics where it cannot be read. */
async function textsOf(bytes: Uint8Array, split?: 'heading' | 'page') {
  const { value, diagnostics } = await readOffice(bytes, 'x.docx', split);
  if (value === undefined)
    return diagnostics.map(
      ({ rule, values }) => `${rule} ${'fault' in values ? values.fault : ''}`,
    );
  return value.articles.map(({ body }) => body);
}

test('a text without marks stays plain, so that its headings can be recovered', async () => {
  const { value } = await readOffice(
    wordFile(p('افتتاح الميناء') + p('قال المدير إن العمل بدأ.')),
    'x',
  );
  expect(value?.articles).toEqual([
    { format: 'text', body: 'افتتاح الميناء\n\nقال المدير إن العمل بدأ.\n' },
  ]);
});

test('headings of styles are headings; the title is the only one of level 1', async () => {
  const body = [
    p('صحيفة المرفأ'),
    p('افتتاح الميناء', { style: 'Title' }),
    p('نص أول.'),
    p('خلفية', { style: 'Heading1' }),
    p('نص ثان.'),
    p('تفاصيل', { style: 'Heading2' }),
    p('نص ثالث.'),
  ].join('');
  expect(await textsOf(wordFile(body))).toEqual([
    '# افتتاح الميناء\n\nصحيفة المرفأ\n\nنص أول.\n\n## خلفية\n\nنص ثان.\n\n### تفاصيل\n\nنص ثالث.\n',
  ]);
});

test('bold lines are headings, in the properties of Latin and of Arabic letters', async () => {
  for (const bold of ['b', 'bCs'] as const) {
    const body = [
      p('افتتاح الميناء', { bold }),
      p('كتب: مروان عبد الله'),
      p('نص أول طويل.'),
      p('شكاوى الصيادين', { bold }),
      p('نص ثان طويل.'),
      p('هذه جملة كاملة بخط غليظ.', { bold }),
      p('نص ثالث طويل.'),
    ].join('');
    const [text] = await textsOf(wordFile(body));
    expect(text, bold).toContain('# افتتاح الميناء\n\nكتب: مروان عبد الله');
    expect(text).toContain('## شكاوى الصيادين');
    expect(text).not.toContain('# هذه جملة');
  }
});

test('pictures, footnotes, tables and lists are kept', async () => {
  const note =
    '<w:p><w:r><w:t>بدأ العمل</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>';
  const cell = (text: string) => `<w:tc>${p(text)}</w:tc>`;
  const table = `<w:tbl><w:tr>${cell('السنة')}${cell('السفن')}</w:tr><w:tr>${cell('٢٠١٥')}${cell('٣٠')}</w:tr></w:tbl>`;
  const { value } = await readOffice(wordFile(note + wordPicture + table), 'x.docx');
  const [article] = value?.articles ?? [];
  expect(article?.body).toContain('بدأ العمل[^1]');
  expect(article?.body).toContain('[^1]: من أوراق البلدية.');
  expect(article?.body).toContain('![ميناء الصيد عند الفجر](pictures/1.png)');
  expect(article?.body).toMatch(/\| السنة \| السفن \|/);
  expect([...(value?.pictures.keys() ?? [])]).toEqual(['pictures/1.png']);
});

test('a file gives an article for each heading of level 1, or for each page', async () => {
  const body = [
    p('خبر أول', { style: 'Heading1' }),
    p('نص أول.'),
    p('خبر ثان', { style: 'Heading1', page: true }),
    p('نص ثان.'),
  ].join('');
  expect(await textsOf(wordFile(body), 'heading')).toEqual([
    '# خبر أول\n\nنص أول.\n',
    '# خبر ثان\n\nنص ثان.\n',
  ]);
  expect(await textsOf(wordFile(body), 'page')).toEqual([
    '# خبر أول\n\nنص أول.\n',
    '# خبر ثان\n\nنص ثان.\n',
  ]);
  expect((await textsOf(wordFile(body))).length).toBe(1);
});

test('OpenDocument: headings, bold lines, lists, tables, pictures, notes, spaces', async () => {
  const styles =
    '<style:style style:name="B" style:family="paragraph"><style:text-properties style:font-weight-complex="bold"/></style:style>' +
    '<style:style style:name="P2" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>';
  const body =
    '<text:p text:style-name="B">افتتاح الميناء</text:p>' +
    '<text:p>قال<text:s text:c="2"/>المدير<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>مدير المرفأ.</text:p></text:note-body></text:note> نعم.</text:p>' +
    '<text:list><text:list-item><text:p>سفن</text:p></text:list-item></text:list>' +
    '<text:p><draw:frame><draw:image xlink:href="Pictures/1.png"/><svg:desc>رصيف</svg:desc></draw:frame></text:p>' +
    '<table:table><table:table-row><table:table-cell><text:p>أ</text:p></table:table-cell><table:table-cell><text:p>ب</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>ج</text:p></table:table-cell><table:table-cell><text:p>د</text:p></table:table-cell></table:table-row></table:table>' +
    '<text:p text:style-name="P2">صفحة ثانية.</text:p>';
  const [text] = await textsOf(openDocument(body, styles));
  expect(text).toContain('# افتتاح الميناء');
  expect(text).toContain('[^1] نعم.');
  expect(text).toContain('[^1]: مدير المرفأ.');
  expect(text).toContain('- سفن');
  expect(text).toContain('![رصيف](Pictures/1.png)');
  expect(text).toContain('| ج | د |');
  expect((await textsOf(openDocument(body, styles), 'page')).length).toBe(2);
});

test.each([
  ['no package', Buffer.from('نص'), 'zip'],
  ['a package cut short', wordFile(p('نص')).subarray(0, 300), 'zip'],
  ['another package', zipOf({ 'a.txt': 'x' }), 'damaged'],
  ['a compound file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'encrypted'],
  ['XML cut short', wordFile('<w:p><w:r>'), 'damaged'],
  [
    'entities',
    wordFile(p('نص'), {
      'word/styles.xml':
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:styles>&a;</w:styles>',
    }),
    'entities',
  ],
  [
    'a part of 64 MB of zeros',
    wordFile(p('نص'), { 'word/media/image1.png': Buffer.alloc(64 * 1024 * 1024) }),
    'bomb',
  ],
  [
    'a part that claims to be small',
    wordFile(p('نص'), {
      'word/media/image1.png': { content: Buffer.alloc(8 * 1024 * 1024), claimed: 100 },
    }),
    'zip',
  ],
])('%s is refused with its reason', async (_, bytes, fault) => {
  expect(await textsOf(bytes)).toEqual([`office-unreadable ${fault}`]);
});

test('macros are left out, and told', async () => {
  const { value, diagnostics } = await readOffice(
    wordFile(p('نص المقال.'), { 'word/vbaProject.bin': 'Sub AutoOpen' }),
    'x.docm',
  );
  expect(value?.articles.length).toBe(1);
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['office-macros']);
});
