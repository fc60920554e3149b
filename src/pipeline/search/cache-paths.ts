import { join } from 'node:path';

/** Returns the folder of the cache that holds all parts of the search index. */
export const searchCacheFolder = (cache: string): string => join(cache, 'search');

/** Returns the path of the file that lists the parts of an indexed chunk. */
export const chunkFile = (cache: string, name: string): string =>
  join(searchCacheFolder(cache), `${name}.json`);

/** Returns the path of the segment of a chunk: its postings, by term partition. */
export const segmentFile = (cache: string, name: string): string =>
  join(searchCacheFolder(cache), `${name}.run`);

/** Returns the folder of complete index files, as they are published. */
export const indexFilesFolder = (cache: string): string => join(searchCacheFolder(cache), 'files');

/** Returns the path of a complete index file. */
export const cachedIndexFile = (cache: string, name: string): string =>
  join(indexFilesFolder(cache), name);

/** Returns the folder of merged term partitions. */
export const mergedFolder = (cache: string): string => join(searchCacheFolder(cache), 'merged');

/** Returns the path of a merged term partition. */
export const mergedFile = (cache: string, name: string): string => join(mergedFolder(cache), name);
