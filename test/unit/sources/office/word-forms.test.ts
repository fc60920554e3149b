import { expect, test } from 'vitest';
import { readOffice } from '../../../../src/sources/office/read-office.ts';
import { openDocument, wordFile } from '../../../support/office-files.ts';

const t = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (runs: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const styles = (...list: readonly (readonly [id: string, name: string, rest?: string])[]) => ({
  'word/styles.xml': `<w:styles xmlns:w="${w}">${list
    .map(
      ([id, name, rest = '']) =>
        `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`,
    )
    .join('')}</w:styles>`,
});

async function read(bytes: Uint8Array, split?: 'heading' | 'page') {
  const { value, diagnostics } = await readOffice(bytes, 'x.docx', split);
  return {
    texts: value?.articles.map(({ body }) => body),
    formats: value?.articles.map(({ format }) => format),
    hasNotes: value?.hasNotes,
    told: diagnostics.map(({ rule, values }) => [rule, values] as const),
  };
}

const story = 'عاد الصيادون إلى المرفأ بعد أسبوع من العاصفة.';

test('text in frames that the converter does not know is kept', async () => {
  const body =
    `<w:dir w:val="rtl">${t('أولًا ')}</w:dir><w:bdo w:val="rtl">${t('ثانيًا ')}</w:bdo>` +
    `<w:fldSimple w:instr="DATE">${t('ثالثًا ')}</w:fldSimple>` +
    `<w:hyperlink r:id="none" xmlns:r="r">${t('رابعًا')}</w:hyperlink>` +
    '<w:r><w:cr/><w:t>خامسًا</w:t></w:r>';
  const { texts, told } = await read(wordFile(p(body)));
  expect(texts).toEqual(['أولًا ثانيًا ثالثًا رابعًا\nخامسًا\n']);
  expect(told).toEqual([]);
});

const box = (text: string): string =>
  '<w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData>' +
  `<wps:wsp xmlns:wps="wps"><wps:txbx><w:txbxContent>${p(t(text))}</w:txbxContent></wps:txbx></wps:wsp>` +
  '</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>';

const group =
  '<w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><wpg:wgp xmlns:wpg="wpg">' +
  ['rId1', 'rId1', 'rId7']
    .map(
      (id, i) =>
        `<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="${i}" name="x" descr="قارب ${i + 1}"/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="${id}"/></pic:blipFill></pic:pic>`,
    )
    .join('') +
  '</wpg:wgp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>';

test('text boxes and the pictures of groups are kept, also without an older form beside them', async () => {
  const { texts, told } = await read(wordFile(p(t(story)) + p(box('إطار جانبي.')) + p(group)));
  expect(texts?.[0]).toContain('إطار جانبي.');
  expect(texts?.[0]).toContain('![قارب 1](pictures/1.png)');
  expect(texts?.[0]).toContain('![قارب 2](pictures/2.png)');
  expect(told).toEqual([['office-picture-missing', { count: 1 }]]);
});

test('headings by styles of any language, of styles based on them, and by outline levels', async () => {
  const body =
    p(t('عودة القوارب'), '<w:pStyle w:val="a"/>') +
    p(t(story)) +
    p(t('في السوق'), '<w:pStyle w:val="b"/>') +
    p(t(story)) +
    p(t('رأي التجار'), '<w:pStyle w:val="c"/>') +
    p(t(story)) +
    p(t('بعد العاصفة'), '<w:outlineLvl w:val="1"/>') +
    p(t(story)) +
    p(t(`${story} `.repeat(9)), '<w:pStyle w:val="b"/>');
  const names = styles(
    ['a', 'العنوان'],
    ['b', 'Titre 2'],
    ['c', 'زاوية الجريدة', '<w:basedOn w:val="b"/>'],
  );
  const { texts } = await read(wordFile(body, names));
  expect(texts?.[0]?.match(/^#.*$/gm)).toEqual([
    '# عودة القوارب',
    '## في السوق',
    '## رأي التجار',
    '## بعد العاصفة',
  ]);
});

test('pages begin at breaks, before paragraphs that ask for one, and at sections', async () => {
  const body =
    p(t('نهاية الأولى.')) +
    p(t('بداية الثانية.'), '<w:pageBreakBefore/>') +
    p(t('نهاية الثانية.'), '<w:sectPr/>') +
    p(t('الثالثة أولها.'), '<w:sectPr><w:type w:val="nextPage"/></w:sectPr>') +
    p(t('الثالثة آخرها.')) +
    '<w:sectPr><w:type w:val="continuous"/></w:sectPr>';
  expect((await read(wordFile(body), 'page')).texts).toEqual([
    'نهاية الأولى.\n',
    'بداية الثانية.\n\nنهاية الثانية.\n',
    'الثالثة أولها.\n\nالثالثة آخرها.\n',
  ]);
});

test('hidden and deleted text, contents, margins and comments are no text, and are counted', async () => {
  const body =
    p(`${t('باب ')}${t('٣')}`, '<w:pStyle w:val="t"/>') +
    p(
      `${t('ظاهر')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>سر</w:t></w:r><w:del><w:r><w:delText>حذف</w:delText></w:r></w:del>`,
    );
  const part = (name: string, text: string) =>
    `<w:${name} xmlns:w="${w}">${p(t(text))}</w:${name}>`;
  const { texts, hasNotes, told } = await read(
    wordFile(body, {
      ...styles(['t', 'toc 1']),
      'word/header1.xml': part('hdr', 'جريدة المرفأ'),
      'word/comments.xml': part('comments', 'راجع الاسم'),
    }),
  );
  expect([texts, hasNotes]).toEqual([['ظاهر\n'], true]);
  const values = { hidden: 2, deleted: 3, contents: 4, margins: 11, comments: 9 };
  expect(told).toEqual([['office-unseen', values]]);
});

test('halves of verse and columns keep their tabs', async () => {
  const verse = p(`${t('يا موج عد بي')}<w:r><w:tab/></w:r>${t('فالشط ينتظر')}`);
  const title = p(t('قصيدة'), '<w:pStyle w:val="Title"/>');
  const { texts, formats } = await read(wordFile(title + verse + verse));
  expect(texts?.[0]).toContain('قصيدة\n\nيا موج عد بي\tفالشط ينتظر\n\n');
  expect(formats).toEqual(['text']);
});

test('OpenDocument: cells that span, pages that end, hidden text', async () => {
  const cell = (text: string, span = ''): string =>
    `<table:table-cell${span}><text:p>${text}</text:p></table:table-cell>`;
  const { texts, told } = await read(
    openDocument(
      `<text:p text:style-name="E">أولى.</text:p><text:p>ثانية<text:hidden-text>سر</text:hidden-text>.</text:p>` +
        `<table:table><table:table-row>${cell('أ', ' table:number-columns-spanned="2"')}<table:covered-table-cell/></table:table-row>` +
        `<table:table-row>${cell('ب')}${cell('ج')}</table:table-row></table:table>`,
      '<style:style style:name="E"><style:paragraph-properties fo:break-after="page"/></style:style>',
    ),
    'page',
  );
  expect(texts).toEqual(['أولى.\n', expect.stringContaining('| أ | |\n| ب | ج |')]);
  expect(told).toMatchObject([['office-unseen', { hidden: 2 }]]);
});
