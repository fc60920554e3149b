/**
 * Feature hashing: a feature is a number and one to three integers; its hash selects a weight. Features are written as
 * keys, which {@link mixKeys} turns to hashes: one short loop is faster than a function called for each.
 */

/** Returns the key of a feature's number with one value. */
export function key1(id: number, a: number): number {
  return a ^ Math.imul(id, 0x9e3779b1);
}

/** Joins two values, in order. */
function join(a: number, b: number): number {
  return Math.imul(a, 0x27d4eb2f) ^ (b + 0x165667b1 + (a >>> 7));
}

/** Returns the key of a feature's number with two values, in order. */
export function key2(id: number, a: number, b: number): number {
  return key1(id, join(a, b));
}

/** Returns the key of a feature's number with three values, in order. */
export function key3(id: number, a: number, b: number, c: number): number {
  return key1(id, join(join(a, b), c));
}

/** Returns the hash of a key. */
export function mix(key: number): number {
  let h = Math.imul(key, 0x85ebca6b);
  h ^= h >>> 15;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 14);
}

/** Replaces the keys from one index to another by their hashes. */
export function mixKeys(keys: Int32Array, from: number, to: number): void {
  for (let i = from; i < to; i++) keys[i] = mix(keys[i] as number);
}
