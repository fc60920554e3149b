import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defineConfig } from '../../../src/config/define.ts';
import type { Block } from '../../../src/model/block.ts';
import { siteFor } from '../../../src/pages/render-page.ts';
import { blocks } from '../../../templates/partials/blocks.ts';
import { corrections } from '../../../templates/partials/corrections.ts';
import { inLanguage, isolateName, withName } from '../../../templates/partials/language.ts';
import { repository } from '../../support/paths.ts';
import { sampleArticle } from '../../support/sample-archive.ts';
import { printBlocks } from '../../support/samples.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const item = (text: string): readonly Block[] => [{ kind: 'paragraph', text, bare: true }];

/** Prints blocks of an article in a language. */
function printIn(language: string, ...list: readonly Block[]): string {
  const frame = { kind: 'article', outputPath: 'articles/a.html', title: '', description: '' };
  const site = siteFor(defineConfig({}), { styles: [], preloads: [] })(frame);
  return blocks(list, inLanguage(site, language)).source;
}

test('case 01: commas and stops stand inside the run of Latin words, English paragraphs run from left to right', () => {
  const file = join(repository, 'test/fixtures/cases/01-bidi-latin-comma/input.txt');
  const [, ...texts] = readFileSync(file, 'utf8').trim().split('\n\n');
  const printed = texts.map((text) => printBlocks([paragraph(text)]));
  expect(printed[0]).toBe(
    '<p>صدر الكتاب في <bdi>London, UK</bdi> عن دار <bdi>Smith &#x26; Sons, Ltd</bdi>. وعنوانه "<bdi>War, Peace and Love</bdi>" في السوق.</p>',
  );
  expect(printed[1]).toBe(
    '<p>قال المدير: "<bdi lang="en">We are proud, very proud. Thank you</bdi>" ثم جلس.</p>',
  );
  expect(printed[2]).toBe(
    '<p>وكتب بالفرنسية: <bdi lang="fr">L\'avenir, c\'est le livre</bdi>! ثم انصرف.</p>',
  );
  expect(printed[4]).toMatch(/^<p lang="en" dir="ltr">The council opened [^<]*helped\.<\/p>$/);
});

test.each<readonly [string, Block, string]>([
  [
    'a heading',
    { kind: 'heading', level: 3, text: 'Terms of the loan, and of the book' },
    '<h3 lang="en" dir="ltr">Terms of the loan, and of the book</h3>',
  ],
  [
    'a list whose items are all English',
    {
      kind: 'list',
      ordered: true,
      items: [item('Show the card at the desk.'), item('It is free.')],
    },
    '<ol lang="en" dir="ltr">\n<li lang="en" dir="ltr">Show the card at the desk.</li>\n<li lang="en" dir="ltr">It is free.</li>\n</ol>',
  ],
  [
    'one item of an Arabic list',
    { kind: 'list', ordered: false, items: [item('London, UK'), item('رويترز')] },
    '<ul>\n<li dir="ltr">London, UK</li>\n<li>رويترز</li>\n</ul>',
  ],
  [
    'a quotation',
    { kind: 'quotation', blocks: [paragraph('C’est la vie, et c’est le livre.')] },
    '<blockquote lang="fr" dir="ltr">\n<p lang="fr" dir="ltr">C’est la vie, et c’est le livre.</p>\n</blockquote>',
  ],
  [
    'a table of mixed cells',
    {
      kind: 'table',
      headRows: 1,
      rows: [
        [{ text: 'المدينة' }, { text: 'City' }],
        [{ text: 'لندن' }, { text: 'London, UK' }],
      ],
    },
    '<table data-table>\n<tr><th scope="col">المدينة</th><th scope="col" dir="ltr">City</th></tr>\n<tr><td>لندن</td><td dir="ltr">London, UK</td></tr>\n</table>',
  ],
  [
    'a table whose cells are all from left to right',
    { kind: 'table', headRows: 0, rows: [[{ text: 'London' }, { text: 'UK' }, { text: '12' }]] },
    '<table data-table dir="ltr">\n<tr><td dir="ltr">London</td><td dir="ltr">UK</td><td><bdi>12</bdi></td></tr>\n</table>',
  ],
  [
    'a caption',
    {
      kind: 'figure',
      asset: { sha256: '', outputPath: 'a.png', description: '' },
      caption: { text: 'The library, and the hall of the city' },
      credit: 'AFP',
    },
    '<figcaption><bdi lang="en" dir="ltr">The library, and the hall of the city</bdi> ',
  ],
  [
    'Hebrew words in an Arabic paragraph',
    paragraph('كتبت «הספרייה החדשה, היום» أمس'),
    '<p>كتبت «<bdi lang="he">הספרייה החדשה, היום</bdi>» أمس</p>',
  ],
  [
    'a Persian quotation in an Arabic paragraph',
    paragraph('قال الوزير: «این کتابخانه برای همه مردم است» ثم جلس.'),
    '<p>قال الوزير: «<bdi lang="fa">این کتابخانه برای همه مردم است</bdi>» ثم جلس.</p>',
  ],
  [
    'a paragraph in Persian',
    paragraph('وزیر گفت که این کتابخانه برای همه مردم است و از فردا باز می‌شود.'),
    '<p lang="fa">وزیر گفت که این کتابخانه برای همه مردم است و از فردا باز می‌شود.</p>',
  ],
  ['numbers', paragraph('2015 – 2016'), '<p><bdi>2015</bdi> – <bdi>2016</bdi></p>'],
])('language and direction of %s', (_, block, expected) => {
  expect(printBlocks([block])).toContain(expected);
});

test('in a French article only blocks of another language have theirs', () => {
  expect(
    printIn(
      'fr',
      paragraph('La bibliothèque de la ville, « un grand jour ».'),
      paragraph('خير جليس في الزمان كتاب London, UK'),
      paragraph('It is the book of the year, and it was on the list.'),
    ),
  ).toBe(
    [
      '<p>La bibliothèque de la ville, « un grand jour ».</p>',
      '<p lang="ar" dir="rtl">خير جليس في الزمان كتاب <bdi>London, UK</bdi></p>',
      '<p lang="en">It is the book of the year, and it was on the list.</p>',
    ].join('\n'),
  );
  expect(printIn('he', paragraph('הספרייה נפתחה.'))).toBe('<p>הספרייה נפתחה.</p>');
  expect(printIn('fa', paragraph('وزیر گفت که این برای همه است و از فردا باز می‌شود'))).toMatch(
    /^<p>/,
  );
});

test.each([
  ['مكتبات', undefined, '<bdi dir="rtl">مكتبات</bdi>'],
  ['BBC عربي', undefined, '<bdi dir="rtl"><bdi>BBC</bdi> عربي</bdi>'],
  ['Jean-Paul Sartre', undefined, '<bdi dir="ltr">Jean-Paul Sartre</bdi>'],
  ['The book of the year', undefined, '<bdi lang="en" dir="ltr">The book of the year</bdi>'],
  ['דבר', undefined, '<bdi lang="he" dir="rtl">דבר</bdi>'],
  ['کتابخانه ملی', 'fa', '<bdi lang="fa" dir="rtl">کتابخانه ملی</bdi>'],
  ['مكتبات', 'ar', '<bdi dir="rtl">مكتبات</bdi>'],
  ['2015', undefined, '<bdi dir="ltr">2015</bdi>'],
])('the name %s', (name, language, expected) => {
  expect(isolateName(name, language).source).toBe(expected);
});

test('a range of pages in Arabic digits stands from right to left', () => {
  const frame = { kind: 'article', outputPath: 'articles/a.html', title: '', description: '' };
  const site = siteFor(defineConfig({}), { styles: [], preloads: [] })(frame);
  expect(isolateName(site.numerals('4-5')).source).toBe('<bdi dir="rtl">٤-٥</bdi>');
});

test('a correction in another direction than the interface has one edge, its day too', () => {
  const frame = { kind: 'article', outputPath: 'articles/a.html', title: '', description: '' };
  const site = siteFor(defineConfig({ language: 'en' }), { styles: [], preloads: [] })(frame);
  const date = { edtf: '2019-05-03', year: 2019, month: 5, day: 3 };
  const list = [
    { date: { ...date, uncertain: false, approximate: false }, text: 'والصواب أسبوعان.' },
  ];
  expect(corrections(sampleArticle({ corrections: list }), site).source).toContain(
    '<p dir="rtl"><bdi><time datetime="2019-05-03">3 May 2019</time></bdi>: <bdi',
  );
});

test('a name in a message is isolated from its words', () => {
  expect(withName('Search in {name}.', 'مكتبات').source).toBe(
    'Search in <bdi dir="rtl">مكتبات</bdi>.',
  );
});

test('the link of a paragraph is labelled in the language of the interface', () => {
  const french = 'C’est la vie, et c’est le livre de la ville.';
  expect(printBlocks([{ ...paragraph(french), id: 'p1' }])).toContain(
    'tabindex="-1" lang="ar" aria-label="الفقرة ١"',
  );
  const frame = { kind: 'article', outputPath: 'articles/a.html', title: '', description: '' };
  const site = siteFor(defineConfig({ language: 'en' }), { styles: [], preloads: [] })(frame);
  const arabic = blocks([{ ...paragraph('عاد الصيادون.'), id: 'p1' }], site).source;
  expect(arabic).toContain('tabindex="-1" lang="en" aria-label="Paragraph 1"');
});
