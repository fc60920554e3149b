import { rmSync } from 'node:fs';
import type { Catalogue } from '../catalogue/open.ts';
import type { Piece } from '../catalogue/pieces.ts';
import type { Config } from '../model/config.ts';
import { type Crew, performAll } from './crew.ts';
import type { Exports } from './exports.ts';
import { type IndexFile, planSearchIndex, type SearchIndex } from './search-index.ts';
import { searchFolder } from './search-piece.ts';
import type { MergeTask, PieceTask } from './tasks.ts';

/** Drawers in one task. */
const drawersTogether = 24;

/** Returns the search index that a site must have; undefined where it is to have none. */
export const planSearch = (
  pieces: readonly Piece[],
  catalogue: Catalogue,
  config: Config,
  cache: string,
): SearchIndex | undefined =>
  config.search ? planSearchIndex(pieces, catalogue, config, cache) : undefined;

/** Yields the tasks that make of the archive's pieces what is still missing of them. */
export function* pieceTasks(
  pieces: readonly Piece[],
  exports: Exports,
  search: SearchIndex | undefined,
): Generator<PieceTask> {
  for (const piece of pieces) {
    const forExports = exports.missing(piece);
    const name = search?.missing(piece);
    if (forExports === undefined && name === undefined) continue;
    yield {
      ...{ do: 'piece', piece, exports: forExports },
      search: search && name !== undefined ? { name, making: search.making } : undefined,
    };
  }
}

/** Merges what is still to be merged of an index, once its pieces are there. */
export async function mergeIndex(
  crew: Crew,
  search: SearchIndex,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { drawers, ...merging } = search.merging();
  function* tasks(): Generator<MergeTask> {
    for (let at = 0; at < drawers.length; at += drawersTogether) {
      yield { do: 'merge', ...merging, drawers: drawers.slice(at, at + drawersTogether) };
    }
  }
  await performAll(crew, tasks(), () => {}, signal);
}

/**
 * Hands over the files of an index one by one.
 *
 * @returns its directory
 */
export function takeIndex(
  search: SearchIndex,
  take: (url: string, content: IndexFile['content']) => void,
): string {
  const files = search.files();
  let next = files.next();
  for (; next.done !== true; next = files.next()) take(next.value.url, next.value.content);
  return next.value;
}

/** Forgets what is of no use any more: without an index all that one was made of. */
export function clearIndex(search: SearchIndex | undefined, cache: string): void {
  if (search === undefined) rmSync(searchFolder(cache), { recursive: true, force: true });
  else search.clear();
}
