import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../../catalogue/database.ts';
import { picturePaths } from '../../catalogue/pictures.ts';
import type { OwnPage } from '../../model/own-page.ts';
import { writeAtomic } from '../../publish/checked-file.ts';
import { exists } from '../../publish/exists.ts';
import { removeIfEmpty, sweepFolder } from '../../publish/sweep-folder.ts';

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

/** Names of the files that the folder of pictures holds. */
const pictureName = /^[0-9a-f]{20}(?:-\d+)?\.[\w.-]+$/;

/** Removes from the cache the pictures that no document and no page has any more. Throws the file system's error. */
export function sweepPictures(
  catalogue: Catalogue,
  pages: readonly OwnPage[],
  cache: string,
): void {
  const folder = picturesFolder(cache);
  if (!exists(folder)) return;
  const ofPages = pages.flatMap(({ pictures = [] }) =>
    pictures.flatMap(({ sizes }) => sizes.map(({ outputPath }) => outputPath)),
  );
  const wanted = new Set(
    [...picturePaths(catalogue), ...ofPages].map((path) => path.slice(path.lastIndexOf('/') + 1)),
  );
  sweepFolder(folder, pictureName, (name) => wanted.has(name));
  removeIfEmpty(folder);
}
