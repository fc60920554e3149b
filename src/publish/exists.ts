import { statSync } from 'node:fs';
import { hasCode } from '../model/system-error.ts';

/** Tells whether an error is that a file, or a folder on the way to it, does not exist. */
export const isAbsence = (error: unknown): boolean => hasCode(error, 'ENOENT', 'ENOTDIR');

/**
 * Tells whether a path exists. An error of the disk is thrown, not taken for absence: a build makes
 * again, leaves out or does not publish what is absent.
 *
 * @throws the file system's error where it cannot be told
 */
export function exists(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if (isAbsence(error)) return false;
    throw error;
  }
}
