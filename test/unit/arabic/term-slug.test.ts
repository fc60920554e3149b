import fc from 'fast-check';
import { expect, test } from 'vitest';
import { termSlug } from '../../../src/arabic/slug.ts';
import { isSafeName } from '../../../src/model/article-id.ts';
import { maxSlugBytes } from '../../../src/model/limits.ts';

test('the slug of a term is readable', () => {
  expect(termSlug('الشرق الأوسط')).toBe('الشرق-الأوسط');
  expect(termSlug('BBC عربي')).toBe('bbc-عربي');
});

test('names that differ only in punctuation, vowel marks or letter case are one term', () => {
  expect(termSlug('«الأهْرام»')).toBe(termSlug('الأهـرام'));
  expect(termSlug('Reuters')).toBe(termSlug('REUTERS'));
  expect(termSlug('ὈΔΥΣΣΕΎΣ')).toBe(termSlug('Ὀδυσσεύς'));
});

test('no slug is `index` or a device name', () => {
  expect(termSlug('Index')).toBe('index_');
  expect(termSlug('CON')).toBe('con_');
  expect(termSlug('com¹')).toBe('com¹_');
  expect(termSlug('index!')).toBe(termSlug('index'));
  expect(termSlug('index-')).not.toBe('index');
});

test('names without letters have distinct slugs', () => {
  expect(termSlug('***')).toMatch(/^_[0-9a-f]{8}$/);
  expect(termSlug('***')).not.toBe(termSlug('???'));
  expect(termSlug(termSlug('***'))).not.toBe(termSlug('***'));
});

test('long names with the same start are two terms', () => {
  const long = 'هيئة '.repeat(40);
  expect(termSlug(`${long}أولى`)).not.toBe(termSlug(`${long}ثانية`));
  expect(termSlug(`${long}أُولى`)).toBe(termSlug(`${long}أولى`));
});

test('any name gives a file name that is safe, short and valid on every file system', () => {
  const name = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.constantFrom('nul', 'AUX', 'lpt1', 'index', 'ſ', 'ß', 'İ', 'ŉ', 'J̌', '.', '..', '\u0000'),
  );
  fc.assert(
    fc.property(name, (text) => {
      const slug = termSlug(text);
      expect(slug).not.toBe('');
      expect(slug).not.toBe('index');
      expect(isSafeName(slug)).toBe(true);
      expect(slug).not.toMatch(/[\s/\\:*?"<>|.]|^-|-$|--/);
      expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(maxSlugBytes + 9);
      expect(slug).toBe(slug.toLowerCase());
      expect(slug).toBe(slug.normalize('NFC'));
      expect(slug.isWellFormed()).toBe(true);
    }),
  );
});
