import { fingerprint } from '../codec/fingerprint.ts';

/**
 * The header of a segment, in 32-bit words: its own length in words, the number of documents and of partitions; of
 * each partition, in order, its prefix, its first byte and its fingerprint; the size of the segment in bytes; the
 * fingerprint of the header. It stays as it is in memory, for a large archive has millions of partitions of segments.
 */
export interface SegmentHeader {
  readonly documents: number;
  /** Number of term partitions. */
  readonly partitions: number;
  readonly words: Uint32Array;
}

/** A term partition of a segment. */
export interface PartitionRange {
  /** The first two units of its keys in one number; 0 for those that do not matter. */
  readonly prefix: number;
  /** Its first byte in the segment, and its end. */
  readonly start: number;
  readonly end: number;
  readonly hashes: readonly [number, number];
}

const [firstWords, partitionWords, lastWords] = [3, 4, 3] as const;

/** Returns the size of the header of a segment in bytes. */
export const headerSize = (partitions: number): number =>
  4 * (firstWords + partitionWords * partitions + lastWords);

/** Writes the header of a segment at the beginning of its buffer. */
export function writeSegmentHeader(
  buffer: ArrayBuffer,
  documents: number,
  partitions: readonly PartitionRange[],
): void {
  const words = new Uint32Array(buffer, 0, headerSize(partitions.length) / 4);
  words.set([words.length, documents, partitions.length]);
  let at = firstWords;
  for (const { prefix, start, hashes } of partitions) {
    words.set([prefix, start, ...hashes], at);
    at += partitionWords;
  }
  words[at] = buffer.byteLength;
  words.set(fingerprint(words.subarray(0, at + 1)), at + 1);
}

/** Returns the prefix of a key: of two units, or of one. */
export const prefixOf = (key: string): number =>
  ((key.charCodeAt(0) << 16) | (key.length > 1 ? key.charCodeAt(1) : 0)) >>> 0;

/**
 * Reads a segment's header.
 *
 * @param segment the segment or its beginning, from a multiple of four bytes on
 * @throws RangeError where it is damaged or truncated
 */
export function readSegmentHeader(segment: Uint8Array): SegmentHeader {
  const length = Math.floor(segment.length / 4);
  const all = new Uint32Array(segment.buffer, segment.byteOffset, length);
  const [size = 0, documents = 0, partitions = 0] = all;
  if (size > length || size !== headerSize(partitions) / 4) {
    throw new RangeError('The header of the segment is truncated.');
  }
  const words = all.slice(0, size);
  const end = size - 2;
  if (fingerprint(words.subarray(0, end)).some((half, i) => half !== words[end + i])) {
    throw new RangeError('The header of the segment is damaged.');
  }
  return { documents, partitions, words };
}

/** Returns a partition by its index, which is below their number. */
export function partitionAt({ words }: SegmentHeader, index: number): PartitionRange {
  const at = firstWords + partitionWords * index;
  // Behind the last partition is the size of the segment.
  const isLast = at + partitionWords + lastWords === words.length;
  return {
    prefix: words[at] as number,
    start: words[at + 1] as number,
    end: words[at + (isLast ? partitionWords : partitionWords + 1)] as number,
    hashes: [words[at + 2] as number, words[at + 3] as number],
  };
}

/** Returns the partition of a prefix; undefined where there is none. */
export function partitionOf(header: SegmentHeader, prefix: number): PartitionRange | undefined {
  let [low, high] = [0, header.partitions];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((header.words[firstWords + partitionWords * middle] as number) < prefix) low = middle + 1;
    else high = middle;
  }
  if (low === header.partitions) return undefined;
  const found = partitionAt(header, low);
  return found.prefix === prefix ? found : undefined;
}
