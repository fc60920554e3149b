import { smallRoom } from './file-sizes.ts';
import { leastWeight, levels, ranking } from './weights.ts';

/** Returns the step of a word that counts as `times` in an article of `words`, where the usual has `usual`. */
export function levelOf(times: number, words: number, usual: number): number {
  const { k1, b } = ranking;
  const weight = times / (times + k1 * (1 - b + (b * words) / usual));
  const step = Math.floor(((weight - leastWeight) * levels) / (1 - leastWeight));
  return Math.max(0, Math.min(levels - 1, step));
}

/** Steps that are kept of words in more than so many of the room's articles, by what each step becomes. */
const coarser = [
  { oneOf: 32, kept: [2, 2, 2, 2, 5, 5, 5, 5] },
  { oneOf: 128, kept: [1, 1, 3, 3, 5, 5, 6, 6] },
] as const;

/**
 * Returns the steps that are kept of a word, each by what becomes of it: a word that many articles have
 * tells little of any, and how much it weighs there even less, but would take a quarter of its room. In
 * a small archive that room is no matter.
 *
 * @param count articles that have the word
 * @param room articles that the index has room for
 */
export const keptLevels = (count: number, room: number): readonly number[] | undefined =>
  room < smallRoom ? undefined : coarser.find(({ oneOf }) => count * oneOf > room)?.kept;

/**
 * Returns the length of the usual article in steps of an eighth, so that a few more articles, or longer
 * ones, leave every weight as it was.
 *
 * @param words of all articles
 */
export function usualLength(words: number, articles: number): number {
  if (articles === 0 || words === 0) return 1;
  return Math.round(1.125 ** Math.round(Math.log(words / articles) / Math.log(1.125)));
}
