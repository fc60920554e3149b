/**
 * A character with at most thirty combining marks, the limit of the stream-safe text format (UAX #15,
 * 13).
 */
const markedCharacter = /\P{M}*\p{M}{0,30}/gu;

const longRun = /\p{M}{31}/u;

/**
 * Returns a text in a Unicode normal form. Consecutive marks are reordered thirty at a time, as in
 * the stream-safe text format: no letter of any language has as many, and the reordering of a hundred
 * thousand would take seconds, of a million minutes.
 */
export function normalForm(text: string, form: 'NFC' | 'NFKD' = 'NFC'): string {
  if (!longRun.test(text)) return text.normalize(form);
  return text.replace(markedCharacter, (part) => part.normalize(form));
}
