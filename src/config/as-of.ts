import { asciiDigits, parseEdtf } from '../calendar/edtf.ts';

/** Years before this one are those of the Hijri calendar, or a slip. */
const firstYear = 1600;

/**
 * Reads the day on which an archive is shown.
 *
 * @returns `YYYY-MM-DD` or `today`; undefined for everything else
 */
export function readAsOf(text: string): string | undefined {
  const day = asciiDigits(text.trim()).toLowerCase();
  if (day === 'today') return day;
  const date = parseEdtf(day);
  const isDay = date?.day !== undefined && date.edtf === day && /^\d{4}-\d\d-\d\d$/.test(day);
  return isDay && date.year >= firstYear ? day : undefined;
}
