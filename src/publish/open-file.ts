import { closeSync, openSync } from 'node:fs';

/** Runs work on a file descriptor and adds the file's path to file system errors, which lack it. */
export function withPath<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const isUnnamed = error instanceof Error && 'syscall' in error && !('path' in error);
    throw isUnnamed ? Object.assign(error, { path }) : error;
  }
}

/**
 * Opens a file, works on it and closes it.
 *
 * @throws the file system's error with the file's path; what `work` throws
 */
export const withFile = <T>(path: string, flags: 'r' | 'w', work: (descriptor: number) => T): T =>
  withPath(path, () => {
    const descriptor = openSync(path, flags);
    try {
      return work(descriptor);
    } finally {
      closeSync(descriptor);
    }
  });
