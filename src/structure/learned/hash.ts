/** Feature hashing: a feature is a number and one to three integers; its hash selects a weight. */

/** Mixes a feature's number with one value. */
export function mix1(id: number, a: number): number {
  let h = Math.imul(a ^ Math.imul(id, 0x9e3779b1), 0x85ebca6b);
  h ^= h >>> 15;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 14);
}

/** Mixes a feature's number with two values, in order. */
export function mix2(id: number, a: number, b: number): number {
  return mix1(id, Math.imul(a, 0x27d4eb2f) ^ (b + 0x165667b1 + (a >>> 7)));
}

/** Mixes a feature's number with three values, in order. */
export function mix3(id: number, a: number, b: number, c: number): number {
  return mix2(id, Math.imul(a, 0x27d4eb2f) ^ (b + 0x165667b1 + (a >>> 7)), c);
}
