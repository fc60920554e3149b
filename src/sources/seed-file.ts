import { closeSync, constants, type Dirent, fstatSync, openSync, readSync } from 'node:fs';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import { maxSeedBytes } from '../model/limits.ts';
import { messageOf } from '../model/system-error.ts';

/** The path of a file for diagnostics, and the path to open it by. */
export interface NamedFile {
  readonly path: string;
  readonly absolute: string;
}

/** An open file, with its length and times when it was opened. */
export interface OpenSeed {
  readonly descriptor: number;
  readonly bytes: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
}

/**
 * Opens a file found by the walk; the caller closes the descriptor.
 *
 * @param limit greatest length in bytes
 * @returns undefined, with a diagnostic, where it cannot be opened, is no longer a regular file or
 *   has grown over the limit. Never throws
 */
export function openSeed(
  { path, absolute }: NamedFile,
  limit: number,
): Outcome<OpenSeed | undefined> {
  try {
    // Since the walk the file may have become a link, or a FIFO, on which opening would block.
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    const descriptor = openSync(absolute, flags);
    const stats = fstatSync(descriptor);
    if (stats.isFile() && stats.size <= limit) {
      const { size: bytes, mtimeMs, ctimeMs } = stats;
      return { value: { descriptor, bytes, mtimeMs, ctimeMs }, diagnostics: [] };
    }
    closeSync(descriptor);
    return failure(
      stats.isFile() ? tooLarge(path, stats.size, limit) : notAFile(path, kindOf(stats)),
    );
  } catch (error) {
    return failure(unreadable(path, error));
  }
}

/**
 * Reads a file found by the walk.
 *
 * @param room receives the bytes where it is large enough, so that none is allocated for each file
 * @param limit greatest length in bytes
 * @returns its bytes; undefined, with a diagnostic, where they cannot be read. Never throws
 */
export function readSeed(
  file: NamedFile,
  limit: number = maxSeedBytes,
  room?: Buffer,
): Outcome<Uint8Array | undefined> {
  for (let attempt = attempts; attempt > 0; attempt -= 1) {
    const { value: open, diagnostics } = openSeed(file, limit);
    if (open === undefined) return { value: undefined, diagnostics };
    try {
      const bytes = readUnchanged(open, room);
      if (bytes !== undefined) return { value: bytes, diagnostics: [] };
    } catch (error) {
      return failure(unreadable(file.path, error));
    }
  }
  return failure(unreadable(file.path, new Error('EAGAIN: it changes while it is read')));
}

/** Number of attempts to read a file that changes meanwhile. */
const attempts = 3;

/** Returns the bytes of an open file and closes it; undefined where it changed during the read. */
function readUnchanged(open: OpenSeed, room: Buffer | undefined): Uint8Array | undefined {
  const { descriptor } = open;
  try {
    const bytes = readBytes(open, room);
    const stats = fstatSync(descriptor);
    const isUnchanged =
      bytes.length === stats.size &&
      open.mtimeMs === stats.mtimeMs &&
      open.ctimeMs === stats.ctimeMs;
    return isUnchanged ? bytes : undefined;
  } finally {
    closeSync(descriptor);
  }
}

/** Reads the file in one system call where it has not changed since it was opened. */
function readBytes({ descriptor, bytes }: OpenSeed, room: Buffer | undefined): Uint8Array {
  const buffer = room !== undefined && room.length >= bytes ? room : Buffer.allocUnsafe(bytes);
  let end = 0;
  while (end < bytes) {
    const read = readSync(descriptor, buffer, end, bytes - end, null);
    if (read === 0) break;
    end += read;
  }
  return buffer.subarray(0, end);
}

/** Returns the kind of a directory entry: `file`, `folder`, `symlink`, `fifo`, …. */
export function kindOf(
  entry: Pick<Dirent, 'isFile' | 'isDirectory' | 'isSymbolicLink' | 'isFIFO' | 'isSocket'>,
): string {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (entry.isSymbolicLink()) return 'symlink';
  if (entry.isFIFO()) return 'fifo';
  return entry.isSocket() ? 'socket' : 'device';
}

/** Returns a failed outcome with its diagnostic. */
export function failure(diagnostic: Diagnostic): {
  readonly value: undefined;
  readonly diagnostics: readonly Diagnostic[];
} {
  return { value: undefined, diagnostics: [diagnostic] };
}

/** Returns the diagnostic of an entry that is no regular file. */
export function notAFile(file: string, kind: string): Diagnostic {
  return { rule: 'seed-not-a-file', severity: 'warning', file, values: { kind } };
}

/** Returns the diagnostic of a file over the limit. */
export function tooLarge(file: string, bytes: number, limit: number): Diagnostic {
  return { rule: 'seed-too-large', severity: 'error', file, values: { bytes, limit } };
}

/** Returns the diagnostic of a file that the system could not read, with the system's reason. */
export function unreadable(file: string, error: unknown): Diagnostic {
  const message = messageOf(error);
  // Node appends the system call and the absolute path, which are of no use in a report.
  const reason = message.replace(/, \w+(?: '.*')?$/s, '');
  return { rule: 'seed-unreadable', severity: 'error', file, values: { reason } };
}
