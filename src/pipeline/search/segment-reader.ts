import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { withPath } from '../../model/system-error.ts';
import { DamagedFileError } from '../../publish/checked-file.ts';
import { isAbsence } from '../../publish/exists.ts';
import { fingerprint } from '../../search/codec/fingerprint.ts';
import {
  type PartitionRange,
  partitionOf,
  readSegmentHeader,
  type SegmentHeader,
} from '../../search/index/segment-header.ts';
import {
  openPartition,
  type PartitionLayout,
  type SegmentBlock,
  segmentBlock,
} from '../../search/index/segment-partition.ts';
import { segmentFile } from './cache-paths.ts';

/** Bytes read first of a segment: enough for most headers. */
const headerBytes = 32 * 1024;

/** Files kept open: systems allow about a thousand. */
const maxOpenFiles = 256;

/** Reads parts of segments; keeps their files open. */
export interface SegmentReader {
  header(name: string): SegmentHeader;
  /** Returns the term partitions of a segment with some prefixes, in the order of these; undefined where it has none. */
  partitions(name: string, prefixes: readonly number[]): readonly (PartitionLayout | undefined)[];
  close(): void;
}

/** Reads bytes of a cache's segments; opens a file when it is first read. */
function openFiles(cache: string) {
  const descriptors = new Map<string, number>();

  function closeOldest(): void {
    for (const [name, descriptor] of descriptors) {
      withPath(segmentFile(cache, name), () => closeSync(descriptor));
      descriptors.delete(name);
      return;
    }
  }

  function descriptorOf(name: string): number {
    const known = descriptors.get(name);
    if (known !== undefined) return known;
    if (descriptors.size >= maxOpenFiles) closeOldest();
    try {
      const descriptor = openSync(segmentFile(cache, name), 'r');
      descriptors.set(name, descriptor);
      return descriptor;
    } catch (error) {
      throw isAbsence(error) ? new DamagedFileError(segmentFile(cache, name)) : error;
    }
  }

  return {
    size: (name: string): number =>
      withPath(segmentFile(cache, name), () => fstatSync(descriptorOf(name)).size),
    read(name: string, start: number, end: number): Uint8Array<ArrayBuffer> {
      const file = segmentFile(cache, name);
      const bytes = new Uint8Array(end - start);
      const descriptor = descriptorOf(name);
      for (let at = 0; at < bytes.length; ) {
        const size = withPath(file, () =>
          readSync(descriptor, bytes, at, bytes.length - at, start + at),
        );
        if (size === 0) throw new DamagedFileError(file);
        at += size;
      }
      return bytes;
    },
    close(): void {
      for (const [name, descriptor] of descriptors) {
        withPath(segmentFile(cache, name), () => closeSync(descriptor));
      }
    },
  };
}

/** Bytes between two ranges that are read with them, because another call of the system takes longer. */
const maxGap = 4096;

/** Groups ranges, which are in order, by what is read at once. */
function adjacentRanges(ranges: readonly PartitionRange[]): readonly (readonly PartitionRange[])[] {
  const groups: PartitionRange[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const range of ranges) {
    if (range.start - end > maxGap) groups.push([]);
    groups.at(-1)?.push(range);
    end = range.end;
  }
  return groups;
}

/** Opens the segments of a cache. The reader's functions throw DamagedFileError and the file system's error. */
export function openSegments(cache: string): SegmentReader {
  const files = openFiles(cache);
  const headers = new Map<string, SegmentHeader>();

  function readHeader(name: string): SegmentHeader {
    const size = files.size(name);
    for (let bytes = headerBytes; ; bytes *= 8) {
      const start = files.read(name, 0, Math.min(size, bytes));
      try {
        return readSegmentHeader(start);
      } catch {
        // The header may be longer than what was read.
        if (bytes >= size) throw new DamagedFileError(segmentFile(cache, name));
      }
    }
  }

  function header(name: string): SegmentHeader {
    const known = headers.get(name) ?? readHeader(name);
    headers.set(name, known);
    return known;
  }

  /** Returns the partitions of a block that begins at a byte of its segment, checked. */
  function openAll(
    segment: string,
    { block, start }: { readonly block: SegmentBlock; readonly start: number },
    ranges: readonly PartitionRange[],
  ): readonly PartitionLayout[] {
    return ranges.map(({ start: from, end: to, hashes }) => {
      const [one, other] = fingerprint(block.words.subarray((from - start) / 4, (to - start) / 4));
      if (one !== hashes[0] || other !== hashes[1]) {
        throw new DamagedFileError(segmentFile(cache, segment));
      }
      return openPartition(block, from - start, to - start);
    });
  }

  return {
    header,
    partitions(segment, prefixes) {
      const known = header(segment);
      const ranges = prefixes.flatMap((prefix) => partitionOf(known, prefix) ?? []);
      const found = new Map<number, PartitionLayout>();
      for (const adjacent of adjacentRanges(ranges)) {
        const [start, end] = [adjacent[0]?.start ?? 0, adjacent.at(-1)?.end ?? 0];
        const block = segmentBlock(files.read(segment, start, end).buffer);
        openAll(segment, { block, start }, adjacent).forEach((layout, n) => {
          found.set(adjacent[n]?.prefix ?? 0, layout);
        });
      }
      return prefixes.map((prefix) => found.get(prefix));
    },
    close: files.close,
  };
}
