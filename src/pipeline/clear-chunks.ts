import { rmSync } from 'node:fs';
import { exportsFolder } from './render/exports.ts';
import { searchCacheFolder } from './search/cache-paths.ts';

/** Removes all parts of exports and search index from the cache. Throws the file system's error. */
export function clearChunks(cache: string): void {
  for (const folder of [exportsFolder(cache), searchCacheFolder(cache)]) {
    rmSync(folder, { recursive: true, force: true });
  }
}
