import type { DateOrder, PlainDate } from '../model/date.ts';
import type { DateParts, PrintedDateOptions } from './date-parts.ts';
import { readWholePhrase } from './date-phrase.ts';
import { dateTokens } from './date-tokens.ts';
import { asciiDigits, edtfOf, parseEdtf } from './edtf.ts';
import { dayNumber, dayOfWeek, gregorianDayOf } from './gregorian.ts';
import { type DateDoubt, gregorianOf, resolveDates } from './resolve-dates.ts';
import { readSerial, type SerialNumbers } from './serial-days.ts';

/** What a written date means. */
export interface WrittenDate {
  /** The Gregorian date; absent where the doubt leaves it open. */
  readonly date?: PlainDate;
  /** The Hijri date, as it was written. */
  readonly hijri?: string;
  /** Whether `date` is calculated from `hijri`. */
  readonly isDerived: boolean;
  /** Whether it was written in EDTF, as metadata are. */
  readonly isEdtf: boolean;
  readonly doubt?: DateDoubt;
}

/** What is known of the column or folder of a date. */
export interface WrittenDateOptions {
  /** Which number of `3/4/2011` is the day. */
  readonly order?: DateOrder | undefined;
  /** What a plain number counts. */
  readonly serial?: SerialNumbers | undefined;
}

/** Longest text that may be a date, with the words and blanks around it. */
const maxDate = 500;

/** More tokens than any date has. */
const maxTokens = 60;

/** Hijri years that a Gregorian field of a newspaper archive means: 1300 (1882) to 1500 (2077). */
const isHijriYear = (year: number): boolean => year >= 1300 && year <= 1500;

const certain = (date: PlainDate | undefined): WrittenDate | undefined =>
  date && { date, isDerived: false, isEdtf: false };

/** Returns the Hijri date of EDTF in a Gregorian field, as printed, with the day that it falls on. */
function hijriOf(written: string, { year, month, day, edtf }: PlainDate): WrittenDate | undefined {
  const parts: DateParts = {
    year,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
  };
  const isDoubtful = /[?~%]$/.exec(edtf)?.[0] ?? '';
  const derived = gregorianOf(parts);
  const date =
    derived && isDoubtful !== '' ? parseEdtf(derived.edtf.replace(/[?~%]?$/, isDoubtful)) : derived;
  return {
    ...(date === undefined ? {} : { date }),
    hijri: written,
    isDerived: true,
    isEdtf: false,
  };
}

/** Reads the other forms of ISO 8601: `2012-206`, `2012-W30-2`, `20120724`, `20120724T101500Z`. */
function readIso(text: string): WrittenDate | undefined {
  const [, weekYear, week, weekday] = /^(\d{4})-?W(\d\d)-?([1-7])$/i.exec(text) ?? [];
  if (weekYear !== undefined) {
    const fourth = { year: Number(weekYear), month: 1, day: 4 };
    const date = parseEdtf(edtfOf(fourth.year, 1, 4));
    // Monday is the first day of a week, and 4 January lies in the first week.
    const monday = dayNumber(fourth) - ((((date && dayOfWeek(date)) ?? 0) + 6) % 7);
    const { year, month, day } = gregorianDayOf(monday + Number(week) * 7 - 8 + Number(weekday));
    return Number(week) >= 1 && Number(week) <= 53
      ? certain(parseEdtf(edtfOf(year, month, day)))
      : undefined;
  }
  const [, ordinalYear, ordinal] = /^(\d{4})-(\d{3})$/.exec(text) ?? [];
  if (ordinalYear !== undefined) {
    const first = dayNumber({ year: Number(ordinalYear), month: 1, day: 1 });
    const { year, month, day } = gregorianDayOf(first + Number(ordinal) - 1);
    return year === Number(ordinalYear) ? certain(parseEdtf(edtfOf(year, month, day))) : undefined;
  }
  return undefined;
}

const compact = /^(\d{8})(?:(?:T|\s)?\d{4}(?:\d{2})?(?:Z|[+-]\d{2}:?(?:\d{2})?)?)?$/i;

/** Reads eight digits: `20120724`; `24072012` where only one order is possible. */
function readCompact(text: string, order: DateOrder | undefined): WrittenDate | undefined {
  const digits = compact.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const [a, b, c, d] = [
    digits.slice(0, 2),
    digits.slice(2, 4),
    digits.slice(4, 6),
    digits.slice(6),
  ];
  const year = Number(a + b);
  if ((year >= 1300 && year <= 1500) || (year >= 1700 && year < 2200)) {
    const date = parseEdtf(edtfOf(a + b, c, d));
    if (date !== undefined) return isHijriYear(year) ? hijriOf(digits, date) : certain(date);
  }
  const last = Number(c + d);
  return last >= 1700 && last < 2200 ? readWrittenDate(`${a}/${b}/${c}${d}`, { order }) : undefined;
}

/**
 * Reads a date in a field as people and programs write it: EDTF, ISO 8601, RFC 822, with the names of
 * months of all Arab countries, of the Hijri calendar, in English or French, in figures of any digits or in
 * words, with or without day of the week, time of day, era and label. The day is read as written; time
 * zones are ignored. A Gregorian year of 1300 to 1500 is Hijri.
 *
 * @param text a field that holds nothing but a date
 * @returns the date and its doubts; undefined where the text is no date
 */
export function readWrittenDate(
  text: string,
  { order, serial }: WrittenDateOptions = {},
): WrittenDate | undefined {
  if (text.length > maxDate) return undefined;
  const written = asciiDigits(text.trim());
  const plain = parseEdtf(written);
  if (plain !== undefined) {
    return isHijriYear(plain.year)
      ? hijriOf(text.trim(), plain)
      : { date: plain, isDerived: false, isEdtf: true };
  }
  if (serial !== undefined) {
    const counted = certain(readSerial(written, serial));
    if (counted !== undefined) return counted;
  }
  const exact = readIso(written) ?? readCompact(written, order);
  if (exact !== undefined) return exact;
  const options = { order, isField: true };
  return readPhrase(text.trim(), options) ?? readOtherOrder(text.trim(), options);
}

/** A year before the name of the month and the day, or before both. */
const yearFirst =
  /^(\p{Nd}{4})[\s،,./-]+(?:(\p{L}[\p{L}\p{M} ]{1,20}?)[\s./-]*(\p{Nd}{1,2})|(\p{Nd}{1,2}[\s./-]+\p{L}[\p{L}\p{M} ]{1,20}))$/u;

/** Signs between the numbers of a date that are signs of other things elsewhere. */
const rareSeparator = /(?<=\p{Nd})[٫·∕⁄|](?=\p{Nd})/gu;

/** Reads a field that is a date in an order, or with signs, that no text has: `2012 يوليو 24`, `24·7·2012`. */
function readOtherOrder(text: string, options: PrintedDateOptions): WrittenDate | undefined {
  const [, year, month, day, dayAndMonth] = yearFirst.exec(text) ?? [];
  const turned =
    year === undefined
      ? text.replace(rareSeparator, '/')
      : `${dayAndMonth ?? `${day ?? ''} ${month ?? ''}`} ${year}`;
  const read = turned === text ? undefined : readPhrase(turned, options);
  return read?.hijri === undefined ? read : { ...read, hijri: text };
}

/** A date of RFC 822 or 5322 with its time, as programs write it. */
const rfc822 = /^(?:[a-z]{3,9},? )?(\d{1,2}[ -][a-z]{3}[a-z]*[ -])(\d{4}|\d{2})(?= \d{1,2}:\d\d)/i;

/**
 * Returns a date of RFC 822 without its day of the week, which is redundant there, and with four digits of its
 * year: 00 to 49 are of the 21st century (RFC 5322, 4.3). Any other text is unchanged.
 */
const withoutRfcForm = (text: string): string =>
  text.replace(rfc822, (_, day: string, year: string) =>
    year.length === 4 ? day + year : `${day}${Number(year) < 50 ? 20 : 19}${year}`,
  );

function readPhrase(text: string, options: PrintedDateOptions): WrittenDate | undefined {
  const written = withoutRfcForm(text);
  const whole = /[\ufb50-\ufdff\ufe70-\ufeff]/.test(written) ? written.normalize('NFKC') : written;
  const { tokens, isAll } = dateTokens(whole, maxTokens);
  const phrase = isAll ? readWholePhrase(tokens, options) : undefined;
  if (phrase === undefined) return undefined;
  const { hijri, ...resolved } = resolveDates(phrase);
  const isDoubtful = /[?؟]\s*$/.test(whole);
  const date =
    isDoubtful && resolved.date?.uncertain === false
      ? parseEdtf(resolved.date.edtf.replace(/~?$/, (mark) => (mark === '~' ? '%' : '?')))
      : resolved.date;
  const printed = phrase.hijri;
  const hijriText =
    hijri !== undefined && printed !== undefined
      ? { hijri: hijriWords(whole, tokens, phrase.gregorian === undefined, printed) }
      : {};
  return { ...resolved, ...(date === undefined ? {} : { date }), ...hijriText, isEdtf: false };
}

/** Returns the words of a Hijri date; with the day of the week before it where it stands alone. */
function hijriWords(
  text: string,
  tokens: ReturnType<typeof dateTokens>['tokens'],
  isAlone: boolean,
  { start, next }: { readonly start: number; readonly next: number },
): string {
  const before = tokens[start - 1];
  const first =
    isAlone && before?.kind === 'word' && before.text.startsWith('ال') ? before : tokens[start];
  return text.slice(first?.start, tokens[next - 1]?.end);
}

/**
 * Returns the order that a numeric date shows by itself: `dmy` for 25/1/2011, `mdy` for 1/25/2011, `ymd` for
 * 2011/1/25; undefined where it shows none.
 */
export function orderShown(text: string): DateOrder | undefined {
  const numbers =
    /^\D{0,40}?(\d{1,4})\s*[/.\-\u060d\\،]\s*(\d{1,2})\s*[/.\-\u060d\\،]\s*(\d{1,4})(?!\d)/.exec(
      asciiDigits(text),
    );
  if (numbers === null) return undefined;
  const [first, second] = [Number(numbers[1]), Number(numbers[2])];
  if (numbers[1]?.length === 4) return 'ymd';
  if (first > 12 && first <= 31 && second <= 12) return 'dmy';
  return second > 12 && second <= 31 && first <= 12 ? 'mdy' : undefined;
}
