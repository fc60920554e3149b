import type { BitWriter } from './bit-writer.ts';
import { impactBits, impactCount } from './impacts.ts';
import { positionWidth, widthOf } from './postings.ts';

/** Writes the postings of a form; `steps[level]` holds the documents of an impact, ascending. */
export function writePostings(
  bits: BitWriter,
  steps: readonly (readonly number[])[],
  room: number,
): void {
  let left = steps.reduce((sum, step) => sum + step.length, 0);
  for (let level = impactCount - 1; level >= 0 && left > 0; level -= 1) {
    const step = steps[level] ?? [];
    if (step.length === 0) continue;
    bits.bits(level, impactBits);
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
export function writePositions(bits: BitWriter, positions: readonly number[]): void {
  bits.gamma(positions.length - 1, 0);
  const width = positionWidth(positions.length);
  let last = -1;
  for (const position of positions) {
    bits.gamma(position - last - 1, width);
    last = position;
  }
}
