import { expect, test } from 'vitest';
import {
  countNoun,
  formatCount,
  localDigits,
  pluralCategory,
} from '../../../src/calendar/numerals.ts';
import { arabicSite as ar } from '../../../src/i18n/ar/site.ts';
import { englishSite as en } from '../../../src/i18n/en/site.ts';

test('only ASCII digits are replaced by the region’s', () => {
  expect(localDigits('يوم 12 من 2017، ٣ و ۴', 'arab')).toBe('يوم ١٢ من ٢٠١٧، ٣ و ۴');
  expect(localDigits('يوم 12', 'latn')).toBe('يوم 12');
});

test('numbers are grouped by thousands with the separator of their digits', () => {
  expect([0, 999, 1000, 1234567].map((n) => formatCount(n, 'arab'))).toEqual([
    '٠',
    '٩٩٩',
    '١٬٠٠٠',
    '١٬٢٣٤٬٥٦٧',
  ]);
  expect(formatCount(1234567, 'latn')).toBe('1,234,567');
});

test('plural categories are those of CLDR for each language', () => {
  const of = (language: string) => [0, 1, 2, 3, 11, 100].map((n) => pluralCategory(n, language));
  expect(of('ar')).toEqual(['zero', 'one', 'two', 'few', 'many', 'other']);
  expect(of('en')).toEqual(['other', 'one', 'other', 'other', 'other', 'other']);
  expect(of('fr').slice(0, 3)).toEqual(['one', 'one', 'other']);
  expect(of('he').slice(0, 4)).toEqual(['other', 'one', 'two', 'other']);
});

test('numbers agree with Intl for Arabic in Egypt', () => {
  const format = new Intl.NumberFormat('ar-EG');
  for (const n of [0, 7, 10, 999, 1000, 10_000, 123_456, 9_876_543]) {
    expect(formatCount(n, 'arab')).toBe(format.format(n));
  }
});

test('a counted noun has the form of its plural category', () => {
  const words = (n: number): string => countNoun(n, ar.articles, 'arab', 'ar');
  expect([0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 1011].map(words)).toEqual([
    'لا مقالات',
    'مقال واحد',
    'مقالان',
    '٣ مقالات',
    '١٠ مقالات',
    '١١ مقالًا',
    '٩٩ مقالًا',
    '١٠٠ مقال',
    '١٠٢ مقال',
    '١٠٣ مقالات',
    '١٬٠١١ مقالًا',
  ]);
});

test('English nouns have a singular and a plural', () => {
  const words = (n: number): string => countNoun(n, en.articles, 'latn', 'en');
  expect([0, 1, 2, 5, 11, 1101].map(words)).toEqual([
    'no articles',
    '1 article',
    '2 articles',
    '5 articles',
    '11 articles',
    '1,101 articles',
  ]);
});

test('zero and two have their own words where the language provides them', () => {
  const words = (n: number): string => countNoun(n, en.times, 'latn', 'en');
  expect([0, 1, 2, 3, 102].map(words)).toEqual(['never', 'once', 'twice', '3 times', '102 times']);
  const russian = { zero: 'нет', one: '{n} статья', few: '{n} статьи', other: '{n} статей' };
  const counted = (n: number): string => countNoun(n, russian, 'latn', 'ru');
  expect([0, 1, 2, 5, 21].map(counted)).toEqual([
    ...['нет', '1 статья', '2 статьи', '5 статей', '21 статья'],
  ]);
});

test('Arabic and English have every form of their plural categories, each with its number', () => {
  for (const { language, articles, readingTime, times, breaks, terms } of [ar, en]) {
    const nouns = [
      articles,
      readingTime,
      times,
      breaks,
      ...Object.values(terms).map((t) => t.count),
    ];
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const noun of nouns) {
      for (const category of pluralCategories) expect(noun[category], language).toBeDefined();
      for (const n of [3, 10, 11, 26, 99, 100, 103]) {
        expect(countNoun(n, noun, 'latn', language)).toMatch(new RegExp(`(^| )${n}( |$)`));
      }
    }
  }
});
