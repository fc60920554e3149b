import { closeSync, openSync } from 'node:fs';

/** Does work by descriptor and adds the file's path to an error of the file system, which lacks it. */
export function naming<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (fault) {
    const isUnnamed = fault instanceof Error && 'syscall' in fault && !('path' in fault);
    throw isUnnamed ? Object.assign(fault, { path }) : fault;
  }
}

/**
 * Opens a file, works on it and closes it.
 *
 * @throws the file system's error, which names the file; what the work throws
 */
export const withFile = <T>(path: string, flags: 'r' | 'w', work: (descriptor: number) => T): T =>
  naming(path, () => {
    const descriptor = openSync(path, flags);
    try {
      return work(descriptor);
    } finally {
      closeSync(descriptor);
    }
  });
