import { arabicScriptLanguage } from './arabic-script-language.ts';

/** A part of an Arabic line, with its language where that is another one. */
export interface ForeignRun {
  readonly text: string;
  readonly language: string | undefined;
}

const foreignLetter = /[\u05d0-\u05f2\u0679-\u06bf\u06c1-\u06d3\u06d5]/;

/** Tells whether a line has letters of Hebrew, or of languages in Arabic letters that Arabic has not: few have. */
export const hasForeignLetters = (text: string): boolean => foreignLetter.test(text);

/** Words in Hebrew with the punctuation between them; a quotation. */
const parts =
  /([\u05d0-\u05f2](?:[\u0591-\u05f4\s\d,.:;!?"'()-]*[\u05d0-\u05f2])?|(?<=[«"“])[^«»"“”]{10,}(?=[»"”]))/;

/** Fewest words of a quotation that has a language of its own. */
const fewestWords = 4;

function languageOfPart(text: string): string | undefined {
  if (/^[\u05d0-\u05f2]/.test(text)) return 'he';
  return text.trim().split(/\s+/).length < fewestWords ? undefined : arabicScriptLanguage(text);
}

/**
 * Splits a line without Latin letters into parts of other languages and the Arabic between them: Hebrew words, and
 * quotations in Persian, Urdu, Kurdish, Pashto or Uighur. Concatenated they are the line.
 */
export function foreignRuns(text: string): readonly ForeignRun[] {
  return text.split(parts).map((part, i) => ({
    text: part,
    language: i % 2 === 1 ? languageOfPart(part) : undefined,
  }));
}
