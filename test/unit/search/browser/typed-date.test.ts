import { describe, expect, test } from 'vitest';
import { defaultRegion, regions } from '../../../../src/calendar/regions.ts';
import { englishSite } from '../../../../src/i18n/en/site.ts';
import { dateInWords, typedDate } from '../../../../src/search/browser/typed-date.ts';
import { numbersOf } from '../../../../src/search/browser/words.ts';

const { months } = defaultRegion;

describe('dates as a person types them', () => {
  test.each([
    ['٢١ يوليو ٢٠١٥', '2015-07-21'],
    ['21 يوليو 2015', '2015-07-21'],
    ['\u200f٢١/٧/٢٠١٥', '2015-07-21'],
    ['21-7-2015', '2015-07-21'],
    ['2015-07-21', '2015-07-21'],
    ['2015/7/21', '2015-07-21'],
    ['۲۱ یولیو ۲۰۱۵', '2015-07-21'],
    ['يوليو ٢٠١٥', '2015-07'],
    ['أغسط ٢٠١٥', '2015-08'],
    ['٧/٢٠١٥', '2015-07'],
    ['2015-07', '2015-07'],
    [' ٢٠١٥ ', '2015'],
    ['29 فبراير 2016', '2016-02-29'],
  ])('%s', (text, date) => {
    expect(typedDate(text, months)).toBe(date);
  });

  test.each([
    ...['', '٢', '٢٠١', '21', '٣١ يونيو ٢٠١٥', '29/2/2015', '2015-13', '32 يوليو 2015'],
    ...['يوليو', 'غدًا', 'كلمة ٢٠١٥', '1 2 3 4', '2015-07-21-1', 'يو ٢٠١٥'],
  ])('«%s» is none', (text) => {
    expect(typedDate(text, months)).toBeUndefined();
  });

  test('every day in words, in each kind of months and digits, is read as itself', () => {
    const kinds = [
      ...['EG', 'SY', 'TN', 'MA', 'MR'].flatMap((code) => {
        const region = regions[code];
        return region === undefined ? [] : [{ ...region, language: 'ar' }];
      }),
      { ...(englishSite.region ?? defaultRegion), language: 'en' },
    ];
    for (const kind of kinds) {
      for (let month = 1; month <= 12; month += 1) {
        for (const date of [`1967-${String(month).padStart(2, '0')}-05`, '1967']) {
          const words = dateInWords(date, kind, numbersOf(kind));
          expect(typedDate(words, kind.months), words).toBe(date);
        }
      }
    }
  });
});
