import { agencyForms } from '../../arabic/agencies.ts';
import { placeNames } from '../../arabic/place-names.ts';
import { weekdayOf } from '../../calendar/printed-day.ts';
import type { PrintedDates } from './dates.ts';
import { type LineWord, longestName } from './line-words.ts';
import {
  afterEra,
  commonEras,
  hijriEras,
  isYear,
  type NumberDate,
  readCommon,
  readHijri,
  readNumbers,
} from './printed-dates.ts';

/**
 * What of a masthead line is read, item by item from its beginning. Only a line that consists of
 * nothing else is one, so that «في يوم 4 رمضان 1433هـ عُقد…» stays a sentence.
 *
 * | item                 | printed as                                             | gives        |
 * | -------------------- | ------------------------------------------------------ | ------------ |
 * | day of the week      | «الاثنين», «يوم الاثنين»                               | checks dates |
 * | Hijri date           | «4 رمضان 1433هـ», «غرة محرم 1400 هـ», «4/9/1433هـ»      | `hijri`      |
 * | Gregorian date       | «23 يوليو (تموز) 2012م», «23/7/2012», «2012-07-23»      | `date`       |
 * | number of the issue  | «العدد (232)», «العدد رقم 232», «العدد: ٢٣٢»            | `issue`      |
 * | year of the paper    | «السنة 12», «السنة الثانية عشرة»                        |              |
 * | page                 | «الصفحة 5», «ص 5»                                      | `page`       |
 * | place and agency     | «الرياض … واس», as agencies open their reports          | dateline     |
 * | words between        | «الموافق», «التاريخ:», «نشر في», «الصادر بتاريخ»         |              |
 */
export interface Masthead extends PrintedDates {
  readonly issue?: string;
  readonly page?: string;
  readonly place?: string;
  /** The name of the agency; empty where several are meant. */
  readonly agency?: string;
  /** How many words of the line it takes. */
  readonly length: number;
}

/** Words that only lead from one item to the next. */
const between = new Set(
  'يوم الموافق للموافق الموافقل ل التاريخ تاريخ بتاريخ النشر نشر نشرت في الصادر صدر الصادره من'.split(
    ' ',
  ),
);

/** Of these the line says itself that a date of the paper follows. */
const labels = new Set(['التاريخ', 'تاريخ', 'بتاريخ', 'نشر', 'نشرت', 'الصادر', 'الصادره', 'صدر']);

const signs = new Set('-|/،,():.*«»;؛–["]'.split(''));

/** Those that may belong to the item before: «العدد (232)». */
const closers = new Set('-|،):.]'.split(''));

const issueWords = new Set(['العدد', 'عدد']);
const pageWords = new Set(['الصفحه', 'صفحه', 'ص']);

/** Words with which a masthead may begin besides the days of the week. */
export const mastheadWords: readonly string[] = [
  ...[...labels, ...issueWords, ...pageWords],
  ...['يوم', 'الموافق', 'السنه', 'غره'],
];

type Draft = { -readonly [K in keyof Masthead]: Masthead[K] } & { items: number; label: boolean };

/** Reads one item at `at`. Returns where the words go on; `at` itself where there is none. */
function readItem(draft: Draft, line: string, words: readonly LineWord[], at: number): number {
  const word = words[at];
  if (word === undefined) return at;
  const cut = (next: number): string => line.slice(word.start, words[next - 1]?.end ?? word.end);
  if (word.kind === 'number' || word.text === 'غره') {
    const hijri = readHijri(words, at);
    if (hijri !== undefined && draft.hijri === undefined) {
      draft.hijri = cut(hijri);
      return hijri;
    }
    const common = readCommon(words, at);
    if (common !== undefined && draft.days === undefined) {
      const { day, month, year } = common;
      draft.days = [{ year, month, day }];
      draft.common = cut(common.next);
      return common.next;
    }
    const numeric = readNumbers(words, at);
    if (numeric === undefined) return at;
    return takeNumbers(draft, numeric, words, cut) ?? at;
  }
  if (word.kind === 'sign') return at;
  const weekday = weekdayOf(word.text);
  if (weekday !== undefined && draft.weekday === undefined) {
    draft.weekday = weekday;
    return at + 1;
  }
  if (issueWords.has(word.text)) return readCounted(words, at, (n) => (draft.issue ??= n));
  if (pageWords.has(word.text)) return readCounted(words, at, (n) => (draft.page ??= n));
  if (word.text === 'السنه') return readPaperYear(words, at);
  return at;
}

function takeNumbers(
  draft: Draft,
  { numbers, next }: NumberDate,
  words: readonly LineWord[],
  cut: (next: number) => string,
): number | undefined {
  const [a, b, c] = numbers;
  const [year, second, third] = a.length === 4 ? [a, b, c] : [c, b, a];
  if (isYear(year, 'hijri') && draft.hijri === undefined) {
    const end = afterEra(words, next, hijriEras);
    draft.hijri = cut(end);
    return end;
  }
  if (!isYear(year, 'common') || draft.days !== undefined) return undefined;
  const usual = { year: Number(year), month: Number(second), day: Number(third) };
  // «3/4/2011» is the third of April here and the fourth of March there.
  const other = { year: Number(year), month: Number(third), day: Number(second) };
  draft.days = a.length === 4 ? [usual] : [usual, other];
  const end = afterEra(words, next, commonEras);
  draft.common = cut(end);
  return end;
}

/** Reads «العدد رقم (232)»: what follows is one number. */
function readCounted(
  words: readonly LineWord[],
  at: number,
  take: (number: string) => void,
): number {
  let next = at + 1;
  while (['رقم', ':', '(', '/', '-', '['].includes(words[next]?.text ?? '')) next += 1;
  const number = words[next];
  if (number?.kind !== 'number' || number.text.length > 6) return at;
  take(number.text.replace(/^0+(?=\d)/, ''));
  return next + 1;
}

/** Reads «السنة 12», «السنة الثانية عشرة»: the words of a number begin with the article but the last. */
function readPaperYear(words: readonly LineWord[], at: number): number {
  const counted = readCounted(words, at, () => undefined);
  if (counted > at) return counted;
  const first = words[at + 1];
  if (first?.kind !== 'word' || !/^ال\p{L}{3,}/u.test(first.text)) return at;
  return /^(?:عشر|عشره|وال\p{L}{4,})$/u.test(words[at + 2]?.text ?? '') ? at + 3 : at + 2;
}

/**
 * Reads a masthead from the beginning of a line.
 *
 * @param isWhole whether the words are all of the line: then two items make a masthead, at least one of
 * them a date, an issue or a page. Otherwise text goes on behind it, as where lines are lost, and it
 * takes a date and the issue, or both dates between a place and an agency.
 * @returns undefined where the line is none; never throws
 */
export function readMasthead(
  line: string,
  words: readonly LineWord[],
  isWhole: boolean,
): Masthead | undefined {
  const draft: Draft = { length: 0, items: 0, label: false };
  let at = 0;
  const place = longestName(words, 0, (name) => placeNames.has(name));
  if (place > 0) {
    draft.place = line.slice(words[0]?.start, words[place - 1]?.end);
    at = place;
  }
  while (at < words.length) {
    const word = words[at];
    if (word === undefined) break;
    const next = readItem(draft, line, words, at);
    if (next > at) {
      draft.items += 1;
      at = next;
      draft.length = at;
    } else if (signs.has(word.text) || between.has(word.text)) {
      if (labels.has(word.text)) draft.label = true;
      at += 1;
      if (draft.length === at - 1 && closers.has(word.text)) draft.length = at;
    } else break;
  }
  if (draft.place !== undefined && draft.items > 0) {
    const agency = longestName(words, at, (name) => agencyForms.has(name));
    if (agency > 0) {
      const letters = words.slice(at, at + agency).filter(({ kind }) => kind === 'word');
      draft.agency = agencyForms.get(letters.map(({ text }) => text).join(' ')) ?? '';
      at += agency;
      draft.length = at;
      while (signs.has(words[at]?.text ?? '')) at += 1;
    }
  }
  const isDated = draft.days !== undefined || draft.hijri !== undefined;
  const { items, label, ...masthead } = draft;
  if (isWhole && at === words.length && (isDated || draft.issue !== undefined)) {
    if (items + (label ? 1 : 0) >= 2) return { ...masthead, length: at };
  }
  const reports =
    draft.agency !== undefined && draft.days !== undefined && draft.hijri !== undefined;
  if (isDated && draft.place === undefined && draft.issue !== undefined) return masthead;
  return reports ? masthead : undefined;
}
