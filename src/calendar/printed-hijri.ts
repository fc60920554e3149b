import { fold } from '../arabic/letters.ts';
import { asciiDigits, type GregorianDay } from './edtf.ts';
import { dayNumber, daysInMonth, toGregorian } from './hijri.ts';

/** A Hijri date at its printed precision. */
export interface PrintedHijri {
  readonly year: number;
  /** 1 for Muharram. */
  readonly month: number;
  readonly day?: number;
}

/** Names of the months, Muharram first, folded: «جمادى الأولى», «جماد أول», «جمادي الاولى». */
const names = [
  ...['(?:ال)?محرم', 'صفر', 'ربيع (?:ال)?اول', 'ربيع (?:ال)?(?:اخر|ثاني)'],
  ...['جماد[يه]? (?:ال)?اول[يه]?', 'جماد[يه]? (?:ال)?(?:اخر|ثان)[يه]*', 'رجب', 'شعبان'],
  ...['رمضان', 'شوال', '(?:ذ[وي] )?(?:ال)?قعده', '(?:ذ[وي] )?(?:ال)?حجه'],
];

/** A day, the name of a month with an epithet («رمضان المبارك»), and a year. */
const inWords = names.map(
  (name) =>
    new RegExp(
      `^(?:\\D*?(?<day>\\d{1,2}|غره) (?:من )?)?(?:شهر )?${name}(?: ال\\p{L}+)?(?: سنه| عام| لعام| لسنه)? (?<year>\\d{1,4})(?!\\d)`,
      'u',
    ),
);

/** 24/3/1439, 1439-03-24. */
const inNumbers = [
  /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{3,4})(?!\d)/,
  /^(?<year>\d{3,4})[/.-](?<month>\d{1,2})[/.-](?<day>\d{1,2})(?!\d)/,
];

function existing(year: number, month: number, day?: number): PrintedHijri | undefined {
  if (year < 1 || month < 1 || month > 12) return undefined;
  if (day === undefined) return { year, month };
  // A month of 29 days in the tables may have been announced with 30.
  return day >= 1 && day <= 30 ? { year, month, day } : undefined;
}

/**
 * Reads a Hijri date as newspapers print it: «الثلاثاء 24 ربيع الأول 1439 هـ», «غرة رمضان المبارك عام
 * ١٣٨٠», «24/3/1439».
 *
 * @returns undefined where there is no year, or no certain reading
 */
export function parsePrintedHijri(text: string): PrintedHijri | undefined {
  const written = fold(asciiDigits(text))
    .replace(/[،,]/g, ' ')
    .replace(/\s*([/.-])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  for (const pattern of inNumbers) {
    const { year, month, day } = pattern.exec(written)?.groups ?? {};
    if (year !== undefined) return existing(Number(year), Number(month), Number(day));
  }
  for (const [index, pattern] of inWords.entries()) {
    const { year, day } = pattern.exec(written)?.groups ?? {};
    if (year === undefined) continue;
    if (day === undefined) return existing(Number(year), index + 1);
    return existing(Number(year), index + 1, day === 'غره' ? 1 : Number(day));
  }
  return undefined;
}

/** Returns the distance in days between a day and the nearest one that a printed date may mean. */
export function daysFrom({ year, month, day }: PrintedHijri, known: GregorianDay): number {
  const number = dayNumber(known);
  const first = dayNumber(toGregorian({ year, month, day: day ?? 1 }));
  const last = day === undefined ? first + daysInMonth({ year, month }) - 1 : first;
  return Math.max(0, first - number, number - last);
}
