import { expect, test } from 'vitest';
import { compareDates, parseEdtf } from '../../../src/calendar/edtf.ts';
import type { PlainDate } from '../../../src/model/date.ts';

function date(text: string): PlainDate {
  const found = parseEdtf(text);
  if (found === undefined) throw new Error(`${text} is a date`);
  return found;
}

test('a date keeps its precision', () => {
  expect(parseEdtf('2017-12-12')).toEqual({
    edtf: '2017-12-12',
    year: 2017,
    month: 12,
    day: 12,
    uncertain: false,
    approximate: false,
  });
  expect(date('2017-12').day).toBeUndefined();
  expect(date('2017').month).toBeUndefined();
});

test.each([
  ['2017-12-12?', true, false],
  ['1980~', false, true],
  ['1956-07%', true, true],
])('the qualifier of %s is read', (text, uncertain, approximate) => {
  expect(date(text)).toMatchObject({ edtf: text, uncertain, approximate });
});

test('Arabic-Indic and Persian digits are converted to ASCII', () => {
  expect(date('٢٠١٧-١٢-٠٥').edtf).toBe('2017-12-05');
  expect(date('۲۰۱۷-۱۲-۰۵').edtf).toBe('2017-12-05');
});

test.each([
  '',
  '0000',
  '2017-00',
  '2017-13',
  '2017-02-30',
  '2017-02-29',
  '1900-02-29',
  '2017-04-31',
  '2017-12-32',
  '2017-1-1',
  '12/12/2017',
  '2017?-12',
  '2017-12-12??',
  '2017-12-12T',
  '2017-12T10:00',
  '2017-12-12T10:60',
  '2017-02-30T10:00',
  ' 2017',
  '2017\n',
  'y2017',
  '-2017',
  '2017-21',
  '201X',
])('%j is not a date', (text) => {
  expect(parseEdtf(text)).toBeUndefined();
});

test('the leap day exists in leap years only', () => {
  expect(parseEdtf('2024-02-29')).toBeDefined();
  expect(parseEdtf('2000-02-29')).toBeDefined();
});

test('dates sort by time, less precise dates first', () => {
  const sorted = ['2016-12-31', '2017', '2017-01', '2017-01-01', '2017-01-01?', '2017-02'];
  const dates = sorted.toReversed().map(date).sort(compareDates);
  expect(dates.map((each) => each.edtf)).toEqual(sorted);
  expect(compareDates(date('1973-10-06'), date('1973-10-06'))).toBe(0);
});

test.each([
  '2015-07-21 02:51:32',
  '2015-07-21T02:51',
  '2015-07-21T02:51:32Z',
  '2015-07-21T02:51:32.123+03:00',
  '2015-07-21 02:51:32 +0300',
  '2015-07-21 02:51:32 UTC',
  '٢٠١٥-٠٧-٢١ ٠٢:٥١',
])('%s is parsed as its day, independent of the time zone', (text) => {
  expect(parseEdtf(text)?.edtf).toBe('2015-07-21');
});
