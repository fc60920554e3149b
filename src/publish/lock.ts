import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasCode } from '../model/system-error.ts';

/** Another build of the same cache folder is running. */
export class LockedError extends Error {
  /** Process that holds the lock. */
  readonly holder: number;

  constructor(holder: number) {
    super(`another build is running: process ${holder}`);
    this.name = 'LockedError';
    this.holder = holder;
  }
}

/** Whether a process is running; EPERM means that another user's process is. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** A lock that is held. */
export interface Lock {
  /** When it was taken, in milliseconds since 1970 by the file system's clock. */
  readonly taken: number;
  /** Releases it. */
  readonly release: () => void;
}

/**
 * Takes the lock of a cache folder for this process; that of a process which has ended is taken over.
 *
 * @throws LockedError where a running process holds it
 */
export function takeLock(cacheDir: string): Lock {
  mkdirSync(cacheDir, { recursive: true });
  const file = join(cacheDir, 'build.lock');
  for (;;) {
    try {
      writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
      return { taken: statSync(file).mtimeMs, release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
      const holder = Number.parseInt(readFileSync(file, 'utf8'), 10);
      if (holder !== process.pid && isAlive(holder)) throw new LockedError(holder);
      rmSync(file, { force: true });
    }
  }
}
