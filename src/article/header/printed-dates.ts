import { isHijriMonth, monthOf } from '../../calendar/printed-day.ts';
import type { LineWord } from './line-words.ts';

/** A date in numbers, in their order. */
export interface NumberDate {
  readonly numbers: readonly [string, string, string];
  /** Where the words go on. */
  readonly next: number;
}

/** What says that a year is of the Hijra, folded. */
export const hijriEras = new Set(['ه', 'هجري', 'هجريه', 'للهجره', 'هجريا']);

/** What says that a year is of the common era, folded. */
export const commonEras = new Set(['م', 'ميلادي', 'ميلاديه', 'للميلاد', 'ميلاديا']);

const honours = new Set(['المبارك', 'المعظم', 'الحرام', 'المكرم', 'الفرد', 'الاصم', 'الخير']);
const yearWords = new Set(['سنه', 'عام', 'لعام', 'لسنه']);

/** A year of four digits in the calendar whose era follows it, or in which alone it can lie. */
export function isYear(text: string, calendar: 'hijri' | 'common'): boolean {
  if (!/^\d{4}$/.test(text)) return false;
  const year = Number(text);
  return calendar === 'hijri' ? year >= 1200 && year < 1600 : year >= 1700 && year < 2200;
}

const nameAt = (words: readonly LineWord[], at: number, count: number): string =>
  words
    .slice(at, at + count)
    .map(({ kind, text }) => (kind === 'word' ? text : ''))
    .join(' ');

/** Reads the name of a month that is of one or two words; the longer one is meant where both are. */
function readMonth<T>(
  words: readonly LineWord[],
  at: number,
  known: (name: string) => T | undefined,
): { readonly month: T; readonly next: number } | undefined {
  for (const count of [2, 1]) {
    const month = known(nameAt(words, at, count));
    if (month !== undefined) return { month, next: at + count };
  }
  return undefined;
}

/** Where the words go on after an era («هـ», «م», «.م»), if there is one. */
export function afterEra(
  words: readonly LineWord[],
  at: number,
  eras: ReadonlySet<string>,
): number {
  const dotted = words[at]?.text === '.' ? 1 : 0;
  return eras.has(words[at + dotted]?.text ?? '') ? at + dotted + 1 : at;
}

/** Reads «4 رمضان المبارك 1433 هـ». Returns where the words go on, or undefined. */
export function readHijri(words: readonly LineWord[], at: number): number | undefined {
  const day = words[at];
  if (day === undefined || !(/^\d{1,2}$/.test(day.text) || day.text === 'غره')) return undefined;
  let next = at + 1;
  while (['من', 'شهر'].includes(words[next]?.text ?? '')) next += 1;
  const found = readMonth(words, next, (name) => isHijriMonth(name) || undefined);
  if (found === undefined) return undefined;
  next = found.next;
  if (honours.has(words[next]?.text ?? '')) next += 1;
  if (['،', ','].includes(words[next]?.text ?? '')) next += 1;
  if (yearWords.has(words[next]?.text ?? '')) next += 1;
  if (!isYear(words[next]?.text ?? '', 'hijri')) return undefined;
  return afterEra(words, next + 1, hijriEras);
}

/** Reads «23 يوليو (تموز) 2012م». */
export function readCommon(
  words: readonly LineWord[],
  at: number,
):
  | { readonly day: number; readonly month: number; readonly year: number; next: number }
  | undefined {
  const day = words[at]?.text ?? '';
  if (!/^\d{1,2}$/.test(day)) return undefined;
  const first = words[at + 1]?.text === '-' ? at + 2 : at + 1;
  const found = readMonth(words, first, monthOf);
  if (found === undefined) return undefined;
  let { next } = found;
  // «كانون الثاني/يناير», «يناير (كانون الثاني)»: two names of one month.
  const sign = words[next]?.text;
  if (sign === '/' || sign === '(' || sign === '-') {
    const second = readMonth(words, next + 1, monthOf);
    if (second !== undefined) {
      if (second.month !== found.month) return undefined;
      next = sign === '(' && words[second.next]?.text === ')' ? second.next + 1 : second.next;
    } else if (sign === '-') next += 1;
  }
  if (['،', ','].includes(words[next]?.text ?? '')) next += 1;
  if (yearWords.has(words[next]?.text ?? '')) next += 1;
  const year = words[next]?.text ?? '';
  if (!isYear(year, 'common')) return undefined;
  next = afterEra(words, next + 1, commonEras);
  return { day: Number(day), month: found.month, year: Number(year), next };
}

/** Reads «23/7/2012», «2012-07-23» or «4/9/1433هـ» as its three numbers in their order. */
export function readNumbers(words: readonly LineWord[], at: number): NumberDate | undefined {
  const [a, s, b, t, c] = words.slice(at, at + 5);
  if (a === undefined || s === undefined || b === undefined || t === undefined) return undefined;
  if (c === undefined || ![a, b, c].every(({ kind }) => kind === 'number')) return undefined;
  if (s.text !== t.text || !'/-.\\'.includes(s.text)) return undefined;
  const numbers = [a.text, b.text, c.text] as const;
  const yearFirst = numbers[0].length === 4;
  const [year, ...rest] = yearFirst ? numbers : [numbers[2], numbers[0], numbers[1]];
  if (!/^\d{4}$/.test(year) || rest.some((part) => part.length > 2)) return undefined;
  return { numbers: [...numbers], next: at + 5 };
}
