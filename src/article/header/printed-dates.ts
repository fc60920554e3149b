import { isHijriMonth, monthOf } from '../../calendar/printed-day.ts';
import type { LineToken } from './line-tokens.ts';

/** The three numbers of a numeric date, in printed order. */
export interface NumericDate {
  readonly numbers: readonly [string, string, string];
  /** Index of the next token. */
  readonly next: number;
}

/** Folded abbreviations and words for the Hijri era. */
export const hijriEras = new Set(['ه', 'هجري', 'هجريه', 'للهجره', 'هجريا']);

/** Folded abbreviations and words for the common era. */
export const gregorianEras = new Set(['م', 'ميلادي', 'ميلاديه', 'للميلاد', 'ميلاديا']);

/** Epithets of Hijri months: «رمضان المبارك». */
const monthEpithets = new Set(['المبارك', 'المعظم', 'الحرام', 'المكرم', 'الفرد', 'الاصم', 'الخير']);
const yearWords = new Set(['سنه', 'عام', 'لعام', 'لسنه']);

/** Tells whether a text is a four-digit year in the range expected of newspapers in this calendar. */
export function isYear(text: string, calendar: 'hijri' | 'gregorian'): boolean {
  if (!/^\d{4}$/.test(text)) return false;
  const year = Number(text);
  return calendar === 'hijri' ? year >= 1200 && year < 1600 : year >= 1700 && year < 2200;
}

const nameAt = (tokens: readonly LineToken[], at: number, count: number): string =>
  tokens
    .slice(at, at + count)
    .map(({ kind, text }) => (kind === 'word' ? text : ''))
    .join(' ');

/** Reads the name of a month, of two words or one; the longer name takes precedence. */
function readMonth<T>(
  tokens: readonly LineToken[],
  at: number,
  known: (name: string) => T | undefined,
): { readonly month: T; readonly next: number } | undefined {
  for (const count of [2, 1]) {
    const month = known(nameAt(tokens, at, count));
    if (month !== undefined) return { month, next: at + count };
  }
  return undefined;
}

/** Returns the index after an era («هـ», «م», «.م»); `at` where there is none. */
export function afterEra(
  tokens: readonly LineToken[],
  at: number,
  eras: ReadonlySet<string>,
): number {
  const dotted = tokens[at]?.text === '.' ? 1 : 0;
  return eras.has(tokens[at + dotted]?.text ?? '') ? at + dotted + 1 : at;
}

/** Reads a date such as «4 رمضان المبارك 1433 هـ». Returns the index after it, or undefined. */
export function readHijriDate(tokens: readonly LineToken[], at: number): number | undefined {
  const day = tokens[at];
  if (day === undefined || !(/^\d{1,2}$/.test(day.text) || day.text === 'غره')) return undefined;
  let next = at + 1;
  while (['من', 'شهر'].includes(tokens[next]?.text ?? '')) next += 1;
  const month = readMonth(tokens, next, (name) => isHijriMonth(name) || undefined);
  if (month === undefined) return undefined;
  next = month.next;
  if (monthEpithets.has(tokens[next]?.text ?? '')) next += 1;
  if (['،', ','].includes(tokens[next]?.text ?? '')) next += 1;
  if (yearWords.has(tokens[next]?.text ?? '')) next += 1;
  if (!isYear(tokens[next]?.text ?? '', 'hijri')) return undefined;
  return afterEra(tokens, next + 1, hijriEras);
}

/** Reads a date such as «23 يوليو (تموز) 2012م»; undefined where there is none. */
export function readGregorianDate(
  tokens: readonly LineToken[],
  at: number,
):
  | { readonly day: number; readonly month: number; readonly year: number; next: number }
  | undefined {
  const day = tokens[at]?.text ?? '';
  if (!/^\d{1,2}$/.test(day)) return undefined;
  const first = tokens[at + 1]?.text === '-' ? at + 2 : at + 1;
  const month = readMonth(tokens, first, monthOf);
  if (month === undefined) return undefined;
  let { next } = month;
  // «كانون الثاني/يناير», «يناير (كانون الثاني)»: two names of one month.
  const sign = tokens[next]?.text;
  if (sign === '/' || sign === '(' || sign === '-') {
    const second = readMonth(tokens, next + 1, monthOf);
    if (second !== undefined) {
      if (second.month !== month.month) return undefined;
      next = sign === '(' && tokens[second.next]?.text === ')' ? second.next + 1 : second.next;
    } else if (sign === '-') next += 1;
  }
  if (['،', ','].includes(tokens[next]?.text ?? '')) next += 1;
  if (yearWords.has(tokens[next]?.text ?? '')) next += 1;
  const year = tokens[next]?.text ?? '';
  if (!isYear(year, 'gregorian')) return undefined;
  next = afterEra(tokens, next + 1, gregorianEras);
  return { day: Number(day), month: month.month, year: Number(year), next };
}

/** Reads «23/7/2012», «2012-07-23» or «4/9/1433هـ»; undefined where there is no such date. */
export function readNumericDate(tokens: readonly LineToken[], at: number): NumericDate | undefined {
  const [a, s, b, t, c] = tokens.slice(at, at + 5);
  if (a === undefined || s === undefined || b === undefined || t === undefined) return undefined;
  if (c === undefined || ![a, b, c].every(({ kind }) => kind === 'number')) return undefined;
  if (s.text !== t.text || !'/-.\\'.includes(s.text)) return undefined;
  const numbers = [a.text, b.text, c.text] as const;
  const yearFirst = numbers[0].length === 4;
  const [year, ...rest] = yearFirst ? numbers : [numbers[2], numbers[0], numbers[1]];
  if (!/^\d{4}$/.test(year) || rest.some((part) => part.length > 2)) return undefined;
  return { numbers: [...numbers], next: at + 5 };
}
