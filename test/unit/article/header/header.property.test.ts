import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readArticleHeader } from '../../../../src/article/header/article-header.ts';
import { asTitle } from '../../../../src/article/titles.ts';
import { toArticle } from '../../../../src/article/to-article.ts';
import { defineConfig } from '../../../../src/config/define.ts';
import type { Article } from '../../../../src/model/article.ts';
import type { Metadata } from '../../../../src/model/metadata.ts';
import { sectionHeading } from '../../../../templates/partials/blocks.ts';
import { parsePage, textContent } from '../../../support/dom.ts';
import { printBlocks, sampleDocument } from '../../../support/samples.ts';

/** What mastheads and datelines are made of, and what stands where they stop. */
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

test('what is read stands in the text, and nothing that is known changes', () => {
  fc.assert(
    fc.property(source, given, (text, metadata) => {
      const inference = readArticleHeader(text, metadata, 'a.txt');
      expect(inference.metadata).toMatchObject(metadata);
      for (const { keys, words } of inference.inferred) {
        expect(asTitle(text)).toContain(words);
        for (const key of keys) expect(metadata[key]).toBeUndefined();
      }
      let at = 0;
      for (const headerLines of inference.headerLines) {
        at = text.indexOf(headerLines, at);
        expect(at).toBeGreaterThanOrEqual(0);
        at += headerLines.length;
      }
      if (inference.inferred.length === 0) expect(inference.metadata).toEqual(metadata);
    }),
    { numRuns: 3000 },
  );
});

/** All words of a page's text in order, those of a hidden line too. */
const said = ({ lead, sections }: Article): string =>
  textContent(
    parsePage(
      printBlocks(lead) +
        sections.map((one) => sectionHeading(one).source + printBlocks(one.blocks)).join(''),
    ),
  ).replace(/\s/g, '');

test('the text is the same with and without it', () => {
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
      expect(said(read)).toBe(said(unread));
      expect(unread.inferred).toEqual([]);
      expect(unread.metadata).toEqual({});
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['places', 'القاهرة - '],
  ['names', 'محمد '],
  ['writers', 'محمد علي ومحمد علي '],
  ['single letters', 'أ.'],
  ['brackets', '('],
  ['dates', '23/7/2012 '],
  ['numbers', '1'],
  ['lines', 'القاهرة - رويترز\n'],
  ['blanks', ' \n'],
  ['marks', '\u064B'],
])('a megabyte of %s is read no further than a head and a foot', (_, unit) => {
  const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
  const began = performance.now();
  for (let round = 0; round < 100; round += 1) readArticleHeader(text, {}, 'a.txt');
  expect(performance.now() - began).toBeLessThan(1000);
});
