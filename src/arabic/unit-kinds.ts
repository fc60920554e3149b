import { isArabicLetter, isDigit, isLatinLetter, isSpace } from './letters.ts';

/** A code unit that is neither letter, digit nor white space. */
export const sign = 0;
/** White space as in JavaScript's `\s`. */
export const space = 1;
/** A letter or a digit (Unicode categories L and N). */
export const letter = 2;
/** A code unit whose kind requires Unicode's tables: rare letters, surrogates. */
export const other = 3;

function kindOf(unit: number): number {
  if (isSpace(unit)) return space;
  // The presentation forms of Arabic include punctuation: «﴾».
  const isArabic = unit <= 0x06ff && isArabicLetter(unit);
  if (isArabic || isDigit(unit) || isLatinLetter(unit)) return letter;
  return unit < 0x80 ? sign : other;
}

/** The code units behind this one are `other`, except one white space. */
const lastKnown = 0x3000;
const lastSpace = 0xfeff;

/**
 * Returns a table with a value from 0 to 255 for every code unit. A lookup is several times faster than comparisons, and most
 * units are filled in without a call, as each thread makes such tables when it starts.
 *
 * @param value returns the value of a code unit; all that are `other` behind U+3000 have the value of U+FFFF
 */
function unitTable(value: (unit: number) => number): Uint8Array {
  const table = new Uint8Array(0x10000).fill(value(0xffff), lastKnown + 1);
  for (let unit = 0; unit <= lastKnown; unit += 1) table[unit] = value(unit);
  table[lastSpace] = value(lastSpace);
  return table;
}

/** The kind of every code unit. */
export const unitKinds: Uint8Array = unitTable(kindOf);

/** Returns a table like `unitKinds` with a value from 0 to 255 for every code unit, from its kind. */
export const tableOfKinds = (value: (kind: number, unit: number) => number): Uint8Array =>
  unitTable((unit) => value(unitKinds[unit] as number, unit));
