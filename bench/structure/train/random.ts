/** Returns a seeded pseudo-random generator (mulberry32) of numbers from 0 (inclusive) to 1 (exclusive). */
export function random(seed: number): () => number {
  let a = seed | 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A list that can be shuffled: an array or a typed array. */
interface Row<T> {
  readonly length: number;
  [place: number]: T;
}

/** Shuffles a list in place. */
export function shuffle<T>(list: Row<T>, next: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    const item = list[i] as T;
    list[i] = list[j] as T;
    list[j] = item;
  }
}
