/** 32-bit FNV-1a hashes of UTF-16 code units or bytes, for tables, chunk boundaries and short names. */

/** The hash of empty input: the offset basis of FNV-1a. */
export const fnv1aStart = 0x811c9dc5;

/** Returns the hash after one more code unit or byte, as a signed 32-bit integer. */
export const fnv1aStep = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/**
 * Returns the hash of a range of code units, as a signed 32-bit integer.
 *
 * @param from index of the first code unit
 * @param to index after the last code unit
 * @param seed the initial hash; a value other than the offset basis gives an independent hash
 */
export function fnv1aUnits(units: Uint16Array, from: number, to: number, seed: number): number {
  let hash = seed;
  for (let i = from; i < to; i += 1) hash = Math.imul(hash ^ (units[i] as number), 0x01000193);
  return hash | 0;
}

/** Returns the hash of a text's code units, as a signed 32-bit integer. */
export function fnv1aText(text: string): number {
  let hash = fnv1aStart;
  for (let i = 0; i < text.length; i += 1) hash = fnv1aStep(hash, text.charCodeAt(i));
  return hash | 0;
}

/** Returns a hash with its high bits folded into the low bits, which FNV-1a mixes least. */
export const foldHash = (hash: number): number => hash ^ (hash >>> 15);

/**
 * Tells whether a chunk of a sorted list ends at an item. The item's key alone decides, so that an added
 * or removed item moves no other boundary.
 *
 * @param average items in a chunk, on average
 */
export const endsChunk = (key: string, average: number): boolean =>
  (foldHash(fnv1aText(key)) >>> 0) % average === 0;

/** Returns the hash of a text as eight hexadecimal digits. */
export const hash32 = (text: string): string =>
  (fnv1aText(text) >>> 0).toString(16).padStart(8, '0');
