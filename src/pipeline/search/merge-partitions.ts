import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { writeChecked } from '../../publish/checked-file.ts';
import { exists } from '../../publish/exists.ts';
import { mergePartition, type SegmentPartition } from '../../search/index/merge-segments.ts';
import { mergedFile, mergedFolder } from './cache-paths.ts';
import type { SegmentReader } from './segment-reader.ts';

/** Number of the encoding of merged partitions: to be raised with it, so that a cache has none of another encoding. */
const mergedFormat = 2;

/** A segment in the cache, and the document number of its first article in the archive. */
export interface SegmentRef {
  readonly name: string;
  readonly base: number;
}

/** A term partition, by the prefix of its stems, and the name of its merged file in the cache. */
export interface PartitionRef {
  readonly prefix: string;
  readonly name: string;
}

/**
 * Returns the term partitions of some segments in order. The name of each is the hash of all that it is
 * merged from, so a merged file with this name need not be made again.
 *
 * @param docCapacity number of documents that the index can hold
 * @throws DamagedFileError, the file system's error
 */
export function planPartitions(
  segments: readonly SegmentRef[],
  reader: SegmentReader,
  docCapacity: number,
): readonly PartitionRef[] {
  const hashes = new Map<string, ReturnType<typeof createHash>>();
  for (const { name, base } of segments) {
    for (const [prefix, range] of reader.header(name).partitions) {
      const hash =
        hashes.get(prefix) ??
        createHash('sha256').update(`${mergedFormat} ${docCapacity} ${prefix}`);
      hashes.set(prefix, hash);
      hash.update(`\n${base} ${range.fingerprint}`);
    }
  }
  return [...hashes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([prefix, hash]) => ({ prefix, name: hash.digest('hex') }));
}

/** What a merge of term partitions depends on. */
export interface MergeInput {
  readonly segments: readonly SegmentRef[];
  readonly partitions: readonly PartitionRef[];
  /** Number of documents that the index can hold. */
  readonly docCapacity: number;
}

/**
 * Merges term partitions into the cache, except those that it has.
 *
 * @throws DamagedFileError, the file system's error
 */
export function mergePartitions(
  { segments, partitions, docCapacity }: MergeInput,
  reader: SegmentReader,
  cache: string,
): void {
  mkdirSync(mergedFolder(cache), { recursive: true });
  for (const { prefix, name } of partitions) {
    if (exists(mergedFile(cache, name))) continue;
    const parts = segments.flatMap(({ name: segment, base }): SegmentPartition[] => {
      const part = reader.partition(segment, prefix);
      return part === undefined ? [] : [{ base, ...part }];
    });
    writeChecked(mergedFile(cache, name), mergePartition(parts, docCapacity));
  }
}
