import type { Span } from '../model/structure.ts';
import { breakSigns } from './paragraph-signs.ts';
import { breakWeights, leastBreak } from './paragraph-weights.ts';
import { read } from './phrase.ts';

/** From this many words on without a break, each further word speaks for one. */
const longParagraph = 90;
const pressure = 1 / 15;

/**
 * Recovers paragraph breaks in a stretch of flattened text. Breaks lie between sentences; each is
 * weighed by how the sentence opens («وقال», «من جهته»), by the words since the last break and by the
 * lengths of the sentences around, from left to right.
 *
 * @param text The whole text.
 * @param range The stretch between two headings or ends.
 * @returns Offsets at which a new paragraph begins, rising; the stretch's own start is not among
 *   them. Linear in its length.
 */
export function breaksIn(text: string, range: Span): number[] {
  const reading = read(text, [range]);
  const breaks: number[] = [];
  let last = 0;
  reading.sentences.forEach((sentence, index) => {
    if (index === 0) return;
    const since = sentence.first - last;
    let score = Math.max(0, since - longParagraph) * pressure;
    for (const sign of breakSigns(reading, index, since)) {
      score += breakWeights.get(sign) ?? 0;
    }
    if (score <= leastBreak) return;
    breaks.push(sentence.start);
    last = sentence.first;
  });
  return breaks;
}
