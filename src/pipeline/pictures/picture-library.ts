import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../../catalogue/database.ts';
import { pictureFinder, pictureNameOf } from '../../catalogue/pictures.ts';
import { maxPictureBytes } from '../../model/limits.ts';
import { picturePlaces } from '../../pictures/picture-address.ts';
import { PictureError } from '../../pictures/picture-bytes.ts';

/** What the seeds folder has at the address of a picture. */
export type LibraryResult =
  | { readonly state: 'found'; readonly path: string; readonly file: string }
  | { readonly state: 'missing'; readonly nearest: string }
  | { readonly state: 'outside' };

/** The pictures under the seeds folder, as the walk found them. */
export interface PictureLibrary {
  /** Looks for the picture that a seed names by an address, or by its path. */
  readonly find: (seed: string, address: string) => LibraryResult;
  /** Returns a picture by its path under the seeds folder. */
  readonly at: (path: string) => LibraryResult;
}

/** Returns the code of a system error. */
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/**
 * Reads a picture of the seeds folder; follows no link.
 *
 * @throws PictureError where it is empty, too large or cannot be read
 */
export function readPictureFile(file: string): Uint8Array {
  let descriptor: number;
  try {
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    throw new PictureError('unreadable', codeOf(error));
  }
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) throw new PictureError('no-picture', 'other');
    if (stats.size > maxPictureBytes) throw new PictureError('bytes', String(stats.size));
    const bytes = Buffer.allocUnsafe(stats.size);
    let size = 0;
    for (let read = 1; read > 0 && size < bytes.length; size += read)
      read = readSync(descriptor, bytes, size, bytes.length - size, size);
    return bytes.subarray(0, size);
  } finally {
    closeSync(descriptor);
  }
}

/** Tells whether a path under a folder is a symbolic link, or behind one. */
export function isBehindLink(seeds: string, path: string): boolean {
  let at = seeds;
  for (const part of path.split('/')) {
    at = join(at, part);
    const stats = lstatSync(at, { throwIfNoEntry: false });
    if (stats === undefined) return false;
    if (stats.isSymbolicLink()) return true;
  }
  return false;
}

/** Returns the name that may be meant by an address that names no picture; empty where none is near. */
function nearestTo(finder: ReturnType<typeof pictureFinder>, seed: string, path: string): string {
  const folderOf = (one: string): string => one.slice(0, one.lastIndexOf('/') + 1);
  const name = pictureNameOf(path);
  const candidates = [...finder.named(name), ...finder.withStem(name.replace(/\.[^.]*$/, ''))];
  const [first = ''] = [
    ...candidates.filter((one) => folderOf(one) === folderOf(path)),
    ...candidates,
  ];
  const own = folderOf(seed);
  return first.startsWith(own) ? first.slice(own.length) : first === '' ? '' : `/${first}`;
}

/**
 * Opens the pictures under the seeds folder.
 *
 * @param catalogue after the walk of this build
 * @param seeds absolute path of the seeds folder
 */
export function openPictureLibrary(catalogue: Catalogue, seeds: string): PictureLibrary {
  const finder = pictureFinder(catalogue);
  function at(path: string): LibraryResult {
    const file = finder.at(path);
    return file === undefined ? { state: 'missing', nearest: '' } : { state: 'found', path, file };
  }
  return {
    at,
    find(seed, address) {
      const { paths, isOutside, name } = picturePlaces(seed, address);
      const named = name === undefined ? [] : finder.named(pictureNameOf(name));
      for (const path of [...paths, ...named]) {
        const result = at(path);
        if (result.state === 'found') return result;
      }
      const [first] = paths;
      if (isOutside || first === undefined || isBehindLink(seeds, first))
        return { state: 'outside' };
      return { state: 'missing', nearest: nearestTo(finder, seed, first) };
    },
  };
}
