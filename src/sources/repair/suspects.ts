/**
 * Characters that are rare in undamaged Arabic texts: controls, those of double encoding, directional
 * marks, presentation forms. Few ranges, so that one scan is fast; they include all that `toArticle`
 * removes as control characters.
 */
const suspect =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the expression matches control characters
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xa1-\xaa\xac-\xba\xbc-\u060b\u061c\u200b-\u200f\u201e-\u2021\u202a-\uffff]/;

/** 1 for every code unit that is suspect: a look-up is faster than the expression, and every text is searched. */
const suspects = new Uint8Array(0x10000).fill(1, 0x202a);
for (let unit = 0; unit < 0x202a; unit += 1) {
  suspects[unit] = suspect.test(String.fromCharCode(unit)) ? 1 : 0;
}

/** Tells whether a text has a character that requires closer examination. */
export function hasSuspects(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    if (suspects[text.charCodeAt(at)] === 1) return true;
  }
  return false;
}

/** Code units within which reversed text is detected: there one word in six starts with ة. */
const examinedLength = 600;

/** Tells whether a word starts with ة, which no Arabic word does: «ةيبرعلا» for «العربية». */
export const mayBeReversed = (text: string): boolean =>
  text.slice(0, examinedLength).includes(' ة');

/** Tells whether a word starts with the final presentation form of a letter. */
export const mayHaveReversedShapes = (text: string): boolean =>
  /(?:^|\s)[\ufe93\ufe94\ufeea\ufeee\ufef2]/.test(text.slice(0, examinedLength));
