import type { Chunk } from '../../catalogue/chunks.ts';
import { exists } from '../../publish/exists.ts';
import { type ExportPlan, lacksExport } from '../render/exports.ts';
import { chunkFile } from '../search/index-chunk.ts';
import type { SearchPlan } from '../search/plan-index.ts';
import type { ChunkTask } from '../workers/tasks.ts';

/**
 * Yields the tasks that make of the archive's pieces what the cache lacks of its exports and its search
 * index.
 *
 * @param pieces newest first, as they were planned
 * @param search undefined where the site has no search
 */
export function* chunkTasks(
  pieces: readonly Chunk[],
  exports: ExportPlan,
  search: SearchPlan | undefined,
  cache: string,
): Generator<ChunkTask> {
  const searchNames = new Map(search?.parts.map(({ piece, name }) => [piece, name]));
  for (const [n, piece] of pieces.entries()) {
    const exported = exports.names[n];
    const forExports =
      exported !== undefined && lacksExport(exports, exported, cache) ? exported : undefined;
    const name = searchNames.get(piece);
    const forSearch =
      search !== undefined && name !== undefined && !exists(chunkFile(cache, name))
        ? { name, making: search.making }
        : undefined;
    if (forExports === undefined && forSearch === undefined) continue;
    yield { do: 'piece', piece, exports: forExports, search: forSearch };
  }
}
