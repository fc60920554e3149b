import type { BitReader } from './bit-reader.ts';
import { impactBits } from './impacts.ts';

/**
 * Postings are grouped by impact, the highest first, and sorted by document within a group. Gaps
 * between documents have a geometric distribution, for which Rice codes are near optimal; the
 * parameter follows from the number of documents and is not stored.
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
  return { documents, impacts };
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
