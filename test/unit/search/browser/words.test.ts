import { expect, test } from 'vitest';
import { arabicSite } from '../../../../src/i18n/ar/site.ts';
import { numbersOf } from '../../../../src/search/browser/words.ts';

test.each([
  ['ar', 'arab'],
  ['ar', 'latn'],
  ['en', 'latn'],
  ['fr', 'latn'],
] as const)('numbers are those of the platform in %s with the digits %s', (language, digits) => {
  const { number, year, digits: inDigits, count } = numbersOf({ language, digits });
  const locale = `${language}-u-nu-${digits}`;
  const format = new Intl.NumberFormat(locale);
  for (const n of [0, 7, 42, 999, 1000, 15_590, 1_234_567, 0.5])
    expect(number(n)).toBe(format.format(n));
  expect(year(1995)).toBe(new Intl.NumberFormat(locale, { useGrouping: false }).format(1995));
  expect(inDigits('12/1995')).toBe(`${year(12)}/${year(1995)}`);
  expect(count(12, arabicSite.articles)).toContain(number(12));
});
