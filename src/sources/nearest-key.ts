import { maxGuessedKey } from '../model/limits.ts';

/**
 * Returns the known key that a written one was probably meant to be: the fewest letters changed, and
 * no more than one in three. Letter case does not count.
 *
 * @returns one of `known`, the first of several equally near; undefined where none is near
 */
export function nearestKey<K extends string>(written: string, known: readonly K[]): K | undefined {
  if (written.length > maxGuessedKey) return undefined;
  const word = written.toLowerCase();
  let nearest: K | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const key of known) {
    const distance = editDistance(word, key.toLowerCase());
    if (distance < least) {
      least = distance;
      nearest = key;
    }
  }
  return nearest;
}

/** Damerau–Levenshtein distance (optimal string alignment): insert, delete, replace, swap. */
function editDistance(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      const isSwap = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + cost,
          isSwap ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
