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
