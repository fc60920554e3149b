import { exists } from '../../publish/exists.ts';
import { hashedName, sweepFolder } from '../../publish/sweep-folder.ts';
import type {
  ExportTask,
  IndexFilesTask,
  MergeTask,
  RenderSetup,
  TaskResult,
} from '../workers/tasks.ts';
import { runTasks, type WorkerPool } from '../workers/worker-pool.ts';
import { indexFilesFolder, mergedFile, mergedFolder, searchCacheFolder } from './cache-paths.ts';
import { clearIndex } from './clear-index.ts';
import { type IndexFile, type IndexSummary, indexFiles } from './index-files.ts';
import { cachedIndexName } from './index-script.ts';
import { type PartitionRef, planPartitions } from './merge-partitions.ts';
import type { SearchPlan } from './plan-index.ts';
import { openSegments } from './segment-reader.ts';

/** Bytes of the term partitions of one task, unless one alone has more. */
const taskBytes = 2 ** 20;

/** Returns the term partitions of an index whose chunks are in the cache. */
function partitionsOf({ chunks, docCapacity }: SearchPlan, cache: string): readonly PartitionRef[] {
  const reader = openSegments(cache);
  try {
    return planPartitions(chunks, reader, docCapacity);
  } finally {
    reader.close();
  }
}

/** Divides adjacent term partitions into batches. */
function* partitionBatches(partitions: readonly PartitionRef[]): Generator<PartitionRef[]> {
  let batch: PartitionRef[] = [];
  let size = 0;
  for (const partition of partitions) {
    if (batch.length > 0 && size + partition.bytes > taskBytes) {
      yield batch;
      [batch, size] = [[], 0];
    }
    batch.push(partition);
    size += partition.bytes;
  }
  if (batch.length > 0) yield batch;
}

/** Yields the tasks that merge the term partitions which the cache lacks. */
export function* mergeTasks(
  { chunks, docCapacity }: SearchPlan,
  partitions: readonly PartitionRef[],
  cache: string,
): Generator<MergeTask> {
  const segments = chunks.map(({ name, base }) => ({ name, base }));
  const missing = partitions.filter(({ name }) => !exists(mergedFile(cache, name)));
  for (const batch of partitionBatches(missing)) {
    yield { do: 'merge', segments, docCapacity, partitions: batch };
  }
}

/** How an index is merged. */
export interface IndexMerging {
  /** Tasks to be done beside the merge: they come first, because each takes longer than one of its tasks. */
  readonly others: Iterable<ExportTask>;
  /** Receives the results of all tasks. */
  readonly use: (result: TaskResult) => void;
  readonly signal: AbortSignal | undefined;
}

/**
 * Merges the term partitions of an index whose chunks are in the cache; returns all partitions.
 *
 * @throws DamagedFileError, the file system's error, the signal's reason
 */
export async function mergeIndex(
  pool: WorkerPool,
  plan: SearchPlan,
  cache: string,
  { others, use, signal }: IndexMerging,
): Promise<readonly PartitionRef[]> {
  const partitions = partitionsOf(plan, cache);
  function* tasks(): Generator<ExportTask | MergeTask> {
    yield* others;
    yield* mergeTasks(plan, partitions, cache);
  }
  await runTasks(pool, tasks(), use, signal);
  return partitions;
}

/** A complete index: its manifest, and what the cache holds of it. */
export interface AssembledIndex extends IndexSummary {
  readonly plan: SearchPlan;
  readonly partitions: readonly PartitionRef[];
}

/** Files of one task at most, and bytes that it packs. */
const [taskFiles, taskPackedBytes] = [32, 2 ** 18] as const;

/** Yields tasks that pack and stage the files of an index; returns what `files` returns. */
function* fileTasks(
  files: Generator<IndexFile, IndexSummary>,
  isCurrent: (outputPath: string) => boolean,
  renderSetup: RenderSetup,
): Generator<IndexFilesTask, IndexSummary> {
  let batch: IndexFile[] = [];
  let size = 0;
  let next = files.next();
  for (; next.done !== true; next = files.next()) {
    if (isCurrent(next.value.outputPath)) continue;
    batch.push(next.value);
    size += 'bytes' in next.value ? next.value.bytes.length : 0;
    if (batch.length < taskFiles && size < taskPackedBytes) continue;
    yield { do: 'index-files', files: batch, ...renderSetup };
    [batch, size] = [[], 0];
  }
  if (batch.length > 0) yield { do: 'index-files', files: batch, ...renderSetup };
  return next.value;
}

/** How the files of an index are staged. */
export interface IndexStaging {
  readonly renderSetup: RenderSetup;
  /** Tells whether the site has a file, which then is not staged. */
  readonly isCurrent: (outputPath: string) => boolean;
  /** Receives the staged files. */
  readonly use: (result: TaskResult) => void;
  readonly signal: AbortSignal | undefined;
}

/**
 * Divides a merged index into files, and has them packed and staged; returns the index.
 *
 * @throws DamagedFileError, the file system's error, the signal's reason
 */
export async function stageIndexFiles(
  pool: WorkerPool,
  plan: SearchPlan,
  partitions: readonly PartitionRef[],
  cache: string,
  { renderSetup, isCurrent, use, signal }: IndexStaging,
): Promise<AssembledIndex> {
  const files = fileTasks(indexFiles(plan, partitions, cache), isCurrent, renderSetup);
  const summaries: IndexSummary[] = [];
  function* tasks(): Generator<IndexFilesTask> {
    summaries.push(yield* files);
  }
  await runTasks(pool, tasks(), use, signal);
  const [summary] = summaries;
  // The tasks end without one only where an error was thrown.
  if (summary === undefined) throw new Error('The search index is incomplete.');
  return { ...summary, plan, partitions };
}

/** Removes from the cache the parts that do not belong to this index; all parts if there is no index. */
export function sweepIndex(index: AssembledIndex | undefined, cache: string): void {
  const folder = searchCacheFolder(cache);
  if (index === undefined) {
    clearIndex(cache);
    return;
  }
  const chunks = new Set(index.plan.chunks.flatMap(({ name }) => [`${name}.run`, `${name}.json`]));
  const merged = new Set(index.partitions.map(({ name }) => name));
  sweepFolder(folder, hashedName, (name) => chunks.has(name));
  sweepFolder(indexFilesFolder(cache), cachedIndexName, (name) => index.cachedNames.has(name));
  sweepFolder(mergedFolder(cache), hashedName, (name) => merged.has(name));
}
