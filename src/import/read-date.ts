import { serialShown } from '../calendar/serial-days.ts';
import { readWrittenDate } from '../calendar/written-date.ts';
import type { DateOrder } from '../model/date.ts';

/** The dates in a field, in the form of metadata. */
export interface ImportedDates {
  /** The Gregorian date in EDTF. */
  readonly date?: string;
  /** The Hijri date as written. */
  readonly hijri?: string;
}

/**
 * Reads the date in a field of another program's file: in any form that means one day only. A Hijri date is
 * kept as written.
 *
 * @param order which number of `3/4/2011` is the day, where that is known
 * @returns undefined where it is no date, is ambiguous, or does not exist
 */
export function readDates(text: string, order?: DateOrder): ImportedDates | undefined {
  const serial = serialShown(text);
  const read = readWrittenDate(text, {
    order,
    serial: serial === 'unix' || serial === 'unixMs' ? serial : undefined,
  });
  if (read === undefined) return undefined;
  const { date, hijri, isDerived } = read;
  if (date === undefined && hijri === undefined) return undefined;
  return {
    ...(date === undefined || isDerived ? {} : { date: date.edtf }),
    ...(hijri === undefined ? {} : { hijri }),
  };
}

/** Reads the Gregorian date in a field, as `readDates` does; undefined where it holds none. */
export const readDate = (text: string, order?: DateOrder): string | undefined =>
  readDates(text, order)?.date;
