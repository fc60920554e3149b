import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readArticleHeader } from '../../../../src/article/header/article-header.ts';
import { asTitle } from '../../../../src/article/titles.ts';
import { toArticle } from '../../../../src/article/to-article.ts';
import { defineConfig } from '../../../../src/config/define.ts';
import type { Article } from '../../../../src/model/article.ts';
import type { Metadata } from '../../../../src/model/metadata.ts';
import { sectionHeading } from '../../../../templates/partials/blocks.ts';
import { parsePage, readText } from '../../../support/dom.ts';
import { printBlocks, sampleDocument } from '../../../support/samples.ts';

/** Parts of mastheads and datelines, and of body text. */
const piece = fc.constantFrom(
  ...['القاهرة', 'الرياض', 'رام الله', 'رويترز', 'أ ف ب', 'أ.ف.ب.', 'واس', 'وكالات', 'سلمى الراوي'],
  ...[
    'أحمد علي',
    'د. خالد بن سالم',
    'ومحمد سعيد',
    'كتب',
    'بقلم',
    'حوار',
    'تصوير',
    '«المرصد»',
    'من',
  ],
  ...['الاثنين', '4 رمضان', '1433هـ', '1433 هـ', '23 يوليو', '2012م', '٢٠١٢', '31 فبراير 2012'],
  ...[
    '3/4/2011',
    '2012-07-23',
    '45/45/1433',
    'العدد',
    '(232)',
    'السنة الثانية عشرة',
    'ص 5',
    'التاريخ:',
  ],
  ...['الموافق', 'قال الوزير أمس', 'وصلت القافلة إلى المدينة فجرًا، وكان في استقبالها جمع كبير.'],
  ...['#', '**', '>', '\u200F', '\u202E', '\u0001', '😀', '\uD800', '{', '"', "'", '<b>'],
);
const joint = fc.constantFrom(
  ...[
    ' ',
    ' ',
    ' - ',
    ' – ',
    ' ـ ',
    ': ',
    '، ',
    '/',
    ' | ',
    ' (',
    ') ',
    '\n',
    '\n',
    '\n\n',
    '\r\n',
    '',
  ],
);
const source = fc
  .array(fc.tuple(fc.oneof({ weight: 9, arbitrary: piece }, fc.string({ maxLength: 5 })), joint), {
    maxLength: 40,
  })
  .map((parts) => parts.flat().join('').replaceAll('\0', ''));

const given = fc.constantFrom<Metadata>(
  {},
  { title: 'عنوان', source: 'المرصد' },
  { issue: '1', byline: 'كتب غيره', hijri: '1 محرم 1400' },
);

test('inferred values occur in the text, and given metadata do not change', () => {
  fc.assert(
    fc.property(source, given, (text, metadata) => {
      const header = readArticleHeader(text, metadata, 'a.txt');
      expect(header.metadata).toMatchObject(metadata);
      for (const { keys, words } of header.inferred) {
        expect(asTitle(text)).toContain(words);
        for (const key of keys) expect(metadata[key]).toBeUndefined();
      }
      let at = 0;
      for (const line of header.headerLines) {
        at = text.indexOf(line, at);
        expect(at).toBeGreaterThanOrEqual(0);
        at += line.length;
      }
      if (header.inferred.length === 0) expect(header.metadata).toEqual(metadata);
    }),
    { numRuns: 3000 },
  );
});

/** All text of an article in order, hidden lines included, without white space. */
const printedText = ({ lead, sections }: Article): string =>
  readText(
    parsePage(
      printBlocks(lead) +
        sections.map((one) => sectionHeading(one).source + printBlocks(one.blocks)).join(''),
    ),
  ).replace(/\s/g, '');

test('inferring metadata does not change the text of the page', () => {
  const { recovery, downloads } = defineConfig({});
  const compiled = (text: string, path: string, metadata: boolean): Article =>
    toArticle(sampleDocument(text, {}, path), {
      ...{ permalink: 'articles/{id}.html', authority: [], downloads },
      recovery: { ...recovery, metadata },
    }).value.article;
  fc.assert(
    fc.property(source, fc.constantFrom('a.txt', 'a.md'), (text, path) => {
      const read = compiled(text, path, true);
      const unread = compiled(text, path, false);
      expect(printedText(read)).toBe(printedText(unread));
      expect(unread.inferred).toEqual([]);
      expect(unread.metadata).toEqual({});
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['places', 'القاهرة - '],
  ['names', 'محمد '],
  ['authors', 'محمد علي ومحمد علي '],
  ['single letters', 'أ.'],
  ['brackets', '('],
  ['dates', '23/7/2012 '],
  ['numbers', '1'],
  ['lines', 'القاهرة - رويترز\n'],
  ['blanks', ' \n'],
  ['marks', '\u064B'],
])('of a megabyte of %s only the first and last lines are read', (_, unit) => {
  const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
  const began = performance.now();
  for (let round = 0; round < 100; round += 1) readArticleHeader(text, {}, 'a.txt');
  expect(performance.now() - began).toBeLessThan(1000);
});
