/** The most marks that stand on one letter where text is normalized as a stream (UAX #15, 13). */
const run = /\P{M}*\p{M}{0,30}/gu;

const longRun = /\p{M}{31}/u;

/**
 * Returns a text in a normal form of Unicode. Marks in a row are put in their order thirty at a time, as the stream-safe format
 * has it: no letter of any language bears as many, and a hundred thousand would take seconds, a million
 * minutes.
 */
export function normalForm(text: string, form: 'NFC' | 'NFKD' = 'NFC'): string {
  if (!longRun.test(text)) return text.normalize(form);
  return text.replace(run, (piece) => piece.normalize(form));
}
