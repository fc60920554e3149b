/**
 * Compares two texts by code point, which is the order of their UTF-8 bytes. UTF-16 order differs: it puts
 * characters above U+FFFF before U+E000.
 *
 * @returns a negative number, zero or a positive number, as `Array.sort` takes it
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    if (a.charCodeAt(i) === b.charCodeAt(i)) continue;
    return (a.codePointAt(i) ?? 0) - (b.codePointAt(i) ?? 0);
  }
  return a.length - b.length;
}

/** Returns the escape `\uXXXX` of a text's first code unit. */
export const escapeUnit = (text: string): string =>
  `\\u${text.charCodeAt(0).toString(16).padStart(4, '0')}`;
