import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { isAbsence } from './exists.ts';

const rule = 'cache-damaged';

/** A cache file is missing or does not match its checksum. Reported as a read error of the disk if it happens twice. */
export class DamagedFileError extends Error {
  readonly rule = rule;
  readonly code = 'EIO';
  readonly syscall = 'read';
  readonly path: string;

  constructor(path: string) {
    super('EIO: not what was written, read');
    this.path = path;
  }
}

/** Tells whether an error is a DamagedFileError, also one that was sent from a worker. */
export const isDamagedFile = (error: unknown): boolean =>
  error instanceof Error && 'rule' in error && error.rule === rule;

/** Bytes of a checksum: CRC-32, which detects every burst error of up to 32 bits. */
const sumBytes = 4;

function sumOf(bytes: Uint8Array): Uint8Array {
  const sum = Buffer.alloc(sumBytes);
  sum.writeUInt32BE(crc32(bytes));
  return sum;
}

/** Writes a cache file atomically, by renaming a complete one. Throws the file system's error. */
export function writeAtomic(file: string, bytes: Uint8Array): void {
  writeFileSync(`${file}.part`, bytes);
  renameSync(`${file}.part`, file);
}

/** Writes a cache file with a checksum, atomically. Throws the file system's error. */
export function writeChecked(file: string, content: Uint8Array | string): void {
  const bytes = Buffer.from(content);
  writeAtomic(file, Buffer.concat([bytes, sumOf(bytes)]));
}

/**
 * Returns the content that `keepFile` was given.
 *
 * @throws DamagedFileError where the file is missing or does not match its checksum; the file system's error
 */
export function readChecked(file: string): Buffer {
  let whole: Buffer;
  try {
    whole = readFileSync(file);
  } catch (error) {
    throw isAbsence(error) ? new DamagedFileError(file) : error;
  }
  const end = Math.max(0, whole.length - sumBytes);
  const bytes = whole.subarray(0, end);
  if (!whole.subarray(end).equals(sumOf(bytes))) throw new DamagedFileError(file);
  return bytes;
}
