import { latinName, weekdayOf } from './date-names.ts';
import {
  type DateParts,
  isNumber,
  type PrintedDate,
  type PrintedDateOptions,
  textAt,
} from './date-parts.ts';
import type { DateToken } from './date-tokens.ts';
import { readPrintedDate } from './printed-date.ts';

/** The dates of one phrase as printed: day of the week, Hijri date, Gregorian date. */
export interface DatePhrase {
  /** 0 for Sunday. */
  weekday?: number;
  hijri?: PrintedDate & { readonly start: number };
  gregorian?: PrintedDate & { readonly start: number };
  /** Whether a word says that it is the date of publication: «التاريخ», «نُشر في». */
  hasLabel?: boolean;
  /** Whether a word says that it is approximate: «حوالي». */
  isApproximate?: boolean;
  /** Whether two dates of one calendar contradict each other. */
  isContradictory?: boolean;
}

/** Folded words that label the date of publication. */
export const dateLabels: ReadonlySet<string> = new Set([
  ...['التاريخ', 'تاريخ', 'بتاريخ', 'نشر', 'نشرت', 'الصادر', 'الصادره', 'صدر', 'صدرت', 'النشر'],
  ...['published', 'date', 'posted', 'publie'],
]);

/** Folded words that only connect the parts of a date. */
export const dateConnectors: ReadonlySet<string> = new Set([
  ...[
    'يوم',
    'الموافق',
    'للموافق',
    'الموافقل',
    'الموافقه',
    'موافق',
    'ل',
    'في',
    'من',
    'تم',
    'الميلادي',
  ],
  ...['الهجري', 'الساعه', 'on', 'at', 'the', 'le', 'of'],
]);

const approximateWords = new Set(['حوالي', 'نحو', 'تقريبا', 'circa', 'ca', 'about']);

/** Words after a time of day. */
const halves = new Set(['ص', 'م', 'صباحا', 'مساء', 'ظهرا', 'عصرا', 'ليلا', 'am', 'pm', 'a', 'p']);

/** Returns the index after a time of day with its zone; `at` where there is none. */
export function afterTime(tokens: readonly DateToken[], at: number): number {
  let next = at;
  if (tokens[at]?.kind !== 'number' && tokens[at + 1]?.kind !== 'number') return at;
  if (latinName(textAt(tokens, next)) === 't') next += 1;
  const [hour, colon, minute] = tokens.slice(next, next + 3);
  if (!isNumber(hour, /^\d{1,2}$/) || colon?.text !== ':' || !isNumber(minute, /^\d{2}$/))
    return at;
  next += 3;
  if (textAt(tokens, next) === ':' && tokens[next + 1]?.kind === 'number') next += 2;
  if (/^[.,]$/.test(textAt(tokens, next)) && isNumber(tokens[next + 1], /^\d{1,9}$/)) next += 2;
  if (halves.has(latinName(textAt(tokens, next)))) {
    next += 1;
    if (textAt(tokens, next) === '.') next += latinName(textAt(tokens, next + 1)) === 'm' ? 2 : 1;
  }
  if (/^(?:z|utc|gmt|[a-z]{1,4}t)$/i.test(textAt(tokens, next))) next += 1;
  if (textAt(tokens, next) === 'بتوقيت') {
    next += 2;
    if (textAt(tokens, next) === 'المكرمه') next += 1;
  }
  if (/^[+-]$/.test(textAt(tokens, next)) && isNumber(tokens[next + 1], /^(?:\d\d|\d{4})$/)) {
    const isHour = (tokens[next + 1]?.text.length ?? 0) === 2;
    next += isHour && textAt(tokens, next + 2) === ':' ? 4 : 2;
  }
  if (textAt(tokens, next) === '(' && /^[a-z]{2,5}$/i.test(textAt(tokens, next + 1))) {
    if (textAt(tokens, next + 2) === ')') next += 3;
  }
  return next;
}

const isSame = (a: DateParts, b: DateParts): boolean =>
  a.year === b.year && a.month === b.month && a.day === b.day;

/** Adds a date to a phrase; of two in one calendar the readings that both have are kept. */
function addDate(phrase: DatePhrase, read: PrintedDate, start: number): void {
  const key = read.calendar;
  const known = phrase[key];
  if (known === undefined) {
    phrase[key] = { ...read, start };
    return;
  }
  const common = known.readings.filter((a) => read.readings.some((b) => isSame(a, b)));
  if (common.length === 0) phrase.isContradictory = true;
  else phrase[key] = { ...known, readings: common };
}

/**
 * Reads one item of a phrase of dates at `at`: a day of the week, a date, or a time of day beside one.
 *
 * @param phrase receives what is read
 * @returns the index after it; `at` where there is none
 */
export function readDateItem(
  phrase: DatePhrase,
  tokens: readonly DateToken[],
  at: number,
  options: PrintedDateOptions = {},
): number {
  const token = tokens[at];
  if (token === undefined || token.kind === 'sign') return at;
  const time = afterTime(tokens, at);
  if (time > at) return time;
  const isTaken = phrase.gregorian !== undefined && phrase.hijri !== undefined;
  const read = isTaken && !options.isField ? undefined : readPrintedDate(tokens, at, options);
  if (read !== undefined) {
    addDate(phrase, read, at);
    return read.next;
  }
  if (token.kind === 'number') return at;
  const weekday = weekdayOf(token.text);
  if (weekday === undefined || (phrase.weekday ?? weekday) !== weekday) return at;
  phrase.weekday = weekday;
  return textAt(tokens, at + 1) === '.' ? at + 2 : at + 1;
}

/** Words and marks between the dates of one line: «الثلاثاء، 5 رمضان 1433هـ (الموافق 24 يوليو 2012م)». */
const between = new Set(['-', '/', '،', ',', '(', ')', '|', ':', '.', '؛', '–', '[', ']', '=']);
const betweenWords = new Set([
  'يوم',
  'في',
  'الموافق',
  'للموافق',
  'الموافقل',
  'الموافقه',
  'موافق',
  'ل',
  'و',
  'علي',
  'الساعه',
]);

/** A run of dates in a line. */
export interface DateRun {
  readonly phrase: DatePhrase;
  /** Index of the token after it. */
  readonly next: number;
}

/**
 * Reads the dates that stand together in a line: day of the week, Hijri and Gregorian date, time of day.
 *
 * @param at where the run starts
 * @returns undefined where no date with day and year starts there
 */
export function readDateRun(tokens: readonly DateToken[], at: number): DateRun | undefined {
  const phrase: DatePhrase = {};
  let [next, end, isOpen] = [at, at, false];
  while (next < tokens.length) {
    const after = readDateItem(phrase, tokens, next);
    const text = textAt(tokens, next);
    if (after > next) [next, end] = [after, after];
    else if (end > at && (between.has(text) || betweenWords.has(text))) {
      next += 1;
      if (text === '(') isOpen = true;
      else if (text === ')' && isOpen) [isOpen, end] = [false, next];
    } else break;
  }
  const date = phrase.gregorian ?? phrase.hijri;
  const hasDay = date?.readings[0]?.day !== undefined && !date.isShortYear;
  return hasDay && phrase.isContradictory !== true ? { phrase, next: end } : undefined;
}

/** Punctuation between the parts of a date. */
const punctuation = new Set('-|/،,():.*«»;؛["]؟?\'’–•'.split(''));

/** Reads a text that holds nothing but dates; undefined where it holds something else. */
export function readWholePhrase(
  tokens: readonly DateToken[],
  options: PrintedDateOptions,
): DatePhrase | undefined {
  const phrase: DatePhrase = {};
  for (let at = 0; at < tokens.length; ) {
    const next = readDateItem(phrase, tokens, at, options);
    if (next > at) {
      at = next;
      continue;
    }
    const word = latinName(textAt(tokens, at));
    if (dateLabels.has(word)) phrase.hasLabel = true;
    else if (approximateWords.has(word)) phrase.isApproximate = true;
    else if (!dateConnectors.has(word) && !punctuation.has(word)) return undefined;
    at += 1;
  }
  return phrase.gregorian === undefined && phrase.hijri === undefined ? undefined : phrase;
}
