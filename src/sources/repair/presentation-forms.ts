import { isArabicLetter, isMark } from '../../arabic/letters.ts';

/**
 * Presentation forms of letters and ligatures (Unicode, Arabic Presentation Forms A and B). Words and
 * symbols stay: ﴿ ﴾ ﷺ ﷽.
 */
const presentationForms = /[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdf1\ufe70-\ufefc]/g;

/** «الله» as one character, which is also typed on purpose. */
const allahLigature = '\ufdf2';

/** A text and the number of replaced characters. */
export interface RepairedCharacters {
  readonly text: string;
  readonly count: number;
  /** Offset of the first in the original text, in UTF-16 code units. */
  readonly first: number;
}

/**
 * Replaces presentation forms by letters: «ﻻ» is «لا», «ﺑ» is «ب» (NFKC of these blocks alone). An
 * isolated form of a mark is joined to the letter before it and not to a space.
 */
export function repairPresentationForms(text: string): RepairedCharacters {
  let count = 0;
  let first = -1;
  const replaced = text.replace(presentationForms, (shape, at: number) => {
    const letters = shape.normalize('NFKC');
    if (letters === shape) return shape;
    count += 1;
    if (first === -1) first = at;
    const before = at > 0 ? text.charCodeAt(at - 1) : 0;
    const joins = letters.startsWith(' ') && (isArabicLetter(before) || isMark(before));
    return joins ? letters.slice(1) : letters;
  });
  if (count === 0) return { text, count, first };
  // In a text with other presentation forms, this one was written by a program as well.
  return { text: replaced.replaceAll(allahLigature, 'الله'), count, first };
}
