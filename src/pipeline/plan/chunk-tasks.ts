import type { Chunk } from '../../catalogue/chunks.ts';
import { exists } from '../../publish/exists.ts';
import { type ExportPlan, lacksExport } from '../render/exports.ts';
import { chunkFile } from '../search/cache-paths.ts';
import type { SearchPlan } from '../search/plan-index.ts';
import type { ChunkTask } from '../workers/tasks.ts';

/**
 * Yields the tasks that make the parts of exports and search index that the cache lacks.
 *
 * @param chunks the archive's, newest first, as in the plan of the exports
 * @param search undefined if the site has no search
 */
export function* chunkTasks(
  chunks: readonly Chunk[],
  exports: ExportPlan,
  search: SearchPlan | undefined,
  cache: string,
): Generator<ChunkTask> {
  const searchNames = new Map(search?.chunks.map(({ chunk, name }) => [chunk, name]));
  for (const [n, chunk] of chunks.entries()) {
    const exported = exports.names[n];
    const forExports =
      exported !== undefined && lacksExport(exports, exported, cache) ? exported : undefined;
    const name = searchNames.get(chunk);
    const forSearch =
      search !== undefined && name !== undefined && !exists(chunkFile(cache, name))
        ? { name, settings: search.settings }
        : undefined;
    if (forExports === undefined && forSearch === undefined) continue;
    yield { do: 'chunk', chunk, exports: forExports, search: forSearch };
  }
}
