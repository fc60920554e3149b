import type { BitReader } from './bit-reader.ts';
import { levelBits } from './weights.ts';

/**
 * Articles with a word, by the steps of its weight, the heaviest first; in a step by number. Their
 * distances are of geometric distribution, for which Rice's code is nearly as short as can be; its
 * width follows from the numbers of articles, so that it need not be kept.
 */

/** Width of the distances of `count` articles in a room for so many. */
export const widthOf = (room: number, count: number): number =>
  Math.max(0, 31 - Math.clz32(Math.floor((room * 0.69) / count) | 1));

/** Returns how many articles an index has room for: a power of two, so that a new one changes nothing. */
export const roomFor = (articles: number): number =>
  2 ** Math.ceil(Math.log2(Math.max(2, articles)));

/** Articles with a word in the order in which they were written, and the steps of its weight there. */
export interface Postings {
  readonly documents: Uint32Array;
  readonly levels: Uint8Array;
}

/** Reads what `writePostings` wrote of `count` articles. */
export function readPostings(bits: BitReader, count: number, room: number): Postings {
  const documents = new Uint32Array(count);
  const weights = new Uint8Array(count);
  for (let at = 0; at < count; ) {
    const level = bits.bits(levelBits);
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
  return { documents, levels: weights };
}

/** Width of the distances of so many places in an article: the more, the nearer. */
export const placeWidth = (count: number): number => Math.max(2, 7 - (31 - Math.clz32(count)));

/** Reads what `writePlaces` wrote. */
export function readPlaces(bits: BitReader): Uint32Array {
  const places = new Uint32Array(bits.gamma(0) + 1);
  const width = placeWidth(places.length);
  let last = -1;
  for (let i = 0; i < places.length; i += 1) {
    last += bits.gamma(width) + 1;
    places[i] = last;
  }
  return places;
}
