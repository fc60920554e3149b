import { closeSync, openSync } from 'node:fs';

/** Does work by descriptor and adds the file's path to an error of the file system, which lacks it. */
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
 * @throws the file system's error, which names the file; what the work throws
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
