import type { PlainDate } from '../model/date.ts';
import { localDigits } from './numerals.ts';
import type { Region } from './regions.ts';

/** How a doubtful date is worded; `{date}` stands for the date. */
export interface DoubtWords {
  /** EDTF `~`: «حوالي {date}». */
  readonly approximately: string;
  /** EDTF `?`: «{date} (على الأرجح)». */
  readonly probably: string;
}

/**
 * Returns a date in words as the region's newspapers print it, with what is in doubt said:
 * «١٢ ديسمبر ٢٠١٧ (على الأرجح)», «حوالي ١٩٨٠».
 */
export function formatDate(date: PlainDate, region: Region, doubt: DoubtWords): string {
  const month = date.month === undefined ? undefined : region.months[date.month - 1];
  const parts = [date.day, month, date.year].filter((part) => part !== undefined);
  let words = localDigits(parts.join(' '), region.digits);
  if (date.approximate) words = doubt.approximately.replace('{date}', words);
  if (date.uncertain) words = doubt.probably.replace('{date}', words);
  return words;
}

/** Returns the date as HTML's `datetime` takes it: without EDTF's qualifier. */
export const machineDate = (date: PlainDate): string => date.edtf.replace(/[?~%]$/, '');

/** Returns a span of years in the region's digits: «٢٠١٥–٢٠١٧», or one year alone if equal. */
export function formatYears(first: number, last: number, region: Region): string {
  return localDigits(first === last ? `${first}` : `${first}–${last}`, region.digits);
}
