import { statSync } from 'node:fs';

/** Tells whether an error says that a file, or a folder of its path, does not exist. */
export const isAbsence = (fault: unknown): boolean =>
  fault instanceof Error &&
  'code' in fault &&
  (fault.code === 'ENOENT' || fault.code === 'ENOTDIR');

/**
 * Tells whether a path exists. An error of the disk is thrown, not taken for absence: a build makes
 * again, leaves out or does not publish what is absent.
 *
 * @throws the file system's error where it cannot be told
 */
export function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (fault) {
    if (isAbsence(fault)) return false;
    throw fault;
  }
}
