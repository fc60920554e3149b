import { expect, test } from 'vitest';
import {
  fold,
  isArabicLetter,
  isDigit,
  isLatinLetter,
  isMark,
  isSpace,
  isTatweel,
} from '../../../src/arabic/letters.ts';

function unit(sign: string): number {
  return sign.charCodeAt(0);
}

test('spellings of one word fold to the same form', () => {
  expect(fold('مَسْؤُولٌ')).toBe('مسوول');
  expect(fold('العـــربية')).toBe(fold('العربيه'));
  expect(fold('إلى')).toBe('الي');
  expect(fold('أإآٱا')).toBe('ااااا');
  expect(fold('NATO 2017')).toBe('NATO 2017');
});

test('a text folds like its words, whatever its length', () => {
  const words = ['مَسْؤُولٌ', 'العـــربية', 'إلى', '٣', 'NATO', '\u200fأمٓ', 'کتاب', '،'];
  expect(fold(words.join(' '))).toBe(words.map(fold).join(' '));
  expect(fold(words.join(''))).toBe(words.map(fold).join(''));
});

test('letters, marks, tatweel and digits are distinguished', () => {
  for (const sign of 'ءأبيىةپچگ') expect(isArabicLetter(unit(sign)), sign).toBe(true);
  for (const sign of '،؛؟ـ٠٪َ') expect(isArabicLetter(unit(sign)), sign).toBe(false);
  for (const sign of '09٠٩۰۹') expect(isDigit(unit(sign)), sign).toBe(true);
  expect(isMark(unit('\u0651'))).toBe(true);
  expect(isTatweel(unit('ـ'))).toBe(true);
  expect(isLatinLetter(unit('é'))).toBe(true);
  expect(isLatinLetter(unit('×'))).toBe(false);
});

test('white space is what \\s matches', () => {
  for (let code = 0; code <= 0xffff; code += 1) {
    if (isSpace(code) !== /\s/.test(String.fromCharCode(code))) expect(code).toBe('equal');
  }
});
