import { enableCompileCache, getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

/** Key of the environment data by which a thread tells its workers the folder. */
const environmentKey = 'warraq: compile cache';

/** Tells workers that start after this call the folder of this thread's compile cache, where it has one. */
export function shareCompileCache(): void {
  const folder = getCompileCacheDir();
  // Node adds a folder for its version to the one it is given.
  if (folder !== undefined) setEnvironmentData(environmentKey, dirname(folder));
}

/** Lets this worker use the compile cache of the thread that started it. Node has one for each thread. */
export function joinCompileCache(): void {
  const folder = getEnvironmentData(environmentKey);
  if (typeof folder === 'string') enableCompileCache(folder);
}
