import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Crew, performAll } from '../workers/worker-pool.ts';
import { isThere } from '../../publish/exists.ts';
import { type IndexEnd, type IndexFile, indexFiles } from './index-files.ts';
import { type DrawerTask, mergedFile, openRuns, planDrawers } from './merge-partitions.ts';
import { searchFolder } from './index-chunk.ts';
import type { SearchPlan } from './plan-index.ts';
import { sweepFolder } from '../../publish/sweep-folder.ts';
import type { MergeTask } from '../workers/tasks.ts';

/** Drawers in one task. */
const drawersTogether = 24;

/** Returns the drawers of an index whose pieces are made. */
function drawersOf({ parts, room }: SearchPlan, cache: string): readonly DrawerTask[] {
  const reader = openRuns(cache);
  try {
    return planDrawers(parts, reader, room);
  } finally {
    reader.close();
  }
}

/** Yields the tasks that merge the drawers which the cache lacks. */
function* mergeTasks(
  { parts, room }: SearchPlan,
  drawers: readonly DrawerTask[],
  cache: string,
): Generator<MergeTask> {
  const runs = parts.map(({ name, base }) => ({ name, base }));
  const missing = drawers.filter(({ name }) => !isThere(mergedFile(cache, name)));
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
  crew: Crew,
  plan: SearchPlan,
  cache: string,
  signal: AbortSignal | undefined,
): Promise<readonly DrawerTask[]> {
  const drawers = drawersOf(plan, cache);
  await performAll(crew, mergeTasks(plan, drawers, cache), () => {}, signal);
  return drawers;
}

/** An index that has been put together. */
export interface AssembledIndex extends IndexEnd {
  readonly plan: SearchPlan;
  readonly drawers: readonly DrawerTask[];
}

/** Hands the files of a merged index over, one by one; returns what it comes to. */
export function assembleIndex(
  plan: SearchPlan,
  drawers: readonly DrawerTask[],
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
  const folder = searchFolder(cache);
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
