import type { BitReader } from './bit-reader.ts';
import { impactBits } from './impacts.ts';

/**
 * Postings are grouped by impact, the highest first, and sorted by document within a group. Gaps
 * between documents have a geometric distribution, for which Rice codes are near optimal; the
 * parameter follows from the number of documents and is not stored.
 */

/** Returns the Rice parameter for the gaps of `count` documents in an index of capacity `room`. */
export const widthOf = (room: number, count: number): number =>
  Math.max(0, 31 - Math.clz32(Math.floor((room * 0.69) / count) | 1));

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
 * Reads what `writePostings` wrote of `count` documents.
 *
 * @throws RangeError where the bits are not those of so many documents
 */
export function readPostings(bits: BitReader, count: number, room: number): Postings {
  const documents = new Uint32Array(count);
  const weights = new Uint8Array(count);
  for (let at = 0; at < count; ) {
    const level = bits.bits(impactBits);
    const step = count - at > 1 ? bits.gamma(0) + 1 : 1;
    const width = widthOf(room, step);
    let last = -1;
    for (const until = at + step; at < until; at += 1) {
      if (at >= count) throw new RangeError('More articles than were counted.');
      last += bits.rice(width) + 1;
      documents[at] = last;
      weights[at] = level;
    }
  }
  return { documents, impacts: weights };
}

/** Returns the gamma parameter for `count` positions in an article: more positions have smaller gaps. */
export const positionWidth = (count: number): number => Math.max(2, 7 - (31 - Math.clz32(count)));

/** Reads the positions of one article, which `writePositions` wrote. */
export function readPositions(bits: BitReader): Uint32Array {
  const positions = new Uint32Array(bits.gamma(0) + 1);
  const width = positionWidth(positions.length);
  let last = -1;
  for (let i = 0; i < positions.length; i += 1) {
    last += bits.gamma(width) + 1;
    positions[i] = last;
  }
  return positions;
}
