import { closeSync, openSync } from 'node:fs';

/** Calls by descriptor do not say of which file they are: adds it to what they throw. */
export function naming<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (fault) {
    const isUnnamed = fault instanceof Error && 'syscall' in fault && !('path' in fault);
    throw isUnnamed ? Object.assign(fault, { path }) : fault;
  }
}

/**
 * Works on an open file, and closes it.
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
