import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gregorianDayOf } from '../../../src/calendar/gregorian.ts';
import { toHijri } from '../../../src/calendar/hijri.ts';
import { localDigits } from '../../../src/calendar/numerals.ts';
import { regions } from '../../../src/calendar/regions.ts';
import { orderShown, readWrittenDate } from '../../../src/calendar/written-date.ts';
import { arabicSite } from '../../../src/i18n/ar/site.ts';

const read = (text: string): string => {
  const { date, hijri, isDerived, doubt } = readWrittenDate(text) ?? {};
  const marks = [isDerived === true ? `of ${hijri ?? ''}` : hijri, doubt?.reason];
  return [date?.edtf ?? '-', ...marks.filter((mark) => mark !== undefined)].join(' | ');
};

test.each([
  // Months of all Arab countries.
  ...['24 تموز 2012', '24 يوليو 2012', '24 يوليوز 2012', '24 جويلية 2012', '24 يوليه 2012'],
  ...['24 تموز/يوليو 2012', '24 يوليو (تموز) 2012', '24 ناصر 2012', 'تموز 24, 2012'],
  // Digits, signs, eras, days of the week, labels.
  ...[
    '٢٤/٧/٢٠١٢',
    '۲۴/۷/۲۰۱۲',
    '24-7-2012',
    '24.7.2012',
    '24 / 7 / 2012 م',
    '24 7 2012',
    '24،7،2012',
  ],
  ...['7/24/2012', '2012/7/24', '2012.07.24', '24072012', '20120724', '2012-206', '2012-W30-2'],
  ...[
    'الثلاثاء 24 يوليو 2012',
    'يوم الثلاثاء الموافق 24/7/2012م',
    'تاريخ النشر: 24 يوليو 2012 ميلادية',
  ],
  ...[
    'نُشر في 24/07/2012 - 10:15 م',
    'الثلاثاء، 24 يوليو، 2012 الساعة 10:15 صباحًا',
    '(24 يوليو 2012)',
  ],
  ...['2012 يوليو 24', '2012، 24 تموز', '2012-Jul-24', '24·7·2012', '٢٤٫٧٫٢٠١٢'],
  // Words.
  ...['الرابع والعشرين من تموز 2012', 'الرابع و العشرون من يوليو عام 2012'],
  ...['الرابع والعشرون من يوليو ألفين واثني عشر', 'الثلاثاء الرابع والعشرين من تموز سنة 2012'],
  // Programs and other languages.
  ...[
    '2012-07-24T10:00:00.000+03:00',
    '20120724T101500Z',
    '2012-07-24 10:15:00 UTC',
    '2012-07-24 10:15 ص',
  ],
  ...['Tue, 24 Jul 2012 15:53:56 +0300', 'Tue, 24 Jul 12 15:53 GMT', 'Tue Jul 24 15:53:56 2012'],
  ...[
    'Tue Jul 24 15:53:56 +0000 2012',
    'July 24, 2012',
    'Jul. 24th, 2012',
    '24 July 2012',
    '24-Jul-2012',
  ],
  ...['24 juillet 2012', 'mardi 24 juillet 2012', '7/24/2012 11:59 PM'],
])('«%s» is 24 July 2012', (text) => {
  expect(readWrittenDate(text)).toMatchObject({ date: { edtf: '2012-07-24' }, isDerived: false });
  expect(readWrittenDate(text)?.doubt).toBeUndefined();
});

test.each([
  ['5 كانون الثاني/يناير 2012', '2012-01-05'],
  ['5 كانون 2 2012', '2012-01-05'],
  ['5 ك2 2012', '2012-01-05'],
  ['5 كانون أول 2012', '2012-12-05'],
  ['5 تشرين ثاني 2012', '2012-11-05'],
  ['3 غشت 2009', '2009-08-03'],
  ['31 دجنبر 2009', '2009-12-31'],
  ['1 أوت 1962', '1962-08-01'],
  ['12 فيفري 1999', '1999-02-12'],
  ['9 شتنبر 1999', '1999-09-09'],
  ['الخامس عشر من آذار ألف وتسعمائة وخمسة وسبعين', '1975-03-15'],
  ['الحادي والثلاثين من ديسمبر 1999', '1999-12-31'],
  ['يوليو 2012', '2012-07'],
  ['7/2012', '2012-07'],
  ['عام 2012', '2012'],
  ['2012م', '2012'],
  ['حوالي 1980', '1980~'],
  ['24/7/2012؟', '2012-07-24?'],
  ['1400 م', '1400'],
  // Hijri dates give the Gregorian day.
  ['1433-09-05', '2012-07-24 | of 1433-09-05'],
  ['٥/٩/١٤٣٣هـ', '2012-07-24 | of ٥/٩/١٤٣٣هـ'],
  ['5 رمضان المبارك 1433', '2012-07-24 | of 5 رمضان المبارك 1433'],
  ['غرة شوال 1433هـ', '2012-08-19 | of غرة شوال 1433هـ'],
  ['الثلاثاء 5 رمضان 1433', '2012-07-24 | of الثلاثاء 5 رمضان 1433'],
  ['رمضان 1433', '2012-08~ | of رمضان 1433'],
  ['1433', '2012~ | of 1433'],
  ['5 رمضان 1300', '1883-07-10~ | of 5 رمضان 1300'],
  ['5 رمضان 1433هـ الموافق 24 يوليو 2012م', '2012-07-24 | 5 رمضان 1433هـ'],
  // A month may have begun a day earlier or later.
  ['6 رمضان 1433هـ الموافق 24 يوليو 2012م', '2012-07-24 | 6 رمضان 1433هـ'],
  // Doubts.
  ['3/4/2015', '- | order'],
  ['الجمعة 3/4/2015', '2015-04-03'],
  ['الأحد 3/4/2015', '- | weekday'],
  ['24/7/12', '- | century'],
  ['الثلاثاء 24/7/12', '2012-07-24'],
  ['31 فبراير 2012', '- | impossible'],
  ['30/2/2012', '- | impossible'],
  ['الأربعاء 24 يوليو 2012', '2012-07-24? | weekday'],
  ['15 رمضان 1433هـ الموافق 24 يوليو 2012م', '2012-07-24? | 15 رمضان 1433هـ | calendars'],
])('«%s» is read as %s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ...[
    'أمس',
    '24 يوليو',
    '24 يوليو 1433',
    'كانون 2012',
    '10035201',
    '20121399',
    '41114',
    '1343088000',
  ],
  ...[
    '24 يوليو 2012 في القاهرة',
    'ثورة 25 يناير 2011',
    '24-7-2012-55',
    '192.168.1.2012',
    '5/3',
    '123456',
  ],
  ...[
    '5 رمضان 2012',
    '5 يوليو/تشرين الأول 2012',
    'x'.repeat(600),
    '',
    '٪',
    '2012-07-24 ثم 2012-07-25',
  ],
])('«%s» is no date', (text) => {
  expect(readWrittenDate(text)).toBeUndefined();
});

test('numbers are days and seconds where the column shows it', () => {
  for (const [text, serial] of [
    ['41114', 'excel'],
    ['41114.5', 'excel'],
    ['39652', 'excel1904'],
    ['1343088000', 'unix'],
    ['1343170799', 'unix'],
    ['1343088000000', 'unixMs'],
  ] as const) {
    expect(readWrittenDate(text, { serial })?.date?.edtf, text).toBe('2012-07-24');
  }
  expect(readWrittenDate('7', { serial: 'excel' })).toBeUndefined();
});

test('a known order decides, and one date may show it', () => {
  expect(readWrittenDate('3/4/2015', { order: 'dmy' })?.date?.edtf).toBe('2015-04-03');
  expect(readWrittenDate('3/4/2015', { order: 'mdy' })?.date?.edtf).toBe('2015-03-04');
  expect(readWrittenDate('25/4/2015', { order: 'mdy' })?.date?.edtf).toBe('2015-04-25');
  expect(['25/1/2011', '1/25/2011', '2011/1/25', '3/4/2011', 'x'].map(orderShown)).toEqual([
    ...['dmy', 'mdy', 'ymd', undefined, undefined],
  ]);
});

const weekdays = arabicSite.weekdays;
const hijriMonths = arabicSite.hijriMonths;
const ordinals = 'الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر'.split(' ');
const dayInWords = (day: number): string => {
  const one = day % 10 === 1 && day > 10 ? 'الحادي' : (ordinals[(day % 10) - 1] ?? '');
  if (day <= 10) return ordinals[day - 1] ?? '';
  if (day < 20) return `${one} عشر`;
  const tens = day < 30 ? 'العشرين' : 'الثلاثين';
  return day % 10 === 0 ? tens : `${one} و${tens}`;
};

test('a day written in any form is read back', () => {
  const allMonths = Object.values(regions).map(({ months }) => months);
  fc.assert(
    fc.property(
      fc.integer({ min: 693_961, max: 767_000 }),
      fc.constantFrom(...allMonths),
      fc.constantFrom<'arab' | 'latn'>('arab', 'latn'),
      (number, months, digits) => {
        const { year, month, day } = gregorianDayOf(number);
        const edtf = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const name = months[month - 1] ?? '';
        const weekday = weekdays[(number + 3) % 7] ?? '';
        const numbers = { year, month, day };
        const hijri = toHijri(numbers);
        const inHijri = `${hijri?.day} ${hijriMonths[(hijri?.month ?? 1) - 1]} ${hijri?.year}هـ`;
        const forms = [
          ...[
            edtf,
            `${year}/${month}/${day}`,
            `${day} ${name} ${year}`,
            `${day} ${name}، ${year} م`,
          ],
          ...[`${weekday} ${day} ${name} ${year}`, `${weekday} ${day}.${month}.${year}`],
          ...[
            `${weekday} ${inHijri} الموافق ${day} ${name} ${year}م`,
            `${dayInWords(day)} من ${name} ${year}`,
          ],
          ...[edtf.replaceAll('-', ''), `نشر في: ${day} ${name} ${year} - 10:15`],
        ];
        for (const form of forms) {
          // Both orders of the numbers may fall on the same day of the week.
          const order = form.includes('.') ? 'dmy' : undefined;
          const { date, doubt } = readWrittenDate(localDigits(form, digits), { order }) ?? {};
          expect([date?.edtf, doubt], form).toEqual([edtf, undefined]);
        }
        const alone = readWrittenDate(`${weekday} ${inHijri}`);
        expect([alone?.date?.edtf, alone?.isDerived], inHijri).toEqual([edtf, true]);
      },
    ),
    { numRuns: 300 },
  );
});
