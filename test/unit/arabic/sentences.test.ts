import { expect, test } from 'vitest';
import { sentences } from '../../../src/arabic/sentences.ts';

function split(text: string): string[] {
  return sentences(text).map(({ start, end }) => text.slice(start, end));
}

test('stops, question marks and exclamation marks end sentences', () => {
  expect(split('وصل الوفد. هل عاد؟ نعم! انتهى')).toEqual([
    'وصل الوفد.',
    'هل عاد؟',
    'نعم!',
    'انتهى',
  ]);
});

test('a sentence ends where the space after the stop is missing', () => {
  expect(split('في الشرق الأوسط.وسيتوجه بوتين إلى تركيا.')).toEqual([
    'في الشرق الأوسط.',
    'وسيتوجه بوتين إلى تركيا.',
  ]);
});

test('a sentence includes its closing quotation mark', () => {
  expect(split('قال: «انتهى الأمر.» وأضاف: "لا عودة." ثم مضى.')).toEqual([
    'قال: «انتهى الأمر.»',
    'وأضاف: "لا عودة."',
    'ثم مضى.',
  ]);
});

test.each([
  'ارتفع المؤشر 3.5 في المئة و٣.٥ نقطة',
  'حضر د. خالد السعد وأ.د. هدى عوض وم. نعيم',
  'كتب J. Smith على www.example.org وإلى a.b@example.org رسالة',
  'عند الساعة 10.30 مساء في ص.ب 125',
  'الدراما الخليجية.. محاولات ولكن',
])('«%s» is one sentence', (text) => {
  expect(split(text)).toEqual([text]);
});

test('a list number starts an item, a year before a stop ends a sentence', () => {
  expect(split('1. بند أول. 2. بند ثان.')).toEqual(['1. بند أول.', '2. بند ثان.']);
  expect(split('وقع ذلك عام 2015. ثم انتهى.')).toEqual(['وقع ذلك عام 2015.', 'ثم انتهى.']);
  expect(split('وقع ذلك عام 1436 هـ. ثم انتهى.')).toEqual(['وقع ذلك عام 1436 هـ.', 'ثم انتهى.']);
});

test('dots end a sentence before a sentence opener', () => {
  expect(split('انتظر الجمهور.. وقال المدرب كلمته')).toEqual([
    'انتظر الجمهور..',
    'وقال المدرب كلمته',
  ]);
});

test('stray stops belong to the sentence before', () => {
  expect(split('انتهى الحفل. .. ثم عادوا.')).toEqual(['انتهى الحفل. ..', 'ثم عادوا.']);
});

test('empty text has no sentences', () => {
  expect(split('')).toEqual([]);
  expect(split(' \n\t')).toEqual([]);
});
