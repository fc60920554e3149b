import { expect, test } from 'vitest';
import { defaultRegion, regions } from '../../../src/calendar/regions.ts';
import { englishSite as en } from '../../../src/i18n/en/site.ts';

/** Month names of this Node's CLDR, without the direction marks that some ICU versions add. */
function runtimeMonths(locale: string): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, {
    month: 'long',
    timeZone: 'UTC',
    calendar: 'gregory',
  });
  return Array.from({ length: 12 }, (_, month) =>
    format.format(Date.UTC(2017, month, 15)).replace(/[\u200E\u200F\u061C]/g, ''),
  );
}

/** Countries for which this Node's CLDR has Arabic. */
function countries(): readonly string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => {
      const { locale } = new Intl.DateTimeFormat(`ar-${code}`).resolvedOptions();
      return locale === `ar-${code}`;
    });
}

test.each(Object.keys(regions))('month names of %s are those of this Node’s CLDR', (code) => {
  expect(regions[code]?.months).toEqual(runtimeMonths(`ar-${code}`));
});

test.each(Object.keys(regions))('digits of %s are those of this Node’s CLDR', (code) => {
  const { numberingSystem } = new Intl.NumberFormat(`ar-${code}`).resolvedOptions();
  expect(regions[code]?.digits).toBe(numberingSystem);
});

test.each(Object.keys(regions))('the week of %s begins as in this Node’s CLDR', (code) => {
  const locale = new Intl.Locale(`ar-${code}`) as Intl.Locale & {
    readonly getWeekInfo: () => { readonly firstDay: number };
  };
  // CLDR counts from Monday as 1, Sunday is 7.
  expect(regions[code]?.weekStart).toBe(locale.getWeekInfo().firstDay % 7);
});

test('every country with Arabic newspapers has a region', () => {
  expect(Object.keys(regions)).toEqual(countries());
});

test('the default months are those of most countries', () => {
  expect(defaultRegion.months).toEqual(runtimeMonths('ar-EG'));
  expect(en.region?.months).toEqual(runtimeMonths('en'));
});

test('every region names twelve different months', () => {
  for (const { months } of Object.values(regions)) expect(new Set(months).size).toBe(12);
});
