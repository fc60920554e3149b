import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { hasCode } from '../model/system-error.ts';
import { exists } from './exists.ts';

/**
 * Makes a folder and those above it. Of a read-only disk Node says ENOENT where folders above are made too; the call
 * for a single folder gives the reason.
 *
 * @throws the file system's error
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    let missing = folder;
    while (dirname(missing) !== missing && !exists(dirname(missing))) missing = dirname(missing);
    mkdirSync(missing);
    mkdirSync(folder, { recursive: true });
  }
}
