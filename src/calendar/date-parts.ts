import type { DateOrder } from '../model/date.ts';
import { latinName } from './date-names.ts';
import type { DateToken } from './date-tokens.ts';
import { daysInGregorianMonth } from './gregorian.ts';

/** Year, month and day as printed; they may not exist. */
export interface DateParts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** A date in one calendar as printed, at the precision that is printed. */
export interface PrintedDate {
  readonly calendar: 'gregorian' | 'hijri';
  /** What it may mean, likeliest first: `3/4/2011` has two readings. Those that do not exist are last. */
  readonly readings: readonly DateParts[];
  /** Whether the year has two digits, so that the century is not known. */
  readonly isShortYear: boolean;
  /** Index of the token after it. */
  readonly next: number;
}

/** How dates are read. */
export interface PrintedDateOptions {
  /** The order of numbers, where it is known. */
  readonly order?: DateOrder | undefined;
  /** Whether the text is a field that holds a date: then months, years and numbers between spaces count too. */
  readonly isField?: boolean;
  /** The only calendar, where it is known. */
  readonly calendar?: PrintedDate['calendar'] | undefined;
}

const hijriEras = new Set(['ه', 'هجري', 'هجريه', 'للهجره', 'هجريا', 'ah']);
const gregorianEras = new Set(['م', 'ميلادي', 'ميلاديه', 'للميلاد', 'ميلاديا', 'ad', 'ce']);

/** Words before a year: «سنة 1433», «عام 2012». */
export const yearWords = new Set(['سنه', 'عام', 'لعام', 'لسنه', 'العام', 'of', 'de']);

/** Returns the text of a token; empty where there is none. */
export const textAt = (tokens: readonly DateToken[], at: number): string => tokens[at]?.text ?? '';

/** Tells whether a token is a number of such a length. */
export const isNumber = (token: DateToken | undefined, lengths: RegExp): token is DateToken =>
  token?.kind === 'number' && lengths.test(token.text);

/** Tells whether a date exists; a Hijri month may have been announced with 30 days. */
export function isPossible(
  { year, month, day }: DateParts,
  calendar: PrintedDate['calendar'],
): boolean {
  if (year < 1 || year > 9999) return false;
  if (month === undefined) return true;
  if (month < 1 || month > 12) return false;
  if (day === undefined) return true;
  return day >= 1 && day <= (calendar === 'hijri' ? 30 : daysInGregorianMonth(year, month));
}

/** Tells whether a year without an era is expected of newspapers in this calendar. */
export function isExpectedYear(
  year: number,
  calendar: PrintedDate['calendar'],
  isField = false,
): boolean {
  if (calendar === 'hijri')
    return isField ? year >= 1300 && year <= 1500 : year >= 1200 && year < 1600;
  return isField ? year > 1500 && year < 2200 : year >= 1700 && year < 2200;
}

/** Reads the era after a year («هـ», «.م», `AD`); `next` is the index after it. */
export function readEra(
  tokens: readonly DateToken[],
  at: number,
): { readonly calendar?: PrintedDate['calendar']; readonly next: number } {
  const start = textAt(tokens, at) === '.' || textAt(tokens, at) === '-' ? at + 1 : at;
  const opened = textAt(tokens, start) === '(' ? start + 1 : start;
  const word = latinName(textAt(tokens, opened));
  const calendar = hijriEras.has(word)
    ? 'hijri'
    : gregorianEras.has(word)
      ? 'gregorian'
      : undefined;
  if (calendar === undefined) return { next: at };
  const next = opened > start && textAt(tokens, opened + 1) === ')' ? opened + 2 : opened + 1;
  return { calendar, next };
}
