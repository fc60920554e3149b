import { expect, test } from 'vitest';
import { words } from '../../../src/arabic/tokenize.ts';

function split(text: string): string[] {
  return words(text).map(({ start, end }) => text.slice(start, end));
}

test('words are runs of letters and digits with their marks', () => {
  expect(split('قالَ «الوزير»: نعم، (غدًا).')).toEqual(['قالَ', 'الوزير', 'نعم', 'غدًا']);
});

test('a number includes its separators', () => {
  expect(split('بلغ 1,250.5 عند 10:30. و٣٫٥')).toEqual(['بلغ', '1,250.5', 'عند', '10:30', 'و٣٫٥']);
});

test('marks and invisible characters alone are not words', () => {
  expect(split('\u200f \u064b … #')).toEqual([]);
  expect(split('')).toEqual([]);
});

test('offsets count from the start of the text', () => {
  expect(words('أول ثان ثالث', 4, 7)).toEqual([{ start: 4, end: 7 }]);
});

test('no more words are read than are asked for', () => {
  const text = 'أول، ثان 3.5 رابع';
  for (let limit = 0; limit < 6; limit += 1) {
    expect(words(text, 0, text.length, limit)).toEqual(words(text).slice(0, limit));
  }
});
