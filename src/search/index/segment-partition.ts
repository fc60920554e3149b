/**
 * A term partition of a segment, which is read without the others. It begins at a multiple of four bytes; numbers have
 * the byte order of the machine, for a segment never leaves the cache.
 *
 *     5 × 32 bits    number of forms, of their units, of postings, of long positions, of bytes of positions
 *     32 bits        bits of the positions of an article, where they do not fit into 8 bits
 *     16 bits        of each form: units, start and end of its key, postings
 *     16 bits        units of the forms
 *     16 bits        postings: document, whether its title has the form, impact
 *     8 bits         of each posting: bits of its positions; 255 where they are more
 *     bits           positions as in the index files, of each article in turn
 */

/** Bits of a posting that hold the impact and whether the title has the form. */
export const [impactMask, titleBit, documentShift] = [7, 8, 4] as const;

/** Greatest number of documents of a segment: as many as a posting can name. */
export const maxDocuments: number = 1 << (16 - documentShift);

/** Stands for a length that does not fit into eight bits. */
export const longLength = 0xff;

/** Numbers of what a partition has. */
export interface PartitionCounts {
  readonly forms: number;
  readonly units: number;
  readonly postings: number;
  readonly longs: number;
  readonly positionBytes: number;
}

/** Some term partitions in one buffer: its bytes, and the same as wider numbers. */
export interface SegmentBlock {
  readonly bytes: Uint8Array;
  readonly wides: Uint16Array;
  readonly words: Uint32Array;
}

/** Returns the views of a buffer. */
export const segmentBlock = (buffer: ArrayBuffer): SegmentBlock => ({
  bytes: new Uint8Array(buffer),
  wides: new Uint16Array(buffer, 0, buffer.byteLength >>> 1),
  words: new Uint32Array(buffer, 0, buffer.byteLength >>> 2),
});

/** A term partition and where its parts start in its block, as indices of the view that they are read from. */
export interface PartitionLayout extends PartitionCounts {
  readonly block: SegmentBlock;
  readonly longsAt: number;
  readonly lengthsAt: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly countsAt: number;
  readonly unitsAt: number;
  readonly postingsAt: number;
  readonly positionLengthsAt: number;
  readonly positionsAt: number;
}

const countWords = 5;

/** Returns the size of a partition in bytes, a multiple of four. */
export function partitionSize({
  forms,
  units,
  postings,
  longs,
  positionBytes,
}: PartitionCounts): number {
  const words = countWords + longs;
  return (4 * words + 8 * forms + 2 * units + 3 * postings + positionBytes + 3) & ~3;
}

/** Returns the layout of a partition that begins at a byte of a block. */
function layoutAt(block: SegmentBlock, offset: number, counts: PartitionCounts): PartitionLayout {
  const longsAt = offset / 4 + countWords;
  const lengthsAt = 2 * (longsAt + counts.longs);
  const unitsAt = lengthsAt + 4 * counts.forms;
  const postingsAt = unitsAt + counts.units;
  const positionLengthsAt = 2 * (postingsAt + counts.postings);
  return {
    ...counts,
    ...{ block, longsAt, lengthsAt, unitsAt, postingsAt, positionLengthsAt },
    startsAt: lengthsAt + counts.forms,
    endsAt: lengthsAt + 2 * counts.forms,
    countsAt: lengthsAt + 3 * counts.forms,
    positionsAt: positionLengthsAt + counts.postings,
  };
}

/** Writes the counts of a partition at a byte of a block; returns its layout, to be filled. */
export function createPartition(
  block: SegmentBlock,
  offset: number,
  counts: PartitionCounts,
): PartitionLayout {
  const { forms, units, postings, longs, positionBytes } = counts;
  block.words.set([forms, units, postings, longs, positionBytes], offset / 4);
  return layoutAt(block, offset, counts);
}

/**
 * Opens a partition.
 *
 * @param start its first byte in the block, a multiple of four
 * @throws RangeError where the bytes are not a partition
 */
export function openPartition(block: SegmentBlock, start: number, end: number): PartitionLayout {
  const first = start / 4;
  const [forms = 0, units = 0, postings = 0, longs = 0, positionBytes = 0] = block.words.subarray(
    first,
    first + countWords,
  );
  const counts = { forms, units, postings, longs, positionBytes };
  if (partitionSize(counts) !== end - start) throw new RangeError('The partition is damaged.');
  return layoutAt(block, start, counts);
}
