import { maxTitleMarks } from '../model/limits.ts';

/** A text that shows nothing: spaces, invisible characters, and blank ones. */
const nothing = /^[\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800\u{1d159}]*$/u;

/** A run of marks; invisible characters may stand between them. */
const markRun = /(?:\p{Cf}*\p{M})+/gu;

/** Characters that carry no mark, before the first letter of a text. */
const noLetter = /^[\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800\u{1d159}]*$/u;

/** The dotted circle, which Unicode has for showing marks without a letter. */
const carrier = '\u25cc';

/** Signs that stay where letters are lost to question marks: «???? ??????». */
const keptSigns = /[\s.:،()«»"/-]+/g;

/** Tells whether a text is four question marks or more and nothing else, which a program wrote for letters. */
const isLost = (text: string): boolean =>
  text.startsWith('??') && /^\?{4,}$/.test(text.replace(keptSigns, ''));

/** Tells whether a text shows anything on a page, and is not lost to question marks. */
export const isLegible = (text: string): boolean => !nothing.test(text) && !isLost(text);

/**
 * Returns a title in which a letter carries no more marks than a line has room for: dotted circles carry the
 * others, and those before the first letter.
 */
export function withCarriedMarks(title: string): string {
  if (!/\p{M}/u.test(title)) return title;
  return title.replace(markRun, (run: string, at: number) => {
    let count = noLetter.test(title.slice(0, at)) ? maxTitleMarks : 0;
    let carried = '';
    for (const sign of run) {
      if (/\p{M}/u.test(sign)) {
        if (count === maxTitleMarks) {
          carried += carrier;
          count = 0;
        }
        count += 1;
      }
      carried += sign;
    }
    return carried;
  });
}
