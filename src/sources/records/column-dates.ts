import { asciiDigits, edtfOf, parseEdtf } from '../../calendar/edtf.ts';
import { readSerial, type SerialNumbers, serialShown } from '../../calendar/serial-days.ts';
import type { ColumnDates } from '../../model/record.ts';
import { type DateOrder, dayAndMonth } from './date-order.ts';

/** Collects what the dates of a column show of all of them. */
export interface DateColumn {
  push(text: string): void;
  /** Returns what the dates mean; undefined where they need nothing, or show nothing. */
  meaning(): ColumnDates | undefined;
}

/** Dates that mean one day only: EDTF, with a time of day or without. */
const isoDate = /^\s*[\d٠-٩]{4}(?:-[\d٠-٩]{2}){0,2}(?:[T\s]|$)/;

/** Share of the numbers of a column that must be of one kind. */
const serialShare = 0.9;

/** Returns a collector for one column of dates. */
export function dateColumn(): DateColumn {
  const orders = { day: 0, month: 0 };
  const serials = new Map<SerialNumbers, number>();
  let numbers = 0;
  return {
    push(text) {
      if (text.length > 100 || isoDate.test(text)) return;
      const written = asciiDigits(text.trim());
      const serial = serialShown(written);
      if (/^\d+(?:[.,]\d+)?$/.test(written)) numbers += 1;
      if (serial !== undefined) serials.set(serial, (serials.get(serial) ?? 0) + 1);
      const [first = 0, second = 0] = dayAndMonth(written) ?? [];
      if (first > 12 && first <= 31 && second <= 12) orders.day += 1;
      if (second > 12 && second <= 31 && first <= 12) orders.month += 1;
    },
    meaning() {
      const order: DateOrder | undefined =
        orders.day > 0 === orders.month > 0 ? undefined : orders.day > 0 ? 'day' : 'month';
      const serial = [...serials].find(([, count]) => count >= serialShare * numbers)?.[0];
      if (order === undefined && serial === undefined) return undefined;
      return {
        ...(order === undefined ? {} : { order }),
        ...(serial === undefined ? {} : { serial }),
      };
    },
  };
}

/** Returns a date of numbers by a known order as EDTF; undefined where it is none. */
export function dateByOrder(written: string, order: DateOrder | undefined): string | undefined {
  const numbers = dayAndMonth(written);
  const year = /\d{4}/.exec(asciiDigits(written))?.[0];
  if (numbers === undefined || year === undefined || order === undefined) return undefined;
  const [day, month] = order === 'day' ? numbers : numbers.toReversed();
  return parseEdtf(edtfOf(year, month ?? '', day ?? ''))?.edtf;
}

/**
 * Returns a date of a column as EDTF where only the column shows what it means: `41114`, or `3/4/2011` beside
 * `25/1/2011`; undefined for every other text.
 */
export function columnDate(text: string, { order, serial }: ColumnDates): string | undefined {
  const written = asciiDigits(text.trim());
  const counted = serial === undefined ? undefined : readSerial(written, serial)?.edtf;
  return counted ?? dateByOrder(written, order);
}
