import type { LegacyEncoding } from '../../src/model/article.ts';
import { unitsOf, unmapped } from '../../src/sources/encodings/single-byte.ts';

const bytesOf = new Map<LegacyEncoding, ReadonlyMap<number, number>>();

/** For each encoding the bytes of each character; of several, the first. */
function reversed(encoding: LegacyEncoding): ReadonlyMap<number, number> {
  const known = bytesOf.get(encoding);
  if (known !== undefined) return known;
  const bytes = new Map<number, number>();
  unitsOf(encoding).forEach((unit, byte) => {
    if (unit !== unmapped && !bytes.has(unit)) bytes.set(unit, byte);
  });
  bytesOf.set(encoding, bytes);
  return bytes;
}

/** Returns the characters of an encoding. */
export const repertoire = (encoding: LegacyEncoding): readonly string[] =>
  [...reversed(encoding).keys()].map((unit) => String.fromCharCode(unit));

/**
 * Encodes a text in a legacy encoding.
 *
 * @throws RangeError for a character that the encoding lacks
 */
export function encodeLegacy(text: string, encoding: LegacyEncoding): Uint8Array {
  const bytes = reversed(encoding);
  return Uint8Array.from({ length: text.length }, (_, at) => {
    const byte = bytes.get(text.charCodeAt(at));
    if (byte === undefined) throw new RangeError(`${encoding} has no ${text[at]}`);
    return byte;
  });
}
