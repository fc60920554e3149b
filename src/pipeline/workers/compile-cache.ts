import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';

/**
 * Returns the environment variables of a worker: the folder of this thread's compile cache, where it has one, and no other,
 * as nothing depends on them. Node has a cache for each thread, and reads the variable when the thread starts; a
 * cache that code of the worker turned on would be too late for the worker's first modules.
 */
export function workerEnvironment(): Readonly<Record<string, string>> {
  const folder = getCompileCacheDir();
  // Node adds a folder for its version to the one it is given.
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) };
}
