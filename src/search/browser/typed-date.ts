import { wordForms } from '../../arabic/word-letters.ts';
import { filled, type Numbers, type Settings } from './words.ts';

/** Returns the ASCII digit of a digit of Arabic or Persian. */
const asciiDigit = (digit: string): string => String(digit.charCodeAt(0) & 0xf);

const folded = (text: string): string => wordForms(text).join(' ');

/** Returns a date as the address has it, `2015-07-21`, `2015-07` or `2015`; undefined where there is no such day. */
function known(year: number, month?: number, day?: number): string | undefined {
  const two = (part: number): string => String(part).padStart(2, '0');
  if (year < 1000 || year > 9999) return undefined;
  if (month === undefined) return String(year);
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return `${year}-${two(month)}`;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day < 1 || day > last ? undefined : `${year}-${two(month)}-${two(day)}`;
}

/** Returns the month of a folded name or of its first letters; 0 where it is none, or could be several. */
function monthOf(name: string, months: readonly string[]): number {
  const exact = months.indexOf(name) + 1;
  const begun = months.filter((month) => name.length >= 3 && month.startsWith(name));
  return exact === 0 && begun.length === 1 ? months.indexOf(begun[0] ?? '') + 1 : exact;
}

/**
 * Reads a date as a person types it, in any digits: in words as the site writes dates («٢١ يوليو ٢٠١٥»), in
 * numbers (21/7/2015, 2015-07-21), or a month or a year alone.
 *
 * @param months names of the months, January first
 * @returns the date as the address has it; undefined where the text is no date
 */
export function typedDate(text: string, months: readonly string[]): string | undefined {
  const plain = text
    .replace(/\p{Cf}/gu, '')
    .replace(/[٠-٩۰-۹]/g, asciiDigit)
    .trim();
  const parts = plain.match(/\d+/g)?.map(Number) ?? [];
  const name = folded(plain.replace(/\d+/g, ' '));
  if (name !== '') {
    const month = monthOf(name, months.map(folded));
    const year = parts.find((part) => part > 99);
    const day = parts.find((part) => part <= 99);
    return month === 0 || year === undefined || parts.length > 2
      ? undefined
      : known(year, month, day);
  }
  if (!/^\d+(?:\s*[-/.–]\s*\d+){0,2}$/.test(plain)) return undefined;
  const [first = 0, second, third] = parts;
  if (first > 99) return known(first, second, third);
  // Day, month, year; or month and year.
  return third === undefined
    ? second === undefined
      ? undefined
      : known(second, first)
    : known(third, second, first);
}

/** Returns a date of the address in words, as the site writes dates; empty where it is no date. */
export function dateInWords(
  date: string,
  { months }: Pick<Settings, 'months'>,
  { year: yearOf, digits }: Numbers,
): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
  if (year === undefined) return '';
  const parts = [
    day === undefined ? '' : digits(String(Number(day))),
    month === undefined ? '' : (months[Number(month) - 1] ?? ''),
    yearOf(Number(year)),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** Returns the range of two dates in words; empty where both are absent. */
export function spanInWords(
  [from, to]: readonly [from: string, to: string],
  settings: Settings,
  numbers: Numbers,
): string {
  const { span, since, until } = settings.panel;
  const words = {
    from: dateInWords(from, settings, numbers),
    to: dateInWords(to, settings, numbers),
  };
  if (words.from === words.to) return words.from;
  return filled(words.to === '' ? since : words.from === '' ? until : span, words);
}
