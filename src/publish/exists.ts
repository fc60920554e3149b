import { statSync } from 'node:fs';
import { hasCode } from '../model/system-error.ts';

/** Tells whether a fault is that a file, or a folder on the way to it, does not exist. */
export const isAbsence = (fault: unknown): boolean => hasCode(fault, 'ENOENT', 'ENOTDIR');

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
