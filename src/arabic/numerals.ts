import type { CountedNoun } from '../model/messages.ts';
import type { Region } from './regions.ts';

const arabicIndic = '٠١٢٣٤٥٦٧٨٩';

/** Returns `text` with ASCII digits in the region's shapes; everything else stays. */
export function localDigits(text: string, digits: Region['digits']): string {
  return digits === 'latn' ? text : text.replace(/[0-9]/g, (d) => arabicIndic[Number(d)] ?? d);
}

/** Returns a whole number grouped by thousands: ١٬٢٣٤ with Arabic-Indic digits, 1,234 else. */
export function formatCount(count: number, digits: Region['digits']): string {
  const separator = digits === 'arab' ? '٬' : ',';
  const grouped = String(count).replace(/\B(?=(?:\d{3})+$)/g, separator);
  return localDigits(grouped, digits);
}

/** Returns the plural category of a whole number in Arabic (CLDR plural rules, `ar`). */
export function pluralCategory(count: number): keyof CountedNoun {
  if (count === 0) return 'zero';
  if (count === 1) return 'one';
  if (count === 2) return 'two';
  const rest = count % 100;
  if (rest >= 3 && rest <= 10) return 'few';
  return rest >= 11 ? 'many' : 'other';
}

/** Returns the counted noun with its number: `countNoun(3, …)` gives «٣ مقالات». */
export function countNoun(count: number, noun: CountedNoun, digits: Region['digits']): string {
  return noun[pluralCategory(count)].replace('{n}', formatCount(count, digits));
}
