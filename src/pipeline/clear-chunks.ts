import { rmSync } from 'node:fs';
import { exportsFolder } from './render/exports.ts';
import { searchCacheFolder } from './search/index-chunk.ts';

/** Removes all parts of exports and search index from the cache. */
export function clearChunks(cache: string): void {
  for (const folder of [exportsFolder(cache), searchCacheFolder(cache)]) {
    rmSync(folder, { recursive: true, force: true });
  }
}
