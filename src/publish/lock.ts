import { randomBytes } from 'node:crypto';
import { closeSync, lstatSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { hasCode, withPath } from '../model/system-error.ts';
import { isAbsence } from './exists.ts';
import { LockedError, NoLocksError } from './lock-errors.ts';
import { makeFolder } from './make-folder.ts';
import {
  ownIdentity,
  type ProcessIdentity,
  type ProcessState,
  processState,
} from './process-identity.ts';

/** A lock held by this process. */
export interface Lock {
  /** Time in milliseconds since 1970 by the file system's clock. */
  readonly takenAt: number;
  /** Releases the lock; the lock of another process stays. Throws the file system's error. */
  readonly release: () => void;
}

const lockFile = (folder: string): string => join(folder, 'build.lock');

/** Lock files of this process, with their texts. */
const held = new Map<string, string>();

/** Returns the text of a lock file: one line, so that one cut short is recognised; never twice the same. */
function lockText({ pid, started, machine, boot, namespace }: ProcessIdentity): string {
  const parts = [pid, started, machine, boot, namespace, randomBytes(8).toString('hex')];
  return `${parts.map((part) => part ?? '-').join(' ')}\n`;
}

/** Parses the text of a lock file; earlier versions wrote only the id. Undefined if it is none. */
function parseLock(text: string): ProcessIdentity | undefined {
  const match = /^([1-9]\d{0,9})((?: [\w.-]+)*)\n$/.exec(text);
  if (match === null) return undefined;
  const rest = match[2]?.split(' ').slice(1) ?? [];
  const [started, machine, boot, namespace] = rest.map((part) => (part === '-' ? undefined : part));
  return { pid: Number(match[1]), started, machine, boot, namespace };
}

/** What a lock file holds. */
interface FoundLock {
  readonly text: string;
  /** Undefined for an unreadable file. */
  readonly holder: ProcessIdentity | undefined;
  readonly state: ProcessState;
}

/** Milliseconds to wait for a process that has created a lock file and not yet written it. */
const writingTime = 1000;

const pause = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};

/** Tells whether a lock names the number that this process has, on the same machine, as far as it tells. */
const isSameNumber = (holder: ProcessIdentity, own: ProcessIdentity): boolean =>
  holder.pid === own.pid &&
  (['machine', 'boot', 'namespace'] as const).every(
    (part) => holder[part] === undefined || holder[part] === own[part],
  );

/** Reads a lock file; undefined where there is none. Throws the file system's error. */
function readLock(file: string): FoundLock | undefined {
  try {
    let text = readFileSync(file, 'latin1');
    for (let waited = 0; parseLock(text) === undefined && waited < writingTime; waited += 50) {
      pause(50);
      text = readFileSync(file, 'latin1');
    }
    const holder = parseLock(text);
    if (holder === undefined) return { text, holder, state: 'ended' };
    const own = ownIdentity();
    // This process released it in vain, or has the number of one that has ended.
    const isLeftover = isSameNumber(holder, own) && held.get(file) !== text;
    const state = isLeftover ? 'ended' : processState(holder, own, statSync(file).mtimeMs);
    return { text, holder, state };
  } catch (error) {
    if (isAbsence(error)) return undefined;
    // Errors of reading do not name the file.
    return withPath(file, () => {
      throw error;
    });
  }
}

/** Codes with which a disk without locks refuses to create a file exclusively. */
const noLockCodes = ['ENOLCK', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

/** Creates a lock file unless there is one; returns whether it did. */
function create(file: string, text: string): boolean {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'wx');
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw hasCode(error, ...noLockCodes) ? new NoLocksError(file) : error;
  }
  try {
    withPath(file, () => {
      try {
        writeSync(descriptor, text);
      } finally {
        closeSync(descriptor);
      }
    });
    // A disk that lets two processes create one file keeps the text of the last.
    if (readFileSync(file, 'latin1') === text) return true;
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
  throw new NoLocksError(file);
}

/** Returns the error for a lock that is held. */
const lockedBy = ({ pid }: ProcessIdentity, file: string, state: ProcessState): LockedError =>
  new LockedError(pid, file, state === 'unknown');

/**
 * Creates a lock file, in place of one whose process has ended. Whoever replaces one holds a second lock
 * meanwhile, so that of several processes exactly one does.
 *
 * @throws LockedError, NoLocksError, the file system's error
 */
function acquire(file: string, text: string): void {
  const takeover = `${file}.next`;
  while (!create(file, text)) {
    const found = readLock(file);
    if (found === undefined) {
      // A link that leads nowhere can neither be read nor created.
      if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink())
        closeSync(openSync(file, 'wx'));
      continue;
    }
    const { holder, state } = found;
    if (holder !== undefined && state !== 'ended') throw lockedBy(holder, file, state);
    acquire(takeover, text);
    try {
      // Another process may have replaced it before this one held the second lock.
      if (readLock(file)?.text === found.text) rmSync(file, { force: true });
    } finally {
      rmSync(takeover, { force: true });
    }
  }
}

/**
 * Takes the lock of a folder for this process, and creates the folder; the lock of a process that has
 * ended is taken over.
 *
 * @throws LockedError if another process holds it, or may hold it on another machine; NoLocksError if the
 *   disk keeps no locks; the file system's error
 */
export function takeLock(folder: string): Lock {
  const file = lockFile(folder);
  const text = lockText(ownIdentity());
  for (let tries = 3; ; tries -= 1) {
    makeFolder(folder);
    try {
      acquire(file, text);
      break;
    } catch (error) {
      // Another process has removed the folder, with its own lock.
      if (!hasCode(error, 'ENOENT') || tries === 0) throw error;
    }
  }
  held.set(file, text);
  const release = (): void => {
    held.delete(file);
    if (readLock(file)?.text === text) rmSync(file, { force: true });
  };
  try {
    // Left by a process that was killed while it took over a lock.
    if (readLock(`${file}.next`)?.state === 'ended') rmSync(`${file}.next`, { force: true });
    return { takenAt: statSync(file).mtimeMs, release };
  } catch (error) {
    release();
    throw error;
  }
}

/** Tells whether a process holds the lock of a folder, or may hold it on another machine. Throws the file system's error. */
export function isLocked(folder: string): boolean {
  const found = readLock(lockFile(folder));
  return found?.holder !== undefined && found.state !== 'ended';
}

/** Throws LockedError if a process holds the lock of a folder; removes the lock if its process has ended. */
export function expectFree(folder: string): void {
  const file = lockFile(folder);
  const found = readLock(file);
  if (found === undefined) return;
  const { holder, state } = found;
  if (holder !== undefined && state !== 'ended') throw lockedBy(holder, file, state);
  rmSync(file, { force: true });
}
