import { fingerprint } from '../codec/fingerprint.ts';

/**
 * The header of a segment, in 32-bit words: its own length in words, the number of documents and of partitions; of
 * each partition, in order, its prefix in two code units, its size in bytes and its fingerprint; the fingerprint of
 * the header.
 */

/** The byte ranges of a segment's term partitions. */
export interface SegmentHeader {
  readonly documents: number;
  /** By prefix, in order. */
  readonly partitions: ReadonlyMap<string, PartitionRange>;
}

/** Byte offsets of a partition in a segment. */
export interface PartitionRange {
  readonly start: number;
  readonly end: number;
  /** The two hashes of `fingerprint`, separated by a space. */
  readonly fingerprint: string;
}

/** A partition as a header lists it. */
export interface ListedPartition {
  /** Two code units in one number; 0 for those that it lacks. */
  readonly prefix: number;
  readonly size: number;
  readonly hashes: readonly [number, number];
}

const [firstWords, partitionWords, lastWords] = [3, 4, 2] as const;

/** Returns the size of the header of a segment in bytes. */
export const headerSize = (partitions: number): number =>
  4 * (firstWords + partitionWords * partitions + lastWords);

/** Writes the header of a segment at the beginning of its buffer. */
export function writeSegmentHeader(
  buffer: ArrayBuffer,
  documents: number,
  partitions: readonly ListedPartition[],
): void {
  const words = new Uint32Array(buffer, 0, headerSize(partitions.length) / 4);
  words.set([words.length, documents, partitions.length]);
  let at = firstWords;
  for (const { prefix, size, hashes } of partitions) {
    words.set([prefix, size, ...hashes], at);
    at += partitionWords;
  }
  words.set(fingerprint(words.subarray(0, at)), at);
}

/** Returns the prefix that stands for two code units in one number. */
function prefixName(units: number): string {
  const [first, second] = [units >>> 16, units & 0xffff];
  if (first === 0) return '';
  return second === 0 ? String.fromCharCode(first) : String.fromCharCode(first, second);
}

/**
 * Reads a segment's header.
 *
 * @param segment the segment or its beginning, from a multiple of four bytes on
 * @throws RangeError where it is damaged or truncated
 */
export function readSegmentHeader(segment: Uint8Array): SegmentHeader {
  const length = Math.floor(segment.length / 4);
  const all = new Uint32Array(segment.buffer, segment.byteOffset, length);
  const [size = 0, documents = 0, count = 0] = all;
  const words = all.subarray(0, size);
  const end = size - lastWords;
  if (words.length !== size || size !== headerSize(count) / 4) {
    throw new RangeError('The header of the segment is truncated.');
  }
  if (fingerprint(words.subarray(0, end)).some((half, i) => half !== words[end + i])) {
    throw new RangeError('The header of the segment is damaged.');
  }
  const partitions = new Map<string, PartitionRange>();
  let start = size * 4;
  for (let at = firstWords; at < end; at += partitionWords) {
    const bytes = words[at + 1] as number;
    const hashes = `${words[at + 2]} ${words[at + 3]}`;
    const range = { start, end: start + bytes, fingerprint: hashes };
    partitions.set(prefixName(words[at] as number), range);
    start += bytes;
  }
  return { documents, partitions };
}
