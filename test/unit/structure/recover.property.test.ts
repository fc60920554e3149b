import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyHeadings } from '../../../src/structure/editor.ts';
import { recoverHeadings } from '../../../src/structure/recover-headings.ts';
import { titleLine } from '../../../src/structure/title-line.ts';
import { expectWholeText } from '../../support/whole-text.ts';

const pieces = [
  'قال',
  'وقال',
  'الوزير',
  'محادثات جنيف',
  'قواعد',
  'من جهته',
  'على صعيد آخر',
  'وفي',
  'القاهرة',
  'د',
  'اجتماع بالقاهرة',
  'هل توجد حياة',
  'التي',
  'وأضاف',
  'أن',
  'نُقل',
  'C',
  '3.5',
  '٢٠١٧',
  'example.org',
  ' ',
  ' ',
  ' ',
  ' ',
  ' ',
  ' ',
  '. ',
  '.',
  '، ',
  '؟',
  '!',
  '..',
  '…',
  '«',
  '»',
  '"',
  '(',
  ')',
  ':',
  '-',
  '#',
  '# ',
  ' #',
  ' # ',
  '## ',
  '* ',
  '\n',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\t',
  '\u2028',
  '\u2029',
  '\u00a0',
  '\u200f',
  '\ufeff',
  '\u0640',
  '\ud83d',
  '😀',
  '_',
];
const newsLike = fc
  .array(fc.constantFrom(...pieces), { maxLength: 150 })
  .map((parts) => parts.join(''));
const anyText = fc.oneof(
  newsLike,
  newsLike,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string(),
);

test('recovery keeps all text but white space and marks, in order', () => {
  const readiness = fc.constantFrom('cautious', 'balanced', 'eager', 'off' as const);
  fc.assert(
    fc.property(anyText, readiness, fc.boolean(), (text, headings, paragraphs) => {
      expectWholeText(text, recoverHeadings(text, { headings, paragraphs }));
    }),
    { numRuns: 1500 },
  );
});

test("an editor's headings keep all text, for any list", () => {
  const withHeadings = newsLike.chain((text) =>
    fc.tuple(
      fc.constant(text),
      fc.array(
        fc
          .tuple(fc.nat(text.length), fc.integer({ min: 0, max: 30 }))
          .map(([start, length]) => text.slice(start, start + length)),
        { maxLength: 5 },
      ),
    ),
  );
  fc.assert(
    fc.property(withHeadings, ([text, headings]) => {
      const { structure, missing } = applyHeadings(text, headings);
      expectWholeText(text, structure);
      const given = structure.headings.filter(({ origin }) => origin === 'editor').length;
      expect(given + missing.length).toBe(headings.length);
    }),
    { numRuns: 700 },
  );
});

test('a title line is a line of the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const span = titleLine(text);
      if (span === undefined) return;
      expect(text.slice(span.start, span.end)).toMatch(/^\S(?:[^\n\r]*\S)?$/);
    }),
  );
});

test('the same text gives the same structure', () => {
  fc.assert(
    fc.property(newsLike, (text) => {
      expect(recoverHeadings(text)).toEqual(recoverHeadings(text));
    }),
    { numRuns: 100 },
  );
});

// Quadratic work on a megabyte takes minutes and exceeds the time limit of a test.
test.each([
  ['words without a stop', 'كلمة '],
  ['one word', 'كلمة'],
  ['stops', '.'],
  ['stops apart', '. '],
  ['dots', '.. '],
  ['marks', '# '],
  ['glued marks', 'عنوان# '],
  ['marked phrases', '. #عنوان# نص'],
  ['white space', ' \u2028'],
  ['short lines', 'سطر\n'],
  ['open quotations', '«قال '],
  ['stretched words', 'ـ'],
  ['vowels', '\u064b'],
  ['glued sentences', 'قواعد بسوريا وقال الوزير إن الأمر انتهى أمس.'],
])('a megabyte of %s is read in linear time', (_, piece) => {
  const text = piece.repeat(Math.ceil(600_000 / piece.length));
  expect(recoverHeadings(text).paragraphs.length).toBeGreaterThanOrEqual(0);
  expect(applyHeadings(text, ['لا وجود له']).missing.length).toBe(1);
});
