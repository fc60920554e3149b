import type { LegacyEncoding } from '../../model/article.ts';
import { tables } from './tables.ts';

/** The code unit for a byte that is undefined in its encoding: U+FFFD. */
export const unmapped = 0xfffd;

const unitsByEncoding = new Map<LegacyEncoding, Uint16Array>();

/** Returns the code units of all 256 bytes of an encoding. */
export function unitsOf(encoding: LegacyEncoding): Uint16Array {
  const known = unitsByEncoding.get(encoding);
  if (known !== undefined) return known;
  const units = Uint16Array.from({ length: 256 }, (_, byte) => byte);
  tables[encoding]
    .trim()
    .split(/\s+/)
    .forEach((code, i) => {
      units[0x80 + i] = code === '-' ? unmapped : Number.parseInt(code, 16);
    });
  unitsByEncoding.set(encoding, units);
  return units;
}

/** Code units of one call: the number that may be passed to a function as arguments. */
const chunkUnits = 8192;

/** Decodes bytes in a single-byte encoding; U+FFFD for undefined bytes. */
export function decodeSingleByte(bytes: Uint8Array, encoding: LegacyEncoding): string {
  const units = unitsOf(encoding);
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; at += chunkUnits) {
    const chunk = bytes.subarray(at, at + chunkUnits);
    const decoded = new Uint16Array(chunk.length);
    // A loop is ten times faster here than a mapping function.
    for (let i = 0; i < chunk.length; i += 1) decoded[i] = units[chunk[i] ?? 0] ?? unmapped;
    chunks.push(String.fromCharCode(...decoded));
  }
  return chunks.join('');
}

/** Returns the offset of the first byte that is undefined in an encoding; −1 where there is none. */
export function firstUnmapped(bytes: Uint8Array, encoding: LegacyEncoding): number {
  const units = unitsOf(encoding);
  for (let at = 0; at < bytes.length; at += 1) {
    if (units[bytes[at] ?? 0] === unmapped) return at;
  }
  return -1;
}
