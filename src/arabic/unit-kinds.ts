import { isArabicLetter, isDigit, isLatinLetter, isSpace } from './letters.ts';

/** A code unit that is no letter, no digit and no white space. */
export const sign = 0;
/** White space as JavaScript has it (`\\s`). */
export const space = 1;
/** A letter or a digit (Unicode categories L and N). */
export const letter = 2;
/** A code unit that only Unicode's tables can tell: rare letters, halves of surrogate pairs. */
export const other = 3;

function kindOf(unit: number): number {
  if (isSpace(unit)) return space;
  // The presentation forms of Arabic have signs among them: «﴾».
  const isArabic = unit <= 0x06ff && isArabicLetter(unit);
  if (isArabic || isDigit(unit) || isLatinLetter(unit)) return letter;
  return unit < 0x80 ? sign : other;
}

/** The kind of every code unit: a scan that asks a table is several times faster than one that compares. */
export const unitKinds: Uint8Array = new Uint8Array(0x10000);
for (let unit = 0; unit < unitKinds.length; unit += 1) unitKinds[unit] = kindOf(unit);
