import { closeSync, openSync } from 'node:fs';
import { withPath } from '../model/system-error.ts';

/**
 * Opens a file, works on it and closes it.
 *
 * @throws the file system's error with the file's path; what `work` throws
 */
export const withFile = <T>(
  path: string,
  flags: 'r' | 'r+' | 'a' | 'w',
  work: (descriptor: number) => T,
): T =>
  withPath(path, () => {
    const descriptor = openSync(path, flags);
    try {
      return work(descriptor);
    } finally {
      closeSync(descriptor);
    }
  });
