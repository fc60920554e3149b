import { expect, test } from 'vitest';
import { eachStem, stemKey } from '../../../src/arabic/stem.ts';
import { articleKeywords } from '../../../src/article/keywords.ts';

test.each([
  ['الوزير', 'وزير'],
  ['للوزير', 'وزير'],
  ['والوَزيرُ', 'وزير'],
  ['وبالمدينة', 'مدينه'],
  ['مسلمون', 'مسلمين'],
  ['مسؤول', 'مسوول'],
  ['إسرائيل', 'اسراييل'],
  ['العـــربية', 'عربي'],
  ['BBC', 'bbc'],
  ['٢٠١٥', '2015'],
])('«%s» and «%s» share a stem', (a, b) => {
  expect(stemKey(a)).toBe(stemKey(b));
});

test.each([
  ['وزير', 'زير'],
  ['وفد', 'فد'],
  ['كتاب', 'كتب'],
  ['بيت', 'بيتنا'],
])('«%s» and «%s» have different stems', (a, b) => {
  expect(stemKey(a)).not.toBe(stemKey(b));
});

test('a stem has at least three letters; strings that are not words have none', () => {
  expect(stemKey('الله')).toBe(stemKey('الله'));
  expect(stemKey('ال')).toBeDefined();
  expect(stemKey('…، !')).toBeUndefined();
  expect(stemKey('ا'.repeat(41))).toBeUndefined();
});

test('words have their spans in the text', () => {
  const text = 'قال: «الوَزير» 12 مرّة.';
  const found: string[] = [];
  eachStem(text, ({ start, end }) => found.push(text.slice(start, end)));
  expect(found).toEqual(['قال', 'الوَزير', '12', 'مرّة']);
});

test('keywords are words that an article repeats and few articles use', () => {
  const text =
    'رست سفينة الأميرال في شكّا، ثم أبحرت السفينة من شكا. وقال الأميرال إن الأميرال التالي سيصل غدا، وقال إنه في الطريق.';
  const words = articleKeywords('سفينة في الميناء', text).map(({ word }) => word);
  expect(words).toContain('الأميرال');
  expect(words).toContain('شكّا');
  expect(words).not.toContain('وقال');
  expect(words.length).toBeLessThanOrEqual(8);
});
