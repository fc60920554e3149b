/** Words with which programs write that there is no value; they are compared in lower case. */
const nullWords: ReadonlySet<string> = new Set([
  ...['null', '(null)', '<null>', '[null]', 'nan', 'none', 'n/a', '#n/a', '<na>', 'nil'],
  ...['undefined', '\\n', 'na', '#null!', '#value!', '#ref!'],
]);

/** Length of the longest of them. */
const maxWord = 9;

/** Tells whether the whole value of a field says that there is none: `null`, `NaN`, `\N` (MySQL). */
export function isNullWord(text: string): boolean {
  if (text.length > maxWord + 4) return false;
  const word = text.trim();
  // «na» in small letters may be a word.
  return word === 'na' ? false : nullWords.has(word.toLowerCase());
}
