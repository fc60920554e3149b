import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hasCode } from '../model/system-error.ts';
import { exists } from './exists.ts';

/** Names of cache files that are named by a SHA-256 of what they are made from, with temporary ones. */
export const hashedName = /^[0-9a-f]{64}(?:\.[\w.-]+)?$/;

/**
 * Removes the unwanted files of a folder of the cache, not those in its subfolders. Files whose names no build
 * gives stay: they are not Warraq's.
 *
 * @param ours names that a build gives to files of this folder
 * @throws the file system's error
 */
export function sweepFolder(
  folder: string,
  ours: RegExp,
  isWanted: (name: string) => boolean = () => false,
): void {
  if (!exists(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile() && ours.test(entry.name) && !isWanted(entry.name))
      rmSync(join(folder, entry.name));
  }
}

/** Removes a folder if it is empty. Throws the file system's error. */
export function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR')) throw error;
  }
}
