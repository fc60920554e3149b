import { rmSync } from 'node:fs';
import { exportsFolder } from './render/exports.ts';
import { searchFolder } from './search/index-chunk.ts';

/** Removes all parts of exports and search index from the cache. */
export function forgetPieces(cache: string): void {
  for (const folder of [exportsFolder(cache), searchFolder(cache)]) {
    rmSync(folder, { recursive: true, force: true });
  }
}
