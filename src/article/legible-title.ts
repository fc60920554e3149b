import { maxTitleMarks } from '../model/limits.ts';

/** A text that shows nothing: spaces, marks without a letter, invisible characters, and blank ones. */
const nothing = /^[\p{Z}\p{M}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800\u{1d159}]*$/u;

/** More marks on one letter than are shown; invisible characters may stand between them. */
const manyMarks = new RegExp(`((?:\\p{M}\\p{Cf}*){${maxTitleMarks}})(?:\\p{M}\\p{Cf}*)+`, 'gu');

/** Tells whether a text shows anything on a page. */
export const isLegible = (text: string): boolean => !nothing.test(text);

/** Returns a title without marks that paint over other lines. */
export const withoutSurplusMarks = (title: string): string => title.replace(manyMarks, '$1');
