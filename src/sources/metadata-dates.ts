import { toHijri } from '../calendar/hijri.ts';
import { readWrittenDate, type WrittenDate } from '../calendar/written-date.ts';
import type { DateOrder, PlainDate } from '../model/date.ts';
import type { DateForm } from '../model/date-rules.ts';
import { maxQuoted } from '../model/limits.ts';
import type { MetadataKey } from '../model/metadata.ts';
import { nearestMetadataKey } from './metadata-schema.ts';
import type { WarnOfValue } from './metadata-values.ts';

/** The dates in a value. */
export interface ReadDates {
  readonly date?: PlainDate;
  readonly hijri?: string;
}

/** Reports what makes a date doubtful. */
function reportDoubt(
  { date, hijri, doubt }: WrittenDate,
  value: string,
  report: WarnOfValue,
): void {
  if (doubt === undefined) return;
  if (doubt.reason === 'order' || doubt.reason === 'century') {
    const readings = doubt.readings.map(({ edtf }) => edtf);
    report('metadata-date', { value, suggestion: '', readings });
  } else if (doubt.reason === 'impossible') {
    report('metadata-date', { value, suggestion: '' });
  } else if (date?.month !== undefined && date.day !== undefined && hijri !== undefined) {
    const { year, month, day } = date;
    const known = toHijri({ year, month, day });
    const reckoned = known === undefined ? '' : [known.day, known.month, known.year].join('/');
    report('metadata-dates-disagree', { hijri, date: date.edtf.replace('?', ''), reckoned });
  } else {
    const two = doubt.reason === 'calendars' ? ({ hasTwo: true } as const) : {};
    report('metadata-date-doubtful', { value, date: date?.edtf.replace('?', '') ?? '', ...two });
  }
}

/**
 * Reads the value of a key that holds a date: in EDTF, or in any form that can mean one day only. A Hijri date in
 * it is kept as written; the day that it falls on is not given with it, because it is calculated for the
 * article.
 *
 * @param value a text on one line
 * @param report receives diagnostics: what is doubtful as a warning, what was read from another form as information
 * @param order which number of `3/4/2011` is the day, where that is known
 */
export function readMetadataDate(value: string, report: WarnOfValue, order?: DateOrder): ReadDates {
  const read = readWrittenDate(value, { order });
  if (read === undefined) {
    report('metadata-date', { value, suggestion: '' });
    return {};
  }
  reportDoubt(read, value, report);
  const { date, hijri, isDerived, isEdtf, doubt } = read;
  if (doubt === undefined && !isEdtf && date !== undefined) {
    const form: DateForm = isDerived ? 'hijri' : 'other';
    const written = value.slice(0, maxQuoted);
    report('date-read', { form, written, date: date.edtf, articles: 1 }, 'info');
  }
  return {
    ...(date === undefined || isDerived ? {} : { date }),
    ...(hijri === undefined ? {} : { hijri }),
  };
}

/** Returns the Gregorian date of a value whose Hijri date has no key of its own, such as `updated`. */
export function readGregorianDate(
  value: string,
  report: WarnOfValue,
  order?: DateOrder,
): PlainDate | undefined {
  const { date, hijri } = readMetadataDate(value, report, order);
  return date ?? (hijri === undefined ? undefined : readWrittenDate(value, { order })?.date);
}

/** A text that may be a date: a few words with a year. */
const mayBeDate = /^(?=.{6,40}$).*[\d\u0660-\u0669\u06f0-\u06f9]{4}/;

/** Tells whether the value of an unknown key is a day, so that the key may be that of the date. */
function isDayValue(value: unknown): boolean {
  if (typeof value !== 'string' || !mayBeDate.test(value)) return false;
  const { date, doubt } = readWrittenDate(value) ?? {};
  return date?.day !== undefined || doubt?.reason === 'order';
}

/** Returns the metadata key nearest to an unknown one, by its name, or by its value where that is a day; empty where none is. */
export const nearestOf = (written: string, value: unknown): MetadataKey | '' =>
  nearestMetadataKey(written) || (isDayValue(value) ? 'date' : '');
