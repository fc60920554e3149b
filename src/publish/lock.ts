import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasCode } from '../model/system-error.ts';

/** Another build of the same cache folder is running. */
export class LockedError extends Error {
  /** Id of the process that holds the lock. */
  readonly holder: number;

  constructor(holder: number) {
    super(`another build is running: process ${holder}`);
    this.name = 'LockedError';
    this.holder = holder;
  }
}

/** Tells whether a process is running; EPERM means that it is, and belongs to another user. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** A lock held by this process. */
export interface Lock {
  /** Time in milliseconds since 1970 by the file system's clock. */
  readonly takenAt: number;
  readonly release: () => void;
}

/**
 * Takes the lock of a cache folder for this process; the lock of a process that has ended is taken over.
 *
 * @throws LockedError if another running process holds it; the file system's error
 */
export function takeLock(cacheDir: string): Lock {
  mkdirSync(cacheDir, { recursive: true });
  const file = join(cacheDir, 'build.lock');
  for (;;) {
    try {
      writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
      return { takenAt: statSync(file).mtimeMs, release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
      const holder = Number.parseInt(readFileSync(file, 'utf8'), 10);
      if (holder !== process.pid && isAlive(holder)) throw new LockedError(holder);
      rmSync(file, { force: true });
    }
  }
}
