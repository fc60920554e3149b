import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomic } from '../../publish/checked-file.ts';
import { exists } from '../../publish/exists.ts';

/** Returns the folder of the cache that holds pictures: those that come out of seeds, and smaller copies. */
export const picturesFolder = (cache: string): string => join(cache, 'pictures');

/** Returns the file of the cache that holds a published picture, by its output path. */
export const cachedPicture = (cache: string, outputPath: string): string =>
  join(picturesFolder(cache), outputPath.slice(outputPath.lastIndexOf('/') + 1));

/** Writes a picture into the cache, unless it is there. Throws the file system's error. */
export function keepPicture(cache: string, outputPath: string, content: Uint8Array): void {
  const file = cachedPicture(cache, outputPath);
  if (exists(file)) return;
  mkdirSync(picturesFolder(cache), { recursive: true });
  writeAtomic(file, content);
}
