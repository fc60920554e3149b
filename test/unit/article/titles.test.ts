import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collapseSpace, deriveDescription, deriveTitle } from '../../../src/article/titles.ts';
import { countWords, readingMinutes } from '../../../src/article/word-count.ts';
import { maxDerivedTitle, maxDescription } from '../../../src/model/limits.ts';

test('a text without a title is titled by its first sentence, without the full stop', () => {
  expect(deriveTitle('هطل المطر.  ثم توقف.')).toBe('هطل المطر');
  expect(deriveTitle('من يعرف الحقيقة؟ لا أحد.')).toBe('من يعرف الحقيقة؟');
  expect(deriveTitle('\n  وصلت\nالسفينة! وانتظر الناس.')).toBe('وصلت السفينة!');
});

test('a stop inside a number or without a space after it does not end a title', () => {
  expect(deriveTitle('بلغ النمو 3.5 في المئة هذا العام. وزاد.')).toBe(
    'بلغ النمو 3.5 في المئة هذا العام',
  );
});

test('a long first sentence is truncated between words, with an ellipsis and no trailing comma', () => {
  const title = deriveTitle(`${'كلمة '.repeat(16)}طويلة، وأخرى طويلة جدا`);
  expect(title.length).toBeLessThanOrEqual(maxDerivedTitle);
  expect(title).toMatch(/[^\s،]…$/);
});

test('titles and descriptions stay within their limits and never split a character', () => {
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

test('an emoji at the end of a truncated title is not split', () => {
  expect(deriveTitle('😀'.repeat(200)).isWellFormed()).toBe(true);
  expect(deriveDescription(`a${'😀'.repeat(200)}`).isWellFormed()).toBe(true);
});

test('a letter at the end of a truncated title keeps its vowel mark', () => {
  const title = deriveTitle('مَ'.repeat(200)).replace('…', '');
  const clusters = [...new Intl.Segmenter('ar').segment(title)];
  expect(clusters.at(-1)?.segment).toBe('مَ');
});

test('a text without words gives an empty title', () => {
  expect(deriveTitle('  \n ')).toBe('');
});

test('a description is the start of the text, truncated between words', () => {
  const text = 'خبر قصير من سطر واحد.';
  expect(deriveDescription(text)).toBe(text);
  expect(deriveDescription('كلمة '.repeat(100))).toMatch(/^(?:كلمة )+كلمة…$/);
});

test('a word is a run between white space with a letter or digit', () => {
  expect(countWords('قال: «نعم» - ثم 12 (لا) … !')).toBe(5);
  expect(countWords('')).toBe(0);
});

test('reading time is in whole minutes, at least one', () => {
  expect([0, 1, 180, 269, 271, 900].map(readingMinutes)).toEqual([0, 1, 1, 1, 2, 5]);
});
