/**
 * What healthy Arabic texts seldom have: controls, signs that stand where letters were encoded twice,
 * marks of direction, shapes of letters, and all that is rare. Few ranges, so that a text is scanned once
 * and fast; all that `toArticle` takes for a control is among them.
 */
const suspect =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xa1-\xaa\xac-\xba\xbc-\u060b\u061c\u200b-\u200f\u201e-\u2021\u202a-\uffff]/;

/** Returns whether a text has a character that asks for a closer look. */
export const hasSuspects = (text: string): boolean => suspect.test(text);

/** Units in which a text whose letters are reversed shows it: one word in six begins with its ة. */
const beginning = 600;

/** Returns whether a word begins with ة, as none does: «ةيبرعلا» for «العربية». */
export const mayBeReversed = (text: string): boolean => text.slice(0, beginning).includes(' ة');

/** Returns the same of shapes of letters: a word begins with one that ends words. */
export const mayHaveReversedShapes = (text: string): boolean =>
  /(?:^|\s)[\ufe93\ufe94\ufeea\ufeee\ufef2]/.test(text.slice(0, beginning));
