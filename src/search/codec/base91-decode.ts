import { base91Alphabet } from './base91-alphabet.ts';

/**
 * Decodes what `base91Encode` encoded.
 *
 * @throws RangeError where the number of characters does not fit the stated length
 */
export function base91Decode(encoded: string): Uint8Array<ArrayBuffer> {
  const start = encoded.indexOf(' ') + 1;
  const length = Number(encoded.slice(0, start));
  if (encoded.length - start !== Math.ceil((length * 8) / 13) * 2) {
    throw new RangeError('The encoded data has the wrong length.');
  }
  const values = new Uint8Array(127);
  base91Alphabet.forEach((character, value) => {
    values[character] = value;
  });
  const bytes = new Uint8Array(length);
  let buffer = 0;
  let bufferedBits = 0;
  for (let at = start, i = 0; at < encoded.length; at += 2) {
    const value =
      (values[encoded.charCodeAt(at)] ?? 0) + (values[encoded.charCodeAt(at + 1)] ?? 0) * 91;
    buffer |= value << bufferedBits;
    for (bufferedBits += 13; bufferedBits >= 8 && i < length; bufferedBits -= 8) {
      bytes[i++] = buffer & 0xff;
      buffer >>>= 8;
    }
  }
  return bytes;
}
