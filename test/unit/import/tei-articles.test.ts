import { describe, expect, test } from 'vitest';
import { teiArticles } from '../../../src/import/tei-articles.ts';
import { xmlTree } from '../../../src/import/xml-tree.ts';

function read(xml: string) {
  const tree = xmlTree();
  for (let at = 0; at < xml.length; at += 100) tree.push(xml.slice(at, at + 100));
  const roots = tree.end();
  const results =
    tree.stopped() === undefined ? [...teiArticles(roots, { file: 'a.xml', name: 'a.xml' })] : [];
  return {
    results,
    articles: results.flatMap(({ article }) => article ?? []),
    stopped: tree.stopped(),
  };
}

const tei = (header: string, text: string) =>
  `<?xml version="1.0"?><tei:TEI xmlns:tei="http://www.tei-c.org/ns/1.0">${`<teiHeader><fileDesc>${header}</fileDesc></teiHeader><text>${text}</text>`.replace(/<(\/?)(?=[a-z])/gi, '<$1tei:')}</tei:TEI>`;

const journal =
  '<titleStmt><title>الميناء، العدد السابع</title><author>لجنة التحرير</author></titleStmt><publicationStmt><publisher>دار النسخ</publisher><date when="2019-02-01"/></publicationStmt><sourceDesc><biblStruct><monogr><title level="j">الميناء</title><imprint><date when="1931-05-02"/><biblScope unit="issue">7</biblScope></imprint></monogr></biblStruct></sourceDesc>';

test('each article of an issue has its head as title, and section, page, authors and date of its own', () => {
  const { articles, results } = read(
    tei(
      journal,
      '<front><p>تصدر في أول كل شهر</p></front><body><pb n="97"/><div type="section"><head>آداب</head><div type="article" xml:id="d1"><head>البحر في الشعر</head><byline>بقلم <persName>ناصيف الحداد</persName></byline><p>قال <hi rend="bold">الشاعر</hi> في<lb/> البحر.</p><pb n="98"/></div><div type="item"><head>الملح</head><dateline>بيروت <date when="1931-04-20"/></dateline><p>الملح كثير<fw>الميناء</fw>.</p><div><head>أسعاره</head><p>رخيص.</p></div></div></div></body>',
    ),
  );
  expect(
    articles.map(({ key, names, metadata, body }) => ({ key, names, metadata, body })),
  ).toEqual([
    {
      key: 'a.xml#d1',
      names: ['a-d1', 'a-1'],
      metadata: {
        ...{ title: 'البحر في الشعر', authors: ['ناصيف الحداد'], date: '1931-05-02' },
        ...{ source: 'الميناء', section: 'آداب', issue: '7', page: '97' },
      },
      body: 'بقلم ناصيف الحداد\n\nقال **الشاعر** في البحر.\n\n\\[ص 98]\n',
    },
    {
      key: 'a.xml#2',
      names: ['a-2'],
      metadata: {
        ...{ title: 'الملح', date: '1931-04-20', source: 'الميناء' },
        ...{ section: 'آداب', issue: '7', page: '98' },
      },
      body: 'بيروت\n\nالملح كثير.\n\n## أسعاره\n\nرخيص.\n',
    },
  ]);
  expect(results.flatMap(({ diagnostics }) => diagnostics)).toMatchObject([
    { rule: 'import-left-out', values: { letters: 7, kinds: 'page' } },
    {
      rule: 'import-left-out',
      values: { letters: 14, kinds: 'outside', text: 'تصدر في أول كل شهر' },
    },
  ]);
});

describe('blocks', () => {
  const cases: readonly (readonly [what: string, text: string, body: string])[] = [
    [
      'verse',
      '<lg><l><seg>شطر أول</seg><seg>شطر ثان</seg></l><l>بيت بلا شطرين</l></lg>',
      'شطر أول    شطر ثان\nبيت بلا شطرين\n',
    ],
    [
      'verse within a paragraph',
      '<p>قال: <lg><l>بيت</l></lg> ثم سكت.</p>',
      'قال:\n\nبيت\n\nثم سكت.\n',
    ],
    [
      'notes',
      '<p>كلمة<note n="1">شرح <emph>لها</emph></note>، وأخرى.</p>',
      'كلمة[^1]، وأخرى.\n\n[^1]: شرح *لها*\n',
    ],
    [
      'lists',
      '<list rend="ordered"><head>بنود</head><item>أ</item><item>ب<list><item>ج</item></list></item></list>',
      'بنود\n\n1. أ\n\n2. ب\n\n   - ج\n',
    ],
    ['glossaries', '<list><label>ملح</label><item>من البحر</item></list>', '- ملح\n- من البحر\n'],
    [
      'tables',
      '<table><row><cell>صنف</cell><cell>ثمن</cell></row><row><cell>ملح</cell></row></table>',
      '| صنف | ثمن |\n| - | - |\n| ملح | |\n',
    ],
    [
      'figures',
      '<figure><graphic url="a.jpg"/><figDesc>سفينة</figDesc><head>في الميناء</head></figure>',
      '![سفينة](a.jpg "في الميناء")\n',
    ],
    [
      'quotations, speakers and drama',
      '<sp><speaker>هند</speaker><p>قول.</p></sp><quote><p>نقل.</p></quote>',
      'هند\n\nقول.\n\n> نقل.\n',
    ],
    [
      'choices and marks of pages within words',
      '<p><choice><sic>خطاء</sic><corr>خطأ</corr></choice> بين<pb n="3"/>صفحتين</p>',
      'خطأ بين [ص 3] صفحتين\n',
    ],
    [
      'links',
      '<p><ref target="https://n.example/">أصل</ref> و<ref target="#x">فرع</ref></p>',
      '[أصل](https://n.example/) وفرع\n',
    ],
  ];
  test.each(cases)('%s', (_, text, body) => {
    const { articles } = read(
      tei('<titleStmt><title>ع</title></titleStmt>', `<body>${text}</body>`),
    );
    expect(articles.map((one) => one.body)).toEqual([body]);
    expect(articles[0]?.metadata).toEqual({ title: 'ع' });
  });
});

test('of a corpus, each document is an article; one without a text is named', () => {
  const inner = (title: string, text: string) =>
    tei(`<titleStmt><title>${title}</title></titleStmt>`, `<body>${text}</body>`).replace(
      /<\?.*?\?>/,
      '',
    );
  const { results } = read(
    `<teiCorpus>${inner('أ', '<p>نص</p>')}${inner('ب', '')}${inner('ج', '<p>نص ثان</p>')}</teiCorpus>`,
  );
  expect(results.map(({ article, excluded }) => article?.key ?? excluded)).toEqual([
    'a.xml#1',
    'empty',
    'a.xml#3',
  ]);
});

test('declarations are refused, and deep, broken and endless trees are read within bounds', () => {
  expect(
    read('<!DOCTYPE TEI [<!ENTITY a "x">]><TEI><text><body><p>&a;</p></body></text></TEI>').stopped,
  ).toBe('declarations');
  const deep = read(tei('', `<body>${'<div>'.repeat(20_000)}عمق${'</div>'.repeat(20_000)}</body>`));
  expect(deep.articles[0]?.body).toBe('عمق\n');
  expect(read('<TEI><text><body><p>مقطوع').articles[0]?.body).toBe('مقطوع\n');
});
