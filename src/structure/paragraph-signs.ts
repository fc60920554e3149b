import { bucket, openingOf } from './features.ts';
import type { Reading } from './phrase.ts';

/**
 * Describes the place before a sentence as the place of a paragraph break.
 *
 * @param reading The text read.
 * @param sentence Number of the sentence, not 0.
 * @param since Words between the last break and this place.
 * @returns Names of the signs that hold; weights are in `paragraph-weights.ts`.
 */
export function breakSigns(reading: Reading, sentence: number, since: number): string[] {
  const here = reading.sentences[sentence];
  const previous = reading.sentences[sentence - 1];
  if (here === undefined || previous === undefined) return [];
  const following = reading.sentences[sentence + 1];
  const opening = openingOf(reading, here.first);
  const length = bucket(since, [8, 14, 20, 28, 38, 50, 70, 100]);
  const own = bucket(here.last - here.first + 1, [5, 10, 16, 24, 36]);
  const before = bucket(previous.last - previous.first + 1, [5, 10, 16, 24, 36]);
  const next = following === undefined ? 9 : bucket(following.last - following.first, [8, 16, 30]);
  const end = reading.text[previous.end - 1] ?? '';
  return [
    'bias',
    `opening ${opening}`,
    `since ${length}`,
    `own ${own}`,
    `before ${before}`,
    `next ${next}`,
    `after ${end === '.' ? 'stop' : /[؟?!]/.test(end) ? 'question' : 'quote'}`,
    `since ${bucket(since, [14, 28])} ${opening}`,
    `pair ${before} ${own}`,
    `word ${reading.words[here.first]?.folded ?? ''}`,
    `second ${reading.words[here.first + 1]?.kind ?? 'none'}`,
    `left ${bucket(reading.words.length - here.first, [10, 20, 40])}`,
  ];
}
