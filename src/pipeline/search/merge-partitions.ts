import { createHash, type Hash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { writeChecked } from '../../publish/checked-file.ts';
import { mergePartition, type SegmentPartition } from '../../search/index/merge-segments.ts';
import { partitionAt } from '../../search/index/segment-header.ts';
import { mergedFile, mergedFolder } from './cache-paths.ts';
import type { SegmentReader } from './segment-reader.ts';

/** Number of the encoding of merged partitions: to be raised with it, so that a cache has none of another encoding. */
const mergedFormat = 2;

/** Characters that are hashed at once: a call takes longer than what it hashes. */
const hashedLength = 4096;

/** A segment in the cache, and the document number of its first article in the archive. */
export interface SegmentRef {
  readonly name: string;
  readonly base: number;
}

/** A term partition, by the prefix of its keys, and the name of its merged file in the cache. */
export interface PartitionRef {
  readonly prefix: number;
  readonly name: string;
  /** Bytes in all segments. */
  readonly bytes: number;
}

/**
 * Returns the term partitions of some segments in order of their prefixes. The name of each is the hash of all that it is
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
  const found = new Map<number, { hash: Hash; input: string; bytes: number }>();
  for (const { name, base } of segments) {
    const header = reader.header(name);
    for (let n = 0; n < header.partitions; n += 1) {
      const { prefix, start, end, hashes } = partitionAt(header, n);
      let partition = found.get(prefix);
      if (partition === undefined) {
        const input = `${mergedFormat} ${docCapacity} ${prefix}`;
        partition = { hash: createHash('sha256'), input, bytes: 0 };
        found.set(prefix, partition);
      }
      partition.input += `\n${base} ${hashes[0]} ${hashes[1]}`;
      partition.bytes += end - start;
      if (partition.input.length < hashedLength) continue;
      partition.hash.update(partition.input);
      partition.input = '';
    }
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([prefix, { hash, input, bytes }]) => ({
      ...{ prefix, name: hash.update(input).digest('hex'), bytes },
    }));
}

/** What a merge of term partitions depends on. */
export interface MergeInput {
  readonly segments: readonly SegmentRef[];
  readonly partitions: readonly PartitionRef[];
  /** Number of documents that the index can hold. */
  readonly docCapacity: number;
}

/**
 * Merges term partitions into the cache. All are read at once, so that their bytes must fit into memory.
 *
 * @throws DamagedFileError, the file system's error
 */
export function mergePartitions(
  { segments, partitions, docCapacity }: MergeInput,
  reader: SegmentReader,
  cache: string,
): void {
  mkdirSync(mergedFolder(cache), { recursive: true });
  const prefixes = partitions.map(({ prefix }) => prefix);
  const parts = partitions.map((): SegmentPartition[] => []);
  for (const { name, base } of segments) {
    reader.partitions(name, prefixes).forEach((layout, n) => {
      if (layout !== undefined) parts[n]?.push({ base, layout });
    });
  }
  partitions.forEach(({ name }, n) => {
    writeChecked(mergedFile(cache, name), mergePartition(parts[n] ?? [], docCapacity));
  });
}
