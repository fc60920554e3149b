import { statSync } from 'node:fs';
import { hasCode } from '../model/system-error.ts';

/** Tells whether an error means that a file, or a folder of its path, does not exist. */
export const isAbsence = (error: unknown): boolean => hasCode(error, 'ENOENT', 'ENOTDIR');

/**
 * Tells whether a path exists. A disk error is thrown and not taken for absence, because a build writes
 * again or leaves out what is absent.
 *
 * @throws the file system's error if existence cannot be determined
 */
export function exists(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if (isAbsence(error)) return false;
    throw error;
  }
}
