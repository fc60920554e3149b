import { isArabicLetter, isMark } from '../../arabic/letters.ts';

/**
 * Shapes of letters and ligatures (Unicode, Arabic Presentation Forms A and B) that stand for letters.
 * Words and signs of their own stay as they are: ﴿ ﴾ ﷺ ﷽.
 */
const shapes = /[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdf1\ufe70-\ufefc]/g;

/** «الله» as one sign, which people write on purpose too. */
const godsName = '\ufdf2';

/** A text with the number of its characters that were replaced. */
export interface RepairedCharacters {
  readonly text: string;
  readonly count: number;
  /** Place of the first, in UTF-16 units of the text as it came. */
  readonly first: number;
}

/**
 * Puts letters in the place of their shapes: «ﻻ» is «لا», «ﺑ» is «ب» (NFKC of these blocks alone). A mark
 * that has a shape by itself joins the letter before it instead of a space.
 */
export function repairPresentationForms(text: string): RepairedCharacters {
  let count = 0;
  let first = -1;
  const lettered = text.replace(shapes, (shape, at: number) => {
    const letters = shape.normalize('NFKC');
    if (letters === shape) return shape;
    count += 1;
    if (first === -1) first = at;
    const before = at > 0 ? text.charCodeAt(at - 1) : 0;
    const joins = letters.startsWith(' ') && (isArabicLetter(before) || isMark(before));
    return joins ? letters.slice(1) : letters;
  });
  if (count === 0) return { text, count, first };
  // A program that made shapes of all letters made this one too.
  return { text: lettered.replaceAll(godsName, 'الله'), count, first };
}
