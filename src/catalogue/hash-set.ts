/** Numbers of one hash, of 32 bits each. */
type Hash = readonly [number, number];

/** Mixes the bits of a 32-bit number. */
function mix(number: number): number {
  let mixed = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Returns a hash of 64 bits of a text, never zero. */
function hashOf(text: string): Hash {
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x5bd1e995) ^ (b >>> 15);
  }
  return [mix(a), mix(b) | 1];
}

/** Places of the smallest set; always a power of two. */
const firstPlaces = 2 ** 12;

/**
 * A set of texts that knows them by hashes of 64 bits, in at most 22 bytes for each: what it has may be another text
 * with the same hash, what it lacks was never added.
 */
export interface HashSet {
  /** Tells whether it may have a text. */
  mayHave(text: string): boolean;
  /** Adds a text; returns whether it may have had it before. */
  add(text: string): boolean;
}

/** Returns an empty set. */
export function hashSet(): HashSet {
  let places = firstPlaces;
  let hashes = new Int32Array(2 * places);
  let count = 0;

  /** Returns the index of a hash, or of the free place for it. */
  function indexOf([a, b]: Hash): number {
    let place = (a & (places - 1)) * 2;
    while (hashes[place + 1] !== 0 && (hashes[place] !== a || hashes[place + 1] !== b)) {
      place = (place + 2) & (2 * places - 1);
    }
    return place;
  }
  /** Puts a hash; returns whether it was there. */
  function put(hash: Hash): boolean {
    const index = indexOf(hash);
    if (hashes[index + 1] !== 0) return true;
    count += 1;
    [hashes[index], hashes[index + 1]] = hash;
    return false;
  }
  function grow(): void {
    const before = hashes;
    places *= 2;
    hashes = new Int32Array(2 * places);
    count = 0;
    for (let at = 0; at < before.length; at += 2) {
      if (before[at + 1] !== 0) put([before[at] ?? 0, before[at + 1] ?? 0]);
    }
  }
  return {
    mayHave: (text) => hashes[indexOf(hashOf(text)) + 1] !== 0,
    add(text) {
      // At most three quarters full.
      if (4 * count >= 3 * places) grow();
      return put(hashOf(text));
    },
  };
}
