import { impactCount, leastWeight, ranking } from '../codec/impacts.ts';
import { smallDocCapacity } from './file-sizes.ts';

/**
 * Returns what an article's length adds to the occurrences of a word in BM25.
 *
 * @param words words of the article
 * @param averageWords words of the average article
 */
export function lengthFactor(words: number, averageWords: number): number {
  const { k1, b } = ranking;
  return k1 * (1 - b + (b * words) / averageWords);
}

/**
 * Returns the impact of a word with `occurrences` weighted occurrences in an article.
 *
 * @param factor the article's `lengthFactor`
 */
export function impactWith(occurrences: number, factor: number): number {
  const weight = occurrences / (occurrences + factor);
  const impact = Math.floor(((weight - leastWeight) * impactCount) / (1 - leastWeight));
  return Math.max(0, Math.min(impactCount - 1, impact));
}

/**
 * Coarser impacts for words in more than one of so many articles of the capacity: each impact's
 * replacement.
 */
const coarser = [
  { oneOf: 32, replacements: [2, 2, 2, 2, 5, 5, 5, 5] },
  { oneOf: 128, replacements: [1, 1, 3, 3, 5, 5, 6, 6] },
] as const;

/**
 * Returns the replacements of a word's impacts. A frequent word hardly distinguishes articles, and
 * its impacts even less, but they would take a quarter of the postings' bytes. Small archives keep all
 * impacts.
 *
 * @param count articles that contain the word
 * @param docCapacity document capacity of the index
 * @returns replacement by impact; undefined where all are kept
 */
export const coarserImpacts = (
  count: number,
  docCapacity: number,
): readonly number[] | undefined =>
  docCapacity < smallDocCapacity
    ? undefined
    : coarser.find(({ oneOf }) => count * oneOf > docCapacity)?.replacements;

/**
 * Returns the average article length, rounded to steps of one eighth, so that a small change of the
 * archive leaves the impacts unchanged.
 *
 * @param words words of all articles
 */
export function averageLength(words: number, articles: number): number {
  if (articles === 0 || words === 0) return 1;
  return Math.round(1.125 ** Math.round(Math.log(words / articles) / Math.log(1.125)));
}
