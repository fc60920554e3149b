/**
 * Returns the number that one to nine digits write, in any digits of Arabic texts.
 *
 * @param digits Digits only: `12`, `١٢`, `۱۲`.
 * @returns The number; 0 for an empty text.
 */
export function digitsValue(digits: string): number {
  let value = 0;
  // The three rows of digits begin at multiples of 16.
  for (let at = 0; at < digits.length; at += 1) value = value * 10 + (digits.charCodeAt(at) & 0xf);
  return value;
}
