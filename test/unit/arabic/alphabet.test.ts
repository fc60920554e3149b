import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alphabeticalKey, indexLetter } from '../../../src/arabic/alphabet.ts';

const sorted = (names: readonly string[]): readonly string[] =>
  names
    .map((name) => ({ name, key: alphabeticalKey(name) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ name }) => name);

test('names sort in the order of the Arabic alphabet, not of code points', () => {
  const order = ['باسم', 'پرویز', 'تامر', 'ثابت', 'جمال', 'حسن', 'فادي', 'ڤيوليت', 'قاسم'];
  expect(sorted(order.toReversed())).toEqual(order);
  const end = ['كامل', 'گلستان', 'لبنى', 'ماجد', 'نادر', 'هاني', 'وليد', 'ياسر'];
  expect(sorted(end.toReversed())).toEqual(end);
});

test('an initial «ال» is ignored, an alif that is not the article is not', () => {
  const order = ['ألمانيا اليوم', 'الأهرام', 'البيان', 'الحياة', 'رويترز', 'اللواء'];
  expect(sorted(order.toReversed())).toEqual(order);
  expect(sorted(['«الوطن»', 'هلال', 'ياقوت'])).toEqual(['هلال', '«الوطن»', 'ياقوت']);
});

test('hamza, tashkeel, tatweel and letter case do not affect the order', () => {
  const body = (name: string): string => alphabeticalKey(name).split('\0')[0] ?? '';
  expect(body('أحمد')).toBe(body('احمد'));
  expect(body('إبراهيم')).toBe(body('ٱبراهيم'));
  expect(body('مُحَمَّدٌ')).toBe(body('محـــمد'));
  expect(body('منى')).toBe(body('مني'));
  expect(body('ﻻمع')).toBe(body('لامع'));
  expect(body('Émile Habibi')).toBe(body('emile  habibi'));
});

test('a word sorts before longer words that start with it', () => {
  expect(sorted(['بيتا', 'بيت لحم', 'بيت'])).toEqual(['بيت', 'بيت لحم', 'بيتا']);
});

test('numbers sort first, by value, in digits of any script', () => {
  expect(sorted(['قناة ١٠', 'قناة 9', 'قناة العرب', '٢٤ ساعة', '007', 'BBC', 'أوان'])).toEqual([
    '007',
    '٢٤ ساعة',
    'أوان',
    'قناة 9',
    'قناة ١٠',
    'قناة العرب',
    'BBC',
  ]);
});

test('Latin names sort after Arabic ones, other scripts after both', () => {
  expect(sorted(['Правда', 'AFP', 'يونيوز', 'zdf'])).toEqual(['يونيوز', 'AFP', 'zdf', 'Правда']);
});

test('different names have different keys, and the order does not depend on the input order', () => {
  const name = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: fc.constantFrom(...'اأإآلبتة ىيًـ12٣aB«»'), maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 20 }), (names) => {
      expect(new Set(names.map(alphabeticalKey)).size).toBe(names.length);
      expect(sorted(names.toReversed())).toEqual(sorted(names));
    }),
  );
});

test('an index has a letter for each name: hamza folded, Latin capitals, one group for digits and one for the rest', () => {
  const letterOf = (name: string): string => indexLetter(alphabeticalKey(name));
  const alif = ['أحمد', 'إبراهيم', 'آدم', 'ٱبن', 'ءاب', 'الأهرام', 'اللواء'];
  expect(alif.map(letterOf)).toEqual(['ا', 'ا', 'ا', 'ا', 'ا', 'ا', 'ل']);
  expect(['ؤلفة', 'ئبر', 'ىحيى', 'ةه', 'پرويز', 'گلستان'].map(letterOf)).toEqual([
    ...['و', 'ي', 'ي', 'ه', 'پ', 'گ'],
  ]);
  expect(['الـبيان', '«الخليج»', 'bbc', 'Élan'].map(letterOf)).toEqual(['ب', 'خ', 'B', 'E']);
  expect(['١٩٦٧', '24 ساعة', 'Правда', 'הארץ', '…'].map(letterOf)).toEqual(['0', '0', '', '', '']);
});
