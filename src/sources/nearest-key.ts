import { editDistance } from '../arabic/edit-distance.ts';
import { maxGuessedKey } from '../model/limits.ts';

/**
 * Returns the known key nearest to a written one: that of least edit distance, at most a third of its
 * length. Letter case is ignored.
 *
 * @param limit greatest distance, whatever the length
 * @returns one of `known`, the first of several equally near; undefined where none is near
 */
export function nearestKey<K extends string>(
  written: string,
  known: readonly K[],
  limit = maxGuessedKey,
): K | undefined {
  if (written.length > maxGuessedKey) return undefined;
  const word = written.toLowerCase();
  let nearest: K | undefined;
  let minDistance = Math.min(limit, Math.max(1, Math.floor(word.length / 3))) + 1;
  for (const key of known) {
    const distance = editDistance(word, key.toLowerCase(), minDistance);
    if (distance < minDistance) {
      minDistance = distance;
      nearest = key;
    }
  }
  return nearest;
}
