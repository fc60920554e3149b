import { hashedName, removeIfEmpty, sweepFolder } from '../../publish/sweep-folder.ts';
import { indexFilesFolder, mergedFolder, searchCacheFolder } from './cache-paths.ts';
import { cachedIndexName } from './index-script.ts';

/** Removes all parts of the search index from the cache. Throws the file system's error. */
export function clearIndex(cache: string): void {
  sweepFolder(indexFilesFolder(cache), cachedIndexName);
  sweepFolder(mergedFolder(cache), hashedName);
  sweepFolder(searchCacheFolder(cache), hashedName);
  for (const folder of [indexFilesFolder, mergedFolder, searchCacheFolder])
    removeIfEmpty(folder(cache));
}
