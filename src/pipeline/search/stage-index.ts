import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { exists } from '../../publish/exists.ts';
import { sweepFolder } from '../../publish/sweep-folder.ts';
import type { MergeTask } from '../workers/tasks.ts';
import { runTasks, type WorkerPool } from '../workers/worker-pool.ts';
import { searchCacheFolder } from './index-chunk.ts';
import { type IndexEnd, type IndexFile, indexFiles } from './index-files.ts';
import { mergedFile, openSegments, type PartitionRef, planPartitions } from './merge-partitions.ts';
import type { SearchPlan } from './plan-index.ts';

/** Drawers in one task. */
const drawersTogether = 24;

/** Returns the drawers of an index whose pieces are made. */
function drawersOf({ parts, room }: SearchPlan, cache: string): readonly PartitionRef[] {
  const reader = openSegments(cache);
  try {
    return planPartitions(parts, reader, room);
  } finally {
    reader.close();
  }
}

/** Yields the tasks that merge the drawers which the cache lacks. */
function* mergeTasks(
  { parts, room }: SearchPlan,
  drawers: readonly PartitionRef[],
  cache: string,
): Generator<MergeTask> {
  const runs = parts.map(({ name, base }) => ({ name, base }));
  const missing = drawers.filter(({ name }) => !exists(mergedFile(cache, name)));
  for (let at = 0; at < missing.length; at += drawersTogether) {
    yield { do: 'merge', runs, room, drawers: missing.slice(at, at + drawersTogether) };
  }
}

/**
 * Merges the drawers of an index whose pieces are made, where the cache keeps them; returns all of them.
 *
 * @throws DamagedFileError, the file system's error, the signal's reason
 */
export async function mergeIndex(
  crew: WorkerPool,
  plan: SearchPlan,
  cache: string,
  signal: AbortSignal | undefined,
): Promise<readonly PartitionRef[]> {
  const drawers = drawersOf(plan, cache);
  await runTasks(crew, mergeTasks(plan, drawers, cache), () => {}, signal);
  return drawers;
}

/** An index that has been put together. */
export interface AssembledIndex extends IndexEnd {
  readonly plan: SearchPlan;
  readonly drawers: readonly PartitionRef[];
}

/** Hands the files of a merged index over, one by one; returns what it comes to. */
export function assembleIndex(
  plan: SearchPlan,
  drawers: readonly PartitionRef[],
  cache: string,
  take: (file: IndexFile) => void,
): AssembledIndex {
  const files = indexFiles(plan, drawers, cache);
  let next = files.next();
  for (; next.done !== true; next = files.next()) take(next.value);
  return { ...next.value, plan, drawers };
}

/** Removes from the cache what belongs to no index any more; without one, all that it was made of. */
export function sweepIndex(index: AssembledIndex | undefined, cache: string): void {
  const folder = searchCacheFolder(cache);
  if (index === undefined) {
    rmSync(folder, { recursive: true, force: true });
    return;
  }
  const pieces = new Set(index.plan.parts.flatMap(({ name }) => [`${name}.run`, `${name}.json`]));
  const merged = new Set(index.drawers.map(({ name }) => name));
  sweepFolder(folder, (name) => pieces.has(name));
  sweepFolder(join(folder, 'files'), (name) => index.waiting.has(name));
  sweepFolder(join(folder, 'merged'), (name) => merged.has(name));
}
