import type { BitWriter } from './bit-writer.ts';
import { impactBits, impactCount } from './impacts.ts';
import { gammaParameter, riceParameter } from './postings.ts';

/** The postings of a form in stored order: grouped by impact, the highest first, ascending within a group. */
export interface StoredPostings {
  readonly documents: ArrayLike<number>;
  /** 1 for each document whose title contains the form. */
  readonly titles: ArrayLike<number>;
  /** Number of documents of each impact. */
  readonly groupSizes: ArrayLike<number>;
  /** Number of all documents. */
  readonly count: number;
}

/** Writes which documents of a form, by their indices in stored order, have it in their title. */
function writeTitles(bits: BitWriter, titles: ArrayLike<number>, count: number): void {
  let titled = 0;
  for (let i = 0; i < count; i += 1) titled += titles[i] as number;
  if (count === 1) bits.bits(titled, 1);
  if (count < 2) return;
  bits.gamma(titled, 0);
  let last = -1;
  for (let i = 0; titled > 0; i += 1) {
    if (titles[i] !== 1) continue;
    bits.gamma(i - last - 1, 0);
    last = i;
    titled -= 1;
  }
}

/**
 * Writes the postings of a form.
 *
 * @param docCapacity document capacity of the index
 */
export function writePostings(
  bits: BitWriter,
  { documents, titles, groupSizes, count }: StoredPostings,
  docCapacity: number,
): void {
  let written = 0;
  for (let impact = impactCount - 1; impact >= 0 && written < count; impact -= 1) {
    const size = groupSizes[impact] as number;
    if (size === 0) continue;
    bits.bits(impact, impactBits);
    if (count - written > 1) bits.gamma(size - 1, 0);
    const low = riceParameter(docCapacity, size);
    let last = -1;
    for (const end = written + size; written < end; written += 1) {
      const document = documents[written] as number;
      bits.rice(document - last - 1, low);
      last = document;
    }
  }
  writeTitles(bits, titles, count);
}

/**
 * Writes the positions of a word in one article.
 *
 * @param count number of positions; the first ones are written
 */
export function writePositions(
  bits: BitWriter,
  positions: ArrayLike<number>,
  count: number = positions.length,
): void {
  bits.gamma(count - 1, 0);
  const low = gammaParameter(count);
  let last = -1;
  for (let i = 0; i < count; i += 1) {
    const position = positions[i] as number;
    bits.gamma(position - last - 1, low);
    last = position;
  }
}
