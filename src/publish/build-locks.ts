import { hasCode } from '../model/system-error.ts';
import { exists } from './exists.ts';
import { expectFree, isLocked, type Lock, takeLock } from './lock.ts';
import { removeStagingFolders, stagingFolders } from './staging-folders.ts';

/** Codes with which a folder that cannot be written refuses a lock. */
const unwritable = ['EACCES', 'EPERM', 'EROFS'];

/**
 * Takes the lock of an output folder: in the folder of staged files, which lies in the output folder, or
 * beside one that does not exist yet. A build with changes needs to write there anyway.
 */
function takeOutputLock(out: string): (() => void) | undefined {
  const { inside, adjacent } = stagingFolders(out);
  const [own, other] = exists(out) ? [inside, adjacent] : [adjacent, inside];
  let lock: Lock;
  try {
    lock = takeLock(own);
  } catch (error) {
    // Such a site cannot be changed, and needs no lock as long as nothing is to be published.
    if (own === inside && hasCode(error, ...unwritable)) return undefined;
    throw error;
  }
  const release = (): void => {
    lock.release();
    removeStagingFolders(out);
  };
  try {
    // Taken while the folder did not exist, or existed.
    expectFree(other);
    return release;
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * Takes the locks of a build: of its cache, and of its output folder, which a build with another cache may
 * have too.
 *
 * @throws LockedError, NoLocksError, the file system's error
 */
export function takeBuildLocks(cache: string, out: string): Lock {
  const lock = takeLock(cache);
  try {
    const releaseOutput = takeOutputLock(out);
    return {
      takenAt: lock.takenAt,
      release() {
        try {
          releaseOutput?.();
        } finally {
          lock.release();
        }
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Tells whether another build of the same cache or output folder is running; false where the disk does not tell. */
export function isBuilding(cache: string, out: string): boolean {
  const { inside, adjacent } = stagingFolders(out);
  try {
    return [cache, inside, adjacent].some(isLocked);
  } catch {
    return false;
  }
}
