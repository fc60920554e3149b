import { asciiDigits } from '../../calendar/edtf.ts';
import { readSerial, type SerialNumbers, serialShown } from '../../calendar/serial-days.ts';
import { orderShown, readWrittenDate } from '../../calendar/written-date.ts';
import type { ColumnDates } from '../../model/record.ts';

/** Collects what the dates of a column show of all of them. */
export interface DateColumn {
  push(text: string): void;
  /** Returns what the dates mean; undefined where they need nothing, or show nothing. */
  meaning(): ColumnDates | undefined;
}

/** Dates that mean one day only: EDTF, with a time of day or without. */
const isoDate = /^\s*[\d٠-٩]{4}(?:-[\d٠-٩]{2}){0,2}(?:[T\s]|$)/;

/** A date of numbers that begins with the day or the month. */
const numberFirst = /^\d{1,2}\s*[/.\-\u060d]\s*\d{1,2}\D/;

/** Share of the numbers of a column that must be of one kind. */
const serialShare = 0.9;

/** Returns a collector for one column of dates. */
export function dateColumn(): DateColumn {
  const orders = { dmy: 0, mdy: 0, ymd: 0 };
  const serials = new Map<SerialNumbers, number>();
  let numbers = 0;
  return {
    push(text) {
      if (text.length > 100 || isoDate.test(text)) return;
      const written = asciiDigits(text.trim());
      const serial = serialShown(written);
      if (/^\d+(?:[.,]\d+)?$/.test(written)) numbers += 1;
      if (serial !== undefined) serials.set(serial, (serials.get(serial) ?? 0) + 1);
      const shown = orderShown(written);
      if (shown !== undefined) orders[shown] += 1;
    },
    meaning() {
      const isOpen = orders.dmy > 0 === orders.mdy > 0;
      const order = isOpen ? undefined : orders.dmy > 0 ? 'dmy' : 'mdy';
      const serial = [...serials].find(([, count]) => count >= serialShare * numbers)?.[0];
      if (order === undefined && serial === undefined) return undefined;
      return {
        ...(order === undefined ? {} : { order }),
        ...(serial === undefined ? {} : { serial }),
      };
    },
  };
}

/**
 * Returns a date of a column as EDTF where only the column shows what it means: `41114`, or `3/4/2011` beside
 * `25/1/2011`; undefined for every other text.
 */
export function columnDate(text: string, { order, serial }: ColumnDates): string | undefined {
  const written = asciiDigits(text.trim());
  const counted = serial === undefined ? undefined : readSerial(written, serial)?.edtf;
  if (counted !== undefined || order === undefined || !numberFirst.test(written)) return counted;
  const { date, isDerived, doubt } = readWrittenDate(written, { order }) ?? {};
  return isDerived === true || doubt !== undefined ? undefined : date?.edtf;
}
