import { hijriMonthOf, latinName, mayBeginMonth, monthOf } from './date-names.ts';
import {
  type DateParts,
  isExpectedYear,
  isNumber,
  type PrintedDate,
  type PrintedDateOptions,
  readEra,
  textAt,
  yearWords,
} from './date-parts.ts';
import type { DateToken } from './date-tokens.ts';
import { readDayWords, readYearWords } from './number-words.ts';

/** Epithets of Hijri months: «رمضان المبارك». */
const epithets = new Set([
  ...['المبارك', 'المعظم', 'الحرام', 'المكرم', 'الفرد', 'الاصم', 'الخير', 'المظفر', 'المحرم'],
  ...['الانور', 'المنور', 'المرجب', 'الفضيل'],
]);
const beforeMonth = new Set(['من', 'شهر', 'of', 'de', 'day', '-', '/', '.', ',', '،']);
const dayEndings = new Set(['st', 'nd', 'rd', 'th', 'er']);

/** Reads the name of a month, of two words or one; the longer name takes precedence. */
function readMonth(
  tokens: readonly DateToken[],
  at: number,
  known: (name: string) => number | undefined,
): { readonly month: number; readonly next: number } | undefined {
  const first = tokens[at];
  if (first?.kind !== 'word' || !mayBeginMonth(first.text)) return undefined;
  const second = tokens[at + 1];
  if (second !== undefined && second.kind !== 'sign') {
    const month = known(`${first.text} ${second.text}`);
    if (month !== undefined) return { month, next: at + 2 };
  }
  const month = known(first.text);
  if (month === undefined) return undefined;
  return { month, next: textAt(tokens, at + 1) === '.' ? at + 2 : at + 1 };
}

/** Returns the index after the second name of a month: «كانون الثاني/يناير», «يوليو (تموز)»; −1 where it is another month. */
function afterSecondName(tokens: readonly DateToken[], at: number, month: number): number {
  const sign = textAt(tokens, at);
  if (sign !== '/' && sign !== '(' && sign !== '-' && sign !== '[' && sign !== '،') return at;
  const second = readMonth(tokens, at + 1, monthOf);
  if (second === undefined) return at;
  if (second.month !== month) return -1;
  return /[)\]]/.test(textAt(tokens, second.next)) ? second.next + 1 : second.next;
}

/** Returns the index after a time of day between day and year, as `Tue Sep 18 15:53:56 +0300 2018` has it. */
function afterInnerTime(tokens: readonly DateToken[], at: number): number {
  let next = at;
  if (!isNumber(tokens[next], /^\d{1,2}$/) || textAt(tokens, next + 1) !== ':') return at;
  next += 3;
  if (textAt(tokens, next) === ':') next += 2;
  if (/^(?:utc|gmt|[a-z]{2,4}t)$/i.test(textAt(tokens, next))) next += 1;
  if (/^[+-]$/.test(textAt(tokens, next)) && isNumber(tokens[next + 1], /^\d{4}$/)) next += 2;
  return next;
}

/** The year at `at`, in digits or words, with its era. */
interface PrintedYear {
  readonly year: number;
  readonly isShort: boolean;
  readonly calendar?: PrintedDate['calendar'];
  readonly next: number;
}

function readYear(
  tokens: readonly DateToken[],
  from: number,
  hijri: boolean,
): PrintedYear | undefined {
  let at = from;
  while (/^[,،./-]$/.test(textAt(tokens, at)) && at < from + 2) at += 1;
  if (textAt(tokens, at) === 'من') at += 1;
  if (yearWords.has(latinName(textAt(tokens, at)))) at += 1;
  const isCut = /^['’‘]$/.test(textAt(tokens, at));
  if (isCut) at += 1;
  const token = tokens[at];
  if (isNumber(token, hijri ? /^\d{3,4}$/ : /^\d{4}$/) && !isCut) {
    const era = readEra(tokens, at + 1);
    return { ...era, year: Number(token.text), isShort: false };
  }
  if (isNumber(token, /^\d\d$/)) {
    const { calendar, next } = readEra(tokens, at + 1);
    const era = calendar === undefined ? {} : { calendar };
    return { ...era, year: Number(token.text), isShort: true, next };
  }
  const words = readYearWords(tokens, at);
  if (words === undefined) return undefined;
  return { ...readEra(tokens, words.next), year: words.value, isShort: false };
}

/** Reads what follows a day and a month: the year. */
function withYear(
  tokens: readonly DateToken[],
  at: number,
  calendar: PrintedDate['calendar'],
  parts: Omit<DateParts, 'year'>,
  { isField, calendar: only }: PrintedDateOptions,
): PrintedDate | undefined {
  const read = readYear(tokens, at, calendar === 'hijri');
  if (read === undefined || (read.calendar ?? calendar) !== calendar) return undefined;
  const { year, isShort, next } = read;
  const hasEra = read.calendar !== undefined || only === calendar;
  if (!isShort && !hasEra && !isExpectedYear(year, calendar, isField)) {
    if (!(calendar === 'hijri' && isExpectedYear(year, calendar))) return undefined;
  }
  return { calendar, readings: [{ year, ...parts }], isShortYear: isShort, next };
}

/** Reads a date with the name of its month: «4 رمضان المبارك 1433 هـ», «الخامس من أكتوبر 2015», `Jul 21, 2015`. */
export function readNamedDate(
  tokens: readonly DateToken[],
  at: number,
  options: PrintedDateOptions,
): PrintedDate | undefined {
  const first = tokens[at];
  const day = isNumber(first, /^\d{1,2}$/)
    ? { value: Number(first.text), next: at + 1 }
    : readDayWords(tokens, at);
  let next = day?.next ?? at;
  if (day !== undefined) {
    if (dayEndings.has(latinName(textAt(tokens, next)))) next += 1;
    for (let skipped = 0; skipped < 3 && beforeMonth.has(textAt(tokens, next)); skipped += 1)
      next += 1;
  } else if (textAt(tokens, next) === 'شهر') next += 1;
  const gregorian = options.calendar === 'hijri' ? undefined : readMonth(tokens, next, monthOf);
  const hijri =
    gregorian !== undefined || options.calendar === 'gregorian'
      ? undefined
      : readMonth(tokens, next, hijriMonthOf);
  const found = gregorian ?? hijri;
  if (found === undefined) return undefined;
  const { month } = found;
  const calendar = gregorian === undefined ? 'hijri' : 'gregorian';
  next = found.next;
  if (calendar === 'hijri') {
    while (epithets.has(textAt(tokens, next))) next += 1;
  } else next = afterSecondName(tokens, next, month);
  if (next < 0) return undefined;
  if (day !== undefined) {
    return withYear(tokens, next, calendar, { month, day: day.value }, options);
  }
  const second = tokens[next];
  if (isNumber(second, /^\d{1,2}$/)) {
    let after = next + 1;
    if (dayEndings.has(latinName(textAt(tokens, after)))) after += 1;
    if (textAt(tokens, after) === ',' || textAt(tokens, after) === '،') after += 1;
    after = afterInnerTime(tokens, after);
    const parts = { month, day: Number(second.text) };
    const dated = withYear(tokens, after, calendar, parts, options);
    if (dated !== undefined) return dated;
  }
  const monthOnly = withYear(tokens, next, calendar, { month }, options);
  return monthOnly?.isShortYear === true ? undefined : monthOnly;
}
