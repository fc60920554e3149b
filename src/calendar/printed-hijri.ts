import { fold } from '../arabic/letters.ts';
import { asciiDigits } from './edtf.ts';
import { dayNumber, type GregorianDay } from './gregorian.ts';
import { daysInHijriMonth, toGregorian } from './hijri.ts';

/** A Hijri date at its printed precision. */
export interface PrintedHijri {
  readonly year: number;
  /** 1 for Muharram. */
  readonly month: number;
  readonly day?: number;
}

/**
 * Days by which a printed Hijri date may differ from the calculated one: months begin when the crescent
 * is sighted in a country, and a newspaper may carry the next day's date.
 */
export const hijriTolerance = 2;

/** Patterns of folded month names, Muharram first: «جمادى الأولى», «جماد أول», «جمادي الاولى». */
const monthPatterns = [
  ...['(?:ال)?محرم', 'صفر', 'ربيع (?:ال)?اول', 'ربيع (?:ال)?(?:اخر|ثاني)'],
  ...['جماد[يه]? (?:ال)?اول[يه]?', 'جماد[يه]? (?:ال)?(?:اخر|ثان)[يه]*', 'رجب', 'شعبان'],
  ...['رمضان', 'شوال', '(?:ذ[وي] )?(?:ال)?قعده', '(?:ذ[وي] )?(?:ال)?حجه'],
];

/** Day, name of the month with an epithet («رمضان المبارك»), year. */
const wordPatterns = monthPatterns.map(
  (name) =>
    new RegExp(
      `^(?:\\D*?(?<day>\\d{1,2}|غره) (?:من )?)?(?:شهر )?${name}(?: ال\\p{L}+)?(?: سنه| عام| لعام| لسنه)? (?<year>\\d{1,4})(?!\\d)`,
      'u',
    ),
);

/** Numeric dates: 24/3/1439, 1439-03-24. */
const numericPatterns = [
  /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{3,4})(?!\d)/,
  /^(?<year>\d{3,4})[/.-](?<month>\d{1,2})[/.-](?<day>\d{1,2})(?!\d)/,
];

/** Returns the date where its month and day are possible. */
function possibleDate(year: number, month: number, day?: number): PrintedHijri | undefined {
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
  for (const pattern of numericPatterns) {
    const { year, month, day } = pattern.exec(written)?.groups ?? {};
    if (year !== undefined) return possibleDate(Number(year), Number(month), Number(day));
  }
  for (const [index, pattern] of wordPatterns.entries()) {
    const { year, day } = pattern.exec(written)?.groups ?? {};
    if (year === undefined) continue;
    if (day === undefined) return possibleDate(Number(year), index + 1);
    return possibleDate(Number(year), index + 1, day === 'غره' ? 1 : Number(day));
  }
  return undefined;
}

/** Returns the distance in days between a day and the nearest day of a printed date. */
export function daysFrom({ year, month, day }: PrintedHijri, known: GregorianDay): number {
  const number = dayNumber(known);
  const first = dayNumber(toGregorian({ year, month, day: day ?? 1 }));
  const last = day === undefined ? first + daysInHijriMonth({ year, month }) - 1 : first;
  return Math.max(0, first - number, number - last);
}
