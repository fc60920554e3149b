import { expect, test } from 'vitest';
import { formatDate, formatYears, machineDate } from '../../../src/calendar/dates.ts';
import { parseEdtf } from '../../../src/calendar/edtf.ts';
import { defaultRegion, regions } from '../../../src/calendar/regions.ts';
import { arabicSite as ar } from '../../../src/i18n/ar/site.ts';
import { englishSite as en } from '../../../src/i18n/en/site.ts';
import type { PlainDate } from '../../../src/model/date.ts';
import type { Region } from '../../../src/model/region.ts';

function date(edtf: string): PlainDate {
  const parsed = parseEdtf(edtf);
  if (parsed === undefined) throw new Error(edtf);
  return parsed;
}

const english = en.region ?? defaultRegion;

const region = (code: string): Region => regions[code] ?? defaultRegion;

test('a day is formatted as in the region’s newspapers', () => {
  const words = (code: string): string => formatDate(date('2017-12-12'), region(code), ar);
  expect(words('EG')).toBe('١٢ ديسمبر ٢٠١٧');
  expect(words('SY')).toBe('١٢ كانون الأول ٢٠١٧');
  expect(words('MA')).toBe('12 دجنبر 2017');
  expect(words('TN')).toBe('12 ديسمبر 2017');
  expect(formatDate(date('2017-12-12'), english, en)).toBe('12 December 2017');
});

test('a month or a year is formatted at its own precision', () => {
  expect(formatDate(date('2017-03'), defaultRegion, ar)).toBe('مارس ٢٠١٧');
  expect(formatDate(date('1952'), defaultRegion, ar)).toBe('١٩٥٢');
});

test('every month of every region is formatted with its name', () => {
  for (const [code, { months }] of Object.entries(regions)) {
    months.forEach((name, i) => {
      const text = formatDate(date(`2001-${String(i + 1).padStart(2, '0')}-09`), region(code), ar);
      expect(text, code).toContain(` ${name} `);
    });
  }
});

test('uncertain and approximate dates are marked', () => {
  expect(formatDate(date('2017-12-12?'), defaultRegion, ar)).toBe('١٢ ديسمبر ٢٠١٧ (على الأرجح)');
  expect(formatDate(date('1980~'), defaultRegion, ar)).toBe('حوالي ١٩٨٠');
  expect(formatDate(date('1980%'), defaultRegion, ar)).toBe('حوالي ١٩٨٠ (على الأرجح)');
  expect(formatDate(date('1980-05?'), english, en)).toBe('May 1980 (probably)');
});

test('the machine-readable date is EDTF without its qualifier', () => {
  expect(['2017-12-12?', '1980~', '1980-05%', '0007-01-01'].map(date).map(machineDate)).toEqual([
    '2017-12-12',
    '1980',
    '1980-05',
    '0007-01-01',
  ]);
});

test('a span of one year is that year', () => {
  expect(formatYears(2017, 2017, defaultRegion)).toBe('٢٠١٧');
  expect(formatYears(1950, 2017, defaultRegion)).toBe('١٩٥٠–٢٠١٧');
  expect(formatYears(1950, 2017, region('MA'))).toBe('1950–2017');
});
