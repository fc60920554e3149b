import { clearExports } from './render/exports.ts';
import { clearIndex } from './search/clear-index.ts';

/** Removes all parts of exports and search index from the cache. Throws the file system's error. */
export function clearChunks(cache: string): void {
  clearExports(cache);
  clearIndex(cache);
}
