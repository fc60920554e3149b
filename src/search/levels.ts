import { leastWeight, levels, ranking } from './weights.ts';

/** Returns the step of a word that counts as `times` in an article of `words`, where the usual has `usual`. */
export function levelOf(times: number, words: number, usual: number): number {
  const { k1, b } = ranking;
  const weight = times / (times + k1 * (1 - b + (b * words) / usual));
  const step = Math.floor(((weight - leastWeight) * levels) / (1 - leastWeight));
  return Math.max(0, Math.min(levels - 1, step));
}

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
