import { lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { maxPictureBytes } from '../model/limits.ts';
import { removeSeedParts, writeSeed } from '../publish/seed-part.ts';
import { isMediaName, mediaFolder, mediaName } from './media-name.ts';
import type { PlacedPicture } from './place-pictures.ts';

/** Writes pictures into `media/` beside imported seeds. */
export interface MediaFolder {
  /** Writes the pictures of a seed; those that come later are waited for. Returns their number. */
  readonly put: (pictures: readonly PlacedPicture[]) => number;
  /** Number of different pictures that seeds have. */
  readonly placed: () => number;
  /** Number of pictures that are waited for. */
  readonly awaited: () => number;
  /** Writes a picture that a seed waits for; returns whether it was one. */
  readonly deliver: (bytes: Uint8Array) => boolean;
}

/**
 * Returns a writer of pictures. A file that is there already stays as it is: its name is its hash.
 *
 * @param seeds absolute path of the folder of the seeds
 * @param isDry whether nothing is written
 */
export function openMediaFolder(seeds: string, isDry: boolean): MediaFolder {
  const folder = join(seeds, mediaFolder);
  const awaited = new Set<string>();
  const placed = new Set<string>();
  let isReady = false;

  const isThere = (name: string): boolean =>
    lstatSync(join(folder, name), { throwIfNoEntry: false }) !== undefined;

  function write(name: string, bytes: Uint8Array): void {
    if (!isReady) {
      mkdirSync(folder, { recursive: true });
      removeSeedParts(folder);
      isReady = true;
    }
    writeSeed(folder, name, bytes);
  }

  return {
    put(pictures) {
      for (const { name, read } of pictures) {
        placed.add(name);
        if (isDry || !isMediaName(name) || isThere(name)) continue;
        if (read === undefined) {
          awaited.add(name);
          continue;
        }
        const bytes = read();
        // A file that has changed since it was named is not this picture.
        if (bytes !== undefined && bytes.length <= maxPictureBytes && mediaName(bytes) === name)
          write(name, bytes);
      }
      return pictures.length;
    },
    placed: () => placed.size,
    awaited: () => awaited.size,
    deliver(bytes) {
      const name = mediaName(bytes);
      if (name === undefined || !awaited.delete(name)) return false;
      write(name, bytes);
      return true;
    },
  };
}
