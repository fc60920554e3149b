import type { PlainDate } from '../model/date.ts';
import { edtfOf, parseEdtf } from './edtf.ts';
import { dayNumber, gregorianDayOf } from './gregorian.ts';

/** What the numbers of a column count: days of Excel since 1900 or 1904, or seconds or milliseconds of Unix. */
export type SerialNumbers = 'excel' | 'excel1904' | 'unix' | 'unixMs';

/** Day 0 of Excel; from March 1900 on, because it takes 1900 for a leap year. */
const excelZero = dayNumber({ year: 1899, month: 12, day: 30 });
const excel1904Zero = dayNumber({ year: 1904, month: 1, day: 1 });
const unixZero = dayNumber({ year: 1970, month: 1, day: 1 });

/** The days that a newspaper's column may hold: 1900-03-01 to 2100-12-31. */
const firstDay = dayNumber({ year: 1900, month: 3, day: 1 });
const lastDay = dayNumber({ year: 2100, month: 12, day: 31 });

const secondsOfDay = 86_400;

/**
 * Reads a serial number of a column that holds such numbers: `41114` (Excel) and `1343088000` (Unix) are
 * 2012-07-24. The time of day is left out; Unix numbers are read in UTC.
 *
 * @returns undefined where it is no number, or means no day from 1900 to 2100
 */
export function readSerial(text: string, serial: SerialNumbers): PlainDate | undefined {
  const written = text.trim();
  if (!/^-?\d{1,14}(?:[.,]\d+)?$/.test(written)) return undefined;
  const value = Number(written.replace(',', '.'));
  const isExcel = serial === 'excel' || serial === 'excel1904';
  const zero = isExcel ? (serial === 'excel' ? excelZero : excel1904Zero) : unixZero;
  const unit = isExcel ? 1 : serial === 'unix' ? secondsOfDay : secondsOfDay * 1000;
  const number = zero + Math.floor(value / unit);
  if (number < firstDay || number > lastDay) return undefined;
  const { year, month, day } = gregorianDayOf(number);
  return parseEdtf(edtfOf(year, month, day));
}

/** Numbers of days in Excel from 1954 to 2064. */
const [firstExcel, lastExcel] = [20_000, 60_000];

/**
 * Returns what a number of a column of dates may count by its size alone; undefined for a number that is a
 * year, a day of eight digits or too small. A column holds such numbers where all its numbers show the same.
 */
export function serialShown(text: string): SerialNumbers | undefined {
  const written = text.trim();
  if (!/^\d{5,13}(?:[.,]\d+)?$/.test(written)) return undefined;
  const digits = /^\d+/.exec(written)?.[0].length ?? 0;
  const value = Number(written.replace(',', '.'));
  if (digits === 5) return value >= firstExcel && value < lastExcel ? 'excel' : undefined;
  if (digits === 9 || digits === 10) return 'unix';
  return digits === 12 || digits === 13 ? 'unixMs' : undefined;
}
