import { createHash } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { DamagedFileError, writeChecked } from '../../publish/checked-file.ts';
import { exists, isAbsence } from '../../publish/exists.ts';
import { withPath } from '../../publish/open-file.ts';
import { fingerprint } from '../../search/codec/fingerprint.ts';
import {
  mergePartition,
  readSegmentHeader,
  type SegmentHeader,
  type SegmentPartition,
} from '../../search/index/merge-segments.ts';
import { searchCacheFolder, segmentFile } from './index-chunk.ts';

/** A run in the cache, and the number of its first article in the archive, from the oldest. */
export interface SegmentRef {
  readonly name: string;
  readonly base: number;
}

/** A drawer to merge, and the name under which the cache keeps it. */
export interface PartitionRef {
  readonly drawer: string;
  readonly name: string;
}

/** Where the cache keeps a merged drawer. */
export const mergedFile = (cache: string, name: string): string =>
  join(searchCacheFolder(cache), 'merged', name);

/** Bytes of a run that usually hold its header. */
const headBytes = 256 * 1024;

/** Files kept open: systems allow about a thousand. */
const mostOpen = 256;

/** Reads parts of runs; keeps files open. */
export interface SegmentReader {
  header(name: string): SegmentHeader;
  /** Returns a drawer of a run; undefined where it has none. */
  partition(name: string, drawer: string): Omit<SegmentPartition, 'base'> | undefined;
  close(): void;
}

/** Opens the runs of a cache. Its functions throw DamagedFileError and the file system's error. */
export function openSegments(cache: string): SegmentReader {
  const open = new Map<string, number>();
  const heads = new Map<string, SegmentHeader>();
  function descriptorOf(name: string): number {
    const known = open.get(name);
    if (known !== undefined) return known;
    if (open.size >= mostOpen) {
      for (const [other, descriptor] of open) {
        closeSync(descriptor);
        open.delete(other);
        break;
      }
    }
    try {
      const descriptor = openSync(segmentFile(cache, name), 'r');
      open.set(name, descriptor);
      return descriptor;
    } catch (error) {
      throw isAbsence(error) ? new DamagedFileError(segmentFile(cache, name)) : error;
    }
  }
  function read(name: string, start: number, end: number): Uint8Array {
    const bytes = new Uint8Array(end - start);
    const descriptor = descriptorOf(name);
    for (let at = 0; at < bytes.length; ) {
      const more = withPath(segmentFile(cache, name), () =>
        readSync(descriptor, bytes, at, bytes.length - at, start + at),
      );
      if (more === 0) throw new DamagedFileError(segmentFile(cache, name));
      at += more;
    }
    return bytes;
  }
  function places(name: string): SegmentHeader {
    let head = heads.get(name);
    if (head === undefined) {
      const { size } = withPath(segmentFile(cache, name), () => fstatSync(descriptorOf(name)));
      for (let bytes = headBytes; head === undefined; bytes *= 8) {
        const start = read(name, 0, Math.min(size, bytes));
        try {
          head = readSegmentHeader(start);
        } catch {
          if (bytes >= size) throw new DamagedFileError(segmentFile(cache, name));
        }
      }
      heads.set(name, head);
    }
    return head;
  }
  return {
    header: places,
    partition(name, drawer) {
      const place = places(name).partitions.get(drawer);
      if (place === undefined) return undefined;
      const bytes = read(name, place.start, place.end);
      const middle = place.positionsStart - place.start;
      const [terms, positions] = [bytes.subarray(0, middle), bytes.subarray(middle)];
      if (fingerprint([terms, positions]).join(' ') !== place.fingerprint) {
        throw new DamagedFileError(segmentFile(cache, name));
      }
      return { terms, positions };
    },
    close() {
      for (const [name, descriptor] of open) {
        withPath(segmentFile(cache, name), () => closeSync(descriptor));
      }
    },
  };
}

/**
 * Returns the drawers of some runs in order, each under the hash of all that it is merged from: one that
 * the cache has under that name need not be merged again.
 *
 * @param room articles that the index has room for
 */
export function planPartitions(
  runs: readonly SegmentRef[],
  reader: SegmentReader,
  room: number,
): readonly PartitionRef[] {
  const hashes = new Map<string, ReturnType<typeof createHash>>();
  for (const { name, base } of runs) {
    for (const [drawer, { fingerprint: content }] of reader.header(name).partitions) {
      let hash = hashes.get(drawer);
      if (hash === undefined) {
        hash = createHash('sha256').update(`${room} ${drawer}`);
        hashes.set(drawer, hash);
      }
      hash.update(`\n${base} ${content}`);
    }
  }
  return [...hashes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([drawer, hash]) => ({ drawer, name: hash.digest('hex') }));
}

/** Merges drawers where the cache keeps them. Throws the file system's error. */
export function mergePartitions(
  drawers: readonly PartitionRef[],
  runs: readonly SegmentRef[],
  reader: SegmentReader,
  room: number,
  cache: string,
): void {
  mkdirSync(join(searchCacheFolder(cache), 'merged'), { recursive: true });
  for (const { drawer, name } of drawers) {
    if (exists(mergedFile(cache, name))) continue;
    const parts = runs.flatMap(({ name: run, base }): SegmentPartition[] => {
      const part = reader.partition(run, drawer);
      return part === undefined ? [] : [{ base, ...part }];
    });
    writeChecked(mergedFile(cache, name), mergePartition(parts, room));
  }
}
