import { byteReader } from '../codec/byte-reader.ts';
import { fingerprint } from '../codec/fingerprint.ts';

/** The byte ranges of a segment's term partitions. */
export interface SegmentHeader {
  readonly documents: number;
  readonly partitions: ReadonlyMap<string, PartitionRange>;
}

/** Byte offsets of a partition in a segment. */
export interface PartitionRange {
  readonly start: number;
  /** End of the terms, start of the positions. */
  readonly positionsStart: number;
  readonly end: number;
  /** The two hashes of `fingerprint`, separated by a space. */
  readonly fingerprint: string;
}

/**
 * Reads a segment's header.
 *
 * @throws RangeError where it is damaged or truncated
 */
export function readSegmentHeader(segment: Uint8Array): SegmentHeader {
  const reader = byteReader(segment);
  const documents = reader.number();
  const entries = Array.from({ length: reader.number() }, () => ({
    name: reader.text(),
    terms: reader.number(),
    positions: reader.number(),
    fingerprint: `${reader.number()} ${reader.number()}`,
  }));
  const header = segment.subarray(0, reader.offset);
  if (fingerprint([header]).some((half) => half !== reader.number())) {
    throw new RangeError('The header of the segment is damaged.');
  }
  let offset = reader.offset;
  const partitions = new Map(
    entries.map(({ name, terms, positions, fingerprint: hashes }) => {
      const start = offset;
      offset += terms + positions;
      const range = { start, positionsStart: start + terms, end: offset, fingerprint: hashes };
      return [name, range];
    }),
  );
  return { documents, partitions };
}
