import { weekdayOf } from './date-names.ts';
import { type DateParts, isPossible } from './date-parts.ts';
import { dateTokens } from './date-tokens.ts';
import { readPrintedDate } from './printed-date.ts';

/** More tokens than a printed Hijri date has with the words before it. */
const maxTokens = 30;

/**
 * Reads a Hijri date as newspapers print it, wherever it starts in a text: «الثلاثاء 24 ربيع الأول 1439 هـ»,
 * «غرة رمضان المبارك عام ١٣٨٠», «24/3/1439».
 *
 * @returns undefined where there is no year, or no possible reading
 */
export function parsePrintedHijri(text: string): DateParts | undefined {
  const { tokens } = dateTokens(text, maxTokens);
  for (const at of tokens.keys()) {
    const read = readPrintedDate(tokens, at, { calendar: 'hijri' });
    const [parts] = read?.readings ?? [];
    if (parts !== undefined) return isPossible(parts, 'hijri') ? parts : undefined;
  }
  return undefined;
}

/** Reads a Hijri year alone: «1312», «عام 1433هـ»; undefined for anything else. */
export function printedHijriYear(text: string): DateParts | undefined {
  const { tokens } = dateTokens(text, maxTokens);
  const read = readPrintedDate(tokens, 0, { calendar: 'hijri', isField: true });
  const [parts] = read?.readings ?? [];
  return read?.next === tokens.length && parts !== undefined && isPossible(parts, 'hijri')
    ? parts
    : undefined;
}

/** Returns the day of the week in a printed date, 0 for Sunday; undefined where it has none. */
export function printedWeekday(text: string): number | undefined {
  for (const { kind, text: word } of dateTokens(text, maxTokens).tokens) {
    const weekday = kind === 'word' ? weekdayOf(word) : undefined;
    if (weekday !== undefined) return weekday;
  }
  return undefined;
}
