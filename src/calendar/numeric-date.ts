import type { DateOrder } from '../model/date.ts';
import {
  type DateParts,
  isExpectedYear,
  isNumber,
  isPossible,
  type PrintedDate,
  type PrintedDateOptions,
  readEra,
  textAt,
  yearWords,
} from './date-parts.ts';
import type { DateToken } from './date-tokens.ts';
import { readYearWords } from './number-words.ts';

const separators = new Set(['/', '-', '.', '\\', '،', ',', '\u060d', '_']);

/** Returns the readings of three numbers, those that exist first. */
function readingsOf(
  [a, b, c]: readonly [number, number, number],
  isYearFirst: boolean,
  calendar: PrintedDate['calendar'],
  order: DateOrder | undefined,
): readonly DateParts[] {
  const dayFirst = isYearFirst ? { year: a, month: c, day: b } : { year: c, month: b, day: a };
  const monthFirst = isYearFirst ? { year: a, month: b, day: c } : { year: c, month: a, day: b };
  const isMonthFirst = isYearFirst || order === 'mdy';
  const both = isMonthFirst ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
  const [first, second] = both.filter((parts) => isPossible(parts, calendar));
  if (first === undefined) return both.slice(0, 1);
  const isSettled = isYearFirst || order === 'dmy' || order === 'mdy' || calendar === 'hijri';
  if (second === undefined || isSettled || first.month === second.month) return [first];
  return [first, second];
}

/** Reads «23/7/2012», «2012-07-23» or «4/9/1433هـ». */
export function readNumericDate(
  tokens: readonly DateToken[],
  at: number,
  { order, isField, calendar: only }: PrintedDateOptions,
): PrintedDate | undefined {
  if (tokens[at]?.kind !== 'number') return undefined;
  const [a, s, b] = tokens.slice(at, at + 3);
  const isSpaced = isField === true && s?.kind === 'number';
  const [second, sign, third] = isSpaced ? [s, undefined, b] : [b, tokens[at + 3], tokens[at + 4]];
  if (!isSpaced && (s === undefined || !separators.has(s.text) || s.text !== sign?.text))
    return undefined;
  if (!isNumber(a, /^\d{1,4}$/) || !isNumber(second, /^\d{1,2}$/)) return undefined;
  if (!isNumber(third, /^\d{1,4}$/)) return undefined;
  const end = isSpaced ? at + 3 : at + 5;
  // More numbers after another sign are no date but a telephone number or an address.
  if (!isSpaced && textAt(tokens, end) === s?.text && tokens[end + 1]?.kind === 'number')
    return undefined;
  const isYear = (token: DateToken): boolean =>
    token.text.length === 4 || (only === 'hijri' && token.text.length === 3);
  const isYearFirst = isYear(a);
  const isShort = !isYearFirst && !isYear(third);
  if (isYearFirst ? third.text.length > 2 : a.text.length > 2) return undefined;
  if (isShort && (isSpaced || third.text.length !== 2)) return undefined;
  const era = readEra(tokens, end);
  const numbers = [Number(a.text), Number(second.text), Number(third.text)] as const;
  if (isShort) {
    // «12-07-24» may begin with the year.
    const calendar = era.calendar ?? only ?? 'gregorian';
    const isFirst = order === 'ymd';
    const readings = readingsOf(numbers, isFirst, calendar, order);
    return { calendar, readings, isShortYear: true, next: era.next };
  }
  const year = isYearFirst ? numbers[0] : numbers[2];
  const known = era.calendar ?? only;
  const isHijri = isExpectedYear(year, 'hijri', isField);
  if (known === undefined && !isHijri && !isExpectedYear(year, 'gregorian', isField))
    return undefined;
  const calendar = known ?? (isHijri ? 'hijri' : 'gregorian');
  const readings = readingsOf(numbers, isYearFirst, calendar, order);
  return { calendar, readings, isShortYear: false, next: era.next };
}

/** Reads a month or a year alone, in a field: «07/2012», «عام 1433هـ», «2012». */
export function readPartialDate(
  tokens: readonly DateToken[],
  at: number,
  { calendar: only }: PrintedDateOptions,
): PrintedDate | undefined {
  const start = yearWords.has(textAt(tokens, at)) ? at + 1 : at;
  const [a, s, b] = tokens.slice(start, start + 3);
  const dated = (
    year: number,
    month: number | undefined,
    next: number,
  ): PrintedDate | undefined => {
    const era = readEra(tokens, next);
    const known = era.calendar ?? only;
    const isHijri = isExpectedYear(year, 'hijri', true);
    if (known === undefined && !isHijri && !isExpectedYear(year, 'gregorian', true))
      return undefined;
    const calendar = known ?? (isHijri ? 'hijri' : 'gregorian');
    const reading = month === undefined ? { year } : { year, month };
    return { calendar, readings: [reading], isShortYear: false, next: era.next };
  };
  const isJoined = s !== undefined && /^[/.-]$/.test(s.text);
  if (isJoined && isNumber(a, /^\d{4}$/) && isNumber(b, /^\d{1,2}$/)) {
    return dated(Number(a.text), Number(b.text), start + 3);
  }
  if (isJoined && isNumber(a, /^\d{1,2}$/) && isNumber(b, /^\d{4}$/)) {
    return dated(Number(b.text), Number(a.text), start + 3);
  }
  if (isNumber(a, /^\d{4}$/)) return dated(Number(a.text), undefined, start + 1);
  const words = readYearWords(tokens, start);
  return words === undefined ? undefined : dated(words.value, undefined, words.next);
}
