import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collapseSpace, deriveDescription, deriveTitle } from '../../../src/article/titles.ts';
import { countWords, readingMinutes } from '../../../src/article/word-count.ts';
import { maxDerivedTitle, maxDescription } from '../../../src/model/limits.ts';

test('a text with no title takes its first sentence without the full stop', () => {
  expect(deriveTitle('هطل المطر.  ثم توقف.')).toBe('هطل المطر');
  expect(deriveTitle('من يعرف الحقيقة؟ لا أحد.')).toBe('من يعرف الحقيقة؟');
  expect(deriveTitle('\n  وصلت\nالسفينة! وانتظر الناس.')).toBe('وصلت السفينة!');
});

test('a stop inside a number or without a space after it ends no title', () => {
  expect(deriveTitle('بلغ النمو 3.5 في المئة هذا العام. وزاد.')).toBe(
    'بلغ النمو 3.5 في المئة هذا العام',
  );
});

test('a long first sentence is cut between words, with an ellipsis and no dangling comma', () => {
  const title = deriveTitle(`${'كلمة '.repeat(16)}طويلة، وأخرى طويلة جدا`);
  expect(title.length).toBeLessThanOrEqual(maxDerivedTitle);
  expect(title).toMatch(/[^\s،]…$/);
});

test('titles and descriptions keep their limits and never break a character', () => {
  const text = fc
    .array(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('قال', ' ', '. ', '😀', '𞸀', '،')),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (value) => {
      for (const [derived, limit] of [
        [deriveTitle(value), maxDerivedTitle],
        [deriveDescription(value), maxDescription],
      ] as const) {
        expect(derived.length).toBeLessThanOrEqual(limit);
        expect(derived.isWellFormed()).toBe(true);
        expect(derived).toBe(collapseSpace(derived));
      }
    }),
  );
});

test('an emoji at the cut is not split', () => {
  expect(deriveTitle('😀'.repeat(200)).isWellFormed()).toBe(true);
  expect(deriveDescription(`a${'😀'.repeat(200)}`).isWellFormed()).toBe(true);
});

test('a letter at the cut keeps its vowel mark', () => {
  const title = deriveTitle('مَ'.repeat(200)).replace('…', '');
  const clusters = [...new Intl.Segmenter('ar').segment(title)];
  expect(clusters.at(-1)?.segment).toBe('مَ');
});

test('a text that no sentence fills makes an empty title', () => {
  expect(deriveTitle('  \n ')).toBe('');
});

test('a description is the beginning, cut between words', () => {
  const text = 'خبر قصير من سطر واحد.';
  expect(deriveDescription(text)).toBe(text);
  expect(deriveDescription('كلمة '.repeat(100))).toMatch(/^(?:كلمة )+كلمة…$/);
});

test('words are what lies between white space and has a letter or digit', () => {
  expect(countWords('قال: «نعم» - ثم 12 (لا) … !')).toBe(5);
  expect(countWords('')).toBe(0);
});

test('reading takes whole minutes, and never none', () => {
  expect([0, 1, 180, 269, 271, 900].map(readingMinutes)).toEqual([1, 1, 1, 1, 2, 5]);
});
