import type { BitReader } from './bit-reader.ts';
import { impactBits } from './impacts.ts';

/**
 * Postings are grouped by impact, the highest first, and sorted by document within a group. Gaps
 * between documents have a geometric distribution, for which Rice codes are near optimal; the
 * parameter follows from the number of documents and is not stored. Which of the documents have the
 * form in their title follows, as indices of the stored order: few, and mostly of the first groups.
 */

/** Returns the Rice parameter for the gaps of `count` documents in an index of a given capacity. */
export const riceParameter = (docCapacity: number, count: number): number =>
  Math.max(0, 31 - Math.clz32(Math.floor((docCapacity * 0.69) / count) | 1));

/**
 * Returns the document capacity of an index: the next power of two, so that most new articles leave
 * the encoding of others unchanged.
 */
export const docCapacityFor = (articles: number): number =>
  2 ** Math.ceil(Math.log2(Math.max(2, articles)));

/** The documents of a form, in stored order, and the impact in each. */
export interface Postings {
  readonly documents: Uint32Array;
  readonly impacts: Uint8Array;
  /** 1 for each document whose title contains the form. */
  readonly titles: Uint8Array;
}

/**
 * Reads the postings of `count` documents, which `writePostings` wrote.
 *
 * @throws RangeError where the bits do not encode that number of documents
 */
export function readPostings(bits: BitReader, count: number, docCapacity: number): Postings {
  const documents = new Uint32Array(count);
  const impacts = new Uint8Array(count);
  for (let filled = 0; filled < count; ) {
    const impact = bits.bits(impactBits);
    const groupSize = count - filled > 1 ? bits.gamma(0) + 1 : 1;
    const low = riceParameter(docCapacity, groupSize);
    let last = -1;
    for (const groupEnd = filled + groupSize; filled < groupEnd; filled += 1) {
      if (filled >= count) throw new RangeError('More documents than the stated count.');
      last += bits.rice(low) + 1;
      documents[filled] = last;
      impacts[filled] = impact;
    }
  }
  const titles = new Uint8Array(count);
  let remaining = count > 1 ? bits.gamma(0) : count > 0 ? bits.bits(1) : 0;
  for (let index = -1; remaining > 0; remaining -= 1) {
    index += count > 1 ? bits.gamma(0) + 1 : 1;
    if (index >= count) throw new RangeError('A title of no document.');
    titles[index] = 1;
  }
  return { documents, impacts, titles };
}

/** Returns the gamma parameter for `count` positions in an article: more positions have smaller gaps. */
export const gammaParameter = (count: number): number => Math.max(2, 7 - (31 - Math.clz32(count)));

/** Reads the positions of one article, which `writePositions` wrote. */
export function readPositions(bits: BitReader): Uint32Array {
  const positions = new Uint32Array(bits.gamma(0) + 1);
  const low = gammaParameter(positions.length);
  let last = -1;
  for (let i = 0; i < positions.length; i += 1) {
    last += bits.gamma(low) + 1;
    positions[i] = last;
  }
  return positions;
}
