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

/** The kind of every code unit: a lookup is several times faster than comparisons. */
export const unitKinds: Uint8Array = new Uint8Array(0x10000);
for (let unit = 0; unit < unitKinds.length; unit += 1) unitKinds[unit] = kindOf(unit);
