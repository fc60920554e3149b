import { rmSync } from 'node:fs';
import { exportsFolder } from './exports.ts';
import { searchFolder } from './search-piece.ts';

/** Removes all from the cache that exports and the search index are put together from. */
export function forgetPieces(cache: string): void {
  for (const folder of [exportsFolder(cache), searchFolder(cache)]) {
    rmSync(folder, { recursive: true, force: true });
  }
}
