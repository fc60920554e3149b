import { asciiDigits, edtfOf, parseEdtf } from '../../calendar/edtf.ts';
import { orderedDay } from '../../calendar/ordered-day.ts';
import { readWrittenDate } from '../../calendar/written-date.ts';
import type { PlainDate } from '../../model/date.ts';

/** A day in the path of a file. */
export interface PathDay {
  readonly date?: PlainDate;
  /** The Hijri date as written. */
  readonly hijri?: string;
  /** The part of the path that holds it. */
  readonly words: string;
}

/** Years that the name of a file may mean by eight digits alone. */
const [firstYear, lastYear] = [1850, 2099];

/** Eight digits, or a date between marks, with no letter of Latin script, digit or mark joined to it. */
const compact = /(?<![\p{L}\d])(\d{4})(\d{2})(\d{2})(?!\d)/gu;
const parted = /(?<![\d.])(\d{1,4})([-_.\s])(\d{1,2})\2(\d{1,4})(?!\d|\.\d)/g;

/** What scanners, cameras, browsers and exports name files after: the day is that of the copy. */
const copies =
  /^(?:scan|img|image|wa|whatsapp|screenshot|export|import|dump|backup|crawl|warc|copy|download|snapshot|archive|wayback|report|new|نسخة|مسح|تصدير|واتساب)/i;

/** Fewest digits of a day: those of a year and one more. */
const fiveDigits = /(?:[\d\u0660-\u0669\u06f0-\u06f9][^\d\u0660-\u0669\u06f0-\u06f9]*){5}/;

/** Returns the days that the name of a file or folder holds. */
function daysIn(name: string): readonly PathDay[] {
  const days: PathDay[] = [];
  for (const { 0: words, 1: year = '', 2: month = '', 3: day = '' } of name.matchAll(compact)) {
    const isYear = Number(year) >= firstYear && Number(year) <= lastYear;
    const date = isYear ? parseEdtf(edtfOf(year, month, day)) : undefined;
    if (date !== undefined) days.push({ date, words });
  }
  for (const { 0: words, 1: first = '', 3: second = '', 4: third = '' } of name.matchAll(parted)) {
    const read = orderedDay(first, second, third);
    if (read !== undefined) days.push({ ...read, words });
  }
  return days;
}

/** Returns the only day of a list; none where there are several. */
function onlyDay(days: readonly PathDay[]): PathDay | undefined {
  const [first, ...others] = days;
  const idOf = ({ date, hijri }: PathDay): string => date?.edtf ?? hijri ?? '';
  return first !== undefined && others.every((other) => idOf(other) === idOf(first))
    ? first
    : undefined;
}

/** Reads a name that is a date in words, or ends or begins with one: «24 يوليو 2012», «العدد 12 - 24 يوليو 2012». */
function dayInWords(name: string): PathDay | undefined {
  if (!/\p{L}/u.test(name) || !/\d{4}/.test(name)) return undefined;
  const spaced = name.replace(/_/g, ' ');
  for (const words of [spaced, ...spaced.split(/\s*[-–—(),،]\s*/)]) {
    if (!/\p{L}{2}/u.test(words) || !/^\D*\d{1,2}\D/.test(words)) continue;
    const { date, hijri, isDerived, doubt } = readWrittenDate(words.trim()) ?? {};
    if (doubt !== undefined || date?.day === undefined) continue;
    return {
      ...(isDerived ? {} : { date }),
      ...(hijri === undefined ? {} : { hijri }),
      words: words.trim(),
    };
  }
  return undefined;
}

/** Returns the day of the folders of a path: `2012/07/24/x.txt`, `2012-07-24/x.txt`. */
function dayOfFolders(folders: readonly string[]): PathDay | undefined {
  for (let at = folders.length - 1; at >= 0; at -= 1) {
    const name = folders[at] ?? '';
    const whole = /^\d{1,4}[-_.]\d{1,2}[-_.]\d{1,4}$|^\d{8}$/.test(name)
      ? onlyDay(daysIn(name))
      : undefined;
    if (whole !== undefined) return whole;
    const [year = '', month = '', day = ''] = folders.slice(at - 2, at + 1);
    if (!/^\d{4}$/.test(year) || !/^\d{2}$/.test(month) || !/^\d{2}$/.test(day)) continue;
    const read = orderedDay(year, month, day);
    if (read !== undefined) return { ...read, words: `${year}/${month}/${day}` };
  }
  return undefined;
}

/**
 * Returns the day in the name of a file or, where that has none, of its folders: `2012-07-24_10035.txt`,
 * `JA-culture-1-20170120.txt`, `24-07-2012.txt`, `2012/07/24/x.txt`. Numbers that are no day, ids, several days, and
 * the names of scans, exports and downloads give none.
 *
 * @param path the path under the seeds folder
 */
export function dayOfPath(path: string): PathDay | undefined {
  if (!fiveDigits.test(path)) return undefined;
  const parts = asciiDigits(path).split('/');
  const file = (parts.pop() ?? '').replace(/\.\p{L}[\p{L}\d]{0,9}$/u, '');
  if (copies.test(file)) return undefined;
  const named = daysIn(file);
  if (named.length > 0) return onlyDay(named);
  if (parts.some((name) => copies.test(name) || /\.(?:warc|wacz|zip)/i.test(name)))
    return undefined;
  return dayInWords(file) ?? dayOfFolders(parts);
}
