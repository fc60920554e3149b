import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatHijri } from '../../../src/calendar/dates.ts';
import { parseEdtf } from '../../../src/calendar/edtf.ts';
import { toHijri } from '../../../src/calendar/hijri.ts';
import { parsePrintedHijri } from '../../../src/calendar/printed-hijri.ts';
import { defaultRegion } from '../../../src/calendar/regions.ts';
import { daysFrom } from '../../../src/calendar/resolve-dates.ts';
import { arabicSite as ar } from '../../../src/i18n/ar/site.ts';

test.each([
  ['24 ربيع الأول 1439', { year: 1439, month: 3, day: 24 }],
  ['الثلاثاء ٢٤ ربيع أول ١٤٣٩هـ', { year: 1439, month: 3, day: 24 }],
  ['٢٤ من ربيعٍ الثاني عام ١٣٥٦ هـ', { year: 1356, month: 4, day: 24 }],
  ['السبت، 7 جمادى الأولى، 1380', { year: 1380, month: 5, day: 7 }],
  ['7 جماد ثاني 1380', { year: 1380, month: 6, day: 7 }],
  ['جمادي الآخرة سنة 1380', { year: 1380, month: 6 }],
  ['غرة شهر رمضان المبارك 1402', { year: 1402, month: 9, day: 1 }],
  ['شوال 1299', { year: 1299, month: 10 }],
  ['9 ذي الحجّة 1436', { year: 1436, month: 12, day: 9 }],
  ['١ المحرم ١٤٤٥', { year: 1445, month: 1, day: 1 }],
  ['10 محرم الحرام 1445', { year: 1445, month: 1, day: 10 }],
  ['24/3/1439 هـ', { year: 1439, month: 3, day: 24 }],
  ['٢٤ / ٣ / ١٤٣٩', { year: 1439, month: 3, day: 24 }],
  ['1439-03-24', { year: 1439, month: 3, day: 24 }],
])('«%s» is parsed', (text, date) => {
  expect(parsePrintedHijri(text)).toEqual(date);
});

test.each([
  ...['غرة محرم', '', 'رمضان', '31 رمضان 1439', '24/13/1439', '1439', 'عام الفيل'],
  ...['24 مارس 1439', 'بين شعبان ورمضان', '12/12/20171'],
])('«%s» has no certain reading', (text) => {
  expect(parsePrintedHijri(text)).toBeUndefined();
});

test('every formatted Hijri date of the tables is parsed back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 64_800 }), (offset) => {
      const day = new Date(Date.UTC(1900, 3, 30 + offset)).toISOString().slice(0, 10);
      const date = parseEdtf(day);
      if (date === undefined) throw new Error(day);
      const known = { year: date.year, month: date.month ?? 0, day: date.day ?? 0 };
      const { approximate: _, ...hijri } = toHijri(known) ?? { approximate: false };
      const printed = parsePrintedHijri(formatHijri(date, defaultRegion, ar) ?? '');
      expect(printed).toEqual(hijri);
      expect(printed && daysFrom(printed, known)).toBe(0);
    }),
  );
});

test('the distance is that to the nearest possible day', () => {
  const day = { year: 2017, month: 12, day: 12 };
  expect(daysFrom({ year: 1439, month: 3, day: 22 }, day)).toBe(2);
  expect(daysFrom({ year: 1439, month: 3, day: 27 }, day)).toBe(3);
  expect(daysFrom({ year: 1439, month: 3 }, day)).toBe(0);
  expect(daysFrom({ year: 1439, month: 4 }, day)).toBe(7);
  expect(daysFrom({ year: 1439, month: 2 }, day)).toBe(24);
});
