import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { DamagedFileError } from '../../publish/checked-file.ts';
import { isAbsence } from '../../publish/exists.ts';
import { withPath } from '../../publish/open-file.ts';
import { fingerprint } from '../../search/codec/fingerprint.ts';
import type { SegmentPartition } from '../../search/index/merge-segments.ts';
import { readSegmentHeader, type SegmentHeader } from '../../search/index/segment-header.ts';
import { segmentFile } from './cache-paths.ts';

/** Bytes read first of a segment: enough for most headers. */
const headerBytes = 256 * 1024;

/** Files kept open: systems allow about a thousand. */
const maxOpenFiles = 256;

/** Reads parts of segments; keeps their files open. */
export interface SegmentReader {
  header(name: string): SegmentHeader;
  /** Returns a term partition of a segment; undefined if the segment has none of this prefix. */
  partition(name: string, prefix: string): Omit<SegmentPartition, 'base'> | undefined;
  close(): void;
}

/** Reads bytes of a cache's segments; opens a file when it is first read. */
function openFiles(cache: string) {
  const descriptors = new Map<string, number>();

  function closeOldest(): void {
    for (const [name, descriptor] of descriptors) {
      closeSync(descriptor);
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
    read(name: string, start: number, end: number): Uint8Array {
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

  return {
    header,
    partition(name, prefix) {
      const range = header(name).partitions.get(prefix);
      if (range === undefined) return undefined;
      const bytes = files.read(name, range.start, range.end);
      const middle = range.positionsStart - range.start;
      const [terms, positions] = [bytes.subarray(0, middle), bytes.subarray(middle)];
      if (fingerprint([terms, positions]).join(' ') !== range.fingerprint) {
        throw new DamagedFileError(segmentFile(cache, name));
      }
      return { terms, positions };
    },
    close: files.close,
  };
}
