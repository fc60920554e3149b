import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalForm } from '../../../src/arabic/normal-form.ts';

test('normal form is NFC', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(normalForm(text)).toBe(text.normalize('NFC'));
    }),
  );
  expect(normalForm('آب أب مُدَّة e\u0301')).toBe('آب أب مُدَّة e\u0301'.normalize('NFC'));
});

test('thirty marks on a letter are reordered together', () => {
  const marked = `ب${'\u0651\u064e'.repeat(15)}ت`;
  expect(normalForm(marked)).toBe(marked.normalize('NFC'));
});

test('a million marks are normalised quickly and completely', () => {
  const marks = '\u0651\u064e\u0316'.repeat(333_333);
  const text = normalForm(`ب${marks}e\u0301`);
  expect(text).toHaveLength(1 + marks.length + 1);
  expect(text.endsWith('é')).toBe(true);
});
