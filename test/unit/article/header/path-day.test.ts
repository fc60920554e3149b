import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOfPath } from '../../../../src/article/header/path-day.ts';
import { readWrittenDate } from '../../../../src/calendar/written-date.ts';

const dayOf = (path: string): string | undefined => {
  const { date, hijri } = dayOfPath(path) ?? {};
  return date?.edtf ?? hijri;
};

test.each([
  ['2012-07-24_10035.txt', '2012-07-24'],
  ['JA-culture-1-20170120.txt', '2017-01-20'],
  ['2015-07-20-about.md', '2015-07-20'],
  ['24-07-2012.txt', '2012-07-24'],
  ['2012-07-24-1.txt', '2012-07-24'],
  ['24-07-2012-3.txt', '2012-07-24'],
  ['24.7.2012.txt', '2012-07-24'],
  ['خبر_٢٤-٠٧-٢٠١٢.txt', '2012-07-24'],
  ['2012_07_24 مكتبة الحي.docx', '2012-07-24'],
  ['24 يوليو 2012.txt', '2012-07-24'],
  ['العدد 12 - 24 تموز 2012.txt', '2012-07-24'],
  ['1433-09-05.txt', '1433/09/05'],
  ['5 رمضان 1433.txt', '5 رمضان 1433'],
  ['2012/07/24/x.txt', '2012-07-24'],
  ['2012-07-24/x.txt', '2012-07-24'],
  ['paper/20120724/page-3.txt', '2012-07-24'],
  ['20120724-2012-07-24.txt', '2012-07-24'],
  // The name of the file goes before its folders.
  ['2012/07/24/2012-07-25-x.txt', '2012-07-25'],
])('the day of %s is %s', (path, day) => {
  expect(dayOf(path)).toBe(day);
});

test.each([
  ...['10035201.txt', '20121399.txt', '3-4-2012.txt', '2012.txt', '2012-07.txt', '31-02-2012.txt'],
  ...[
    '0020120724.txt',
    '201207241.txt',
    '20120724101500.txt',
    'a20120724.txt',
    '2012-07-24-2013-01-01.txt',
  ],
  ...[
    'scan_20200101.txt',
    'IMG-20200101-WA0001.txt',
    'export-2024-05-01.txt',
    'نسخة 2024-05-01.txt',
  ],
  ...['crawl.warc.gz/2020/01/01/x.txt', 'import-2024-05-01/x.txt', 'backup/2024-05-01/x.txt'],
  ...[
    '2012/07/x.txt',
    '1/2/2012/x.txt',
    'v1.2.2012.3.txt',
    'ثورة 25 يناير 2011 في عيون الكتاب.txt',
    'x.txt',
  ],
])('%s has no day', (path) => {
  expect(dayOf(path)).toBeUndefined();
});

test('any text and any name is read without an error', () => {
  const parts = fc.constantFrom(
    ...[
      '2012',
      '24',
      '7',
      '/',
      '-',
      ' ',
      'يوليو',
      'رمضان',
      '1433',
      'هـ',
      'الثلاثاء',
      ':',
      'كانون',
      '2',
      'م',
    ],
    ...[
      'ألف',
      'وتسعمائة',
      'الخامس',
      'عشر',
      'Jul',
      'T10:00',
      '+0300',
      '(',
      ')',
      '٢٤',
      '\u200f',
      '؟',
      '.',
    ],
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(parts, { maxLength: 14 }).map((some) => some.join(' ')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const read = readWrittenDate(text);
      if (read?.date !== undefined) expect(read.date.edtf).toMatch(/^\d{4}(?:-\d\d){0,2}[?~%]?$/);
      dayOfPath(`${text}.txt`);
    }),
    { numRuns: 500 },
  );
});
