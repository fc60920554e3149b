import type { BitWriter } from './bit-writer.ts';
import { placeWidth, widthOf } from './postings.ts';
import { levelBits, levels } from './weights.ts';

/** Writes the postings of a form; `steps[level]` holds the documents of an impact, ascending. */
export function writePostings(
  bits: BitWriter,
  steps: readonly (readonly number[])[],
  room: number,
): void {
  let left = steps.reduce((sum, step) => sum + step.length, 0);
  for (let level = levels - 1; level >= 0 && left > 0; level -= 1) {
    const step = steps[level] ?? [];
    if (step.length === 0) continue;
    bits.bits(level, levelBits);
    if (left > 1) bits.gamma(step.length - 1, 0);
    const width = widthOf(room, step.length);
    let last = -1;
    for (const document of step) {
      bits.rice(document - last - 1, width);
      last = document;
    }
    left -= step.length;
  }
}

/** Writes the positions of a word in one article. */
export function writePlaces(bits: BitWriter, places: readonly number[]): void {
  bits.gamma(places.length - 1, 0);
  const width = placeWidth(places.length);
  let last = -1;
  for (const place of places) {
    bits.gamma(place - last - 1, width);
    last = place;
  }
}
