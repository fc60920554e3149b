import { base91Alphabet } from './base91-alphabet.ts';

/**
 * Decodes what `pack` encoded.
 *
 * @throws RangeError where characters are missing
 */
export function base91Decode(packed: string): Uint8Array<ArrayBuffer> {
  const start = packed.indexOf(' ') + 1;
  const length = Number(packed.slice(0, start));
  if (packed.length - start !== Math.ceil((length * 8) / 13) * 2) {
    throw new RangeError('Signs are missing.');
  }
  const values = new Uint8Array(127);
  base91Alphabet.forEach((sign, value) => {
    values[sign] = value;
  });
  const bytes = new Uint8Array(length);
  let held = 0;
  let width = 0;
  for (let at = start, i = 0; at < packed.length; at += 2) {
    const value =
      (values[packed.charCodeAt(at)] ?? 0) + (values[packed.charCodeAt(at + 1)] ?? 0) * 91;
    held |= value << width;
    for (width += 13; width >= 8 && i < length; width -= 8) {
      bytes[i++] = held & 0xff;
      held >>>= 8;
    }
  }
  return bytes;
}
