import type { LegacyEncoding } from '../../src/model/article.ts';
import { unitsOf, unmapped } from '../../src/sources/encodings/single-byte.ts';

const bytesOf = new Map<LegacyEncoding, ReadonlyMap<number, number>>();

/** The bytes of an encoding by what they say; of several the first. */
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

/** Returns the letters that an encoding has. */
export const repertoire = (encoding: LegacyEncoding): readonly string[] =>
  [...reversed(encoding).keys()].map((unit) => String.fromCharCode(unit));

/**
 * Writes a text as a system of its time would have.
 *
 * @throws RangeError for a letter that the encoding does not have: a fixture is to say what it holds
 */
export function encodeLegacy(text: string, encoding: LegacyEncoding): Uint8Array {
  const bytes = reversed(encoding);
  return Uint8Array.from({ length: text.length }, (_, at) => {
    const byte = bytes.get(text.charCodeAt(at));
    if (byte === undefined) throw new RangeError(`${encoding} has no ${text[at]}`);
    return byte;
  });
}
