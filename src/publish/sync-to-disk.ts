import { fsyncSync } from 'node:fs';
import { hasCode } from '../model/system-error.ts';

/**
 * Waits until the disk has what was written to a file. Under Node's permission model the call does not exist; then
 * nothing is waited for, which matters only if the machine stops at that moment.
 *
 * @throws the file system's error
 */
export function syncToDisk(descriptor: number): void {
  try {
    fsyncSync(descriptor);
  } catch (error) {
    if (!hasCode(error, 'ERR_ACCESS_DENIED')) throw error;
  }
}
