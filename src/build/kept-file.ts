import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { isAbsence } from './is-there.ts';

const rule = 'cache-damaged';

/** A file that the cache keeps is not what was put there. Told as the disk's fault where it comes again. */
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

/** Tells whether a fault is that of a damaged file of the cache, also as it comes from another thread. */
export const isDamagedFile = (fault: unknown): boolean =>
  fault instanceof Error && 'rule' in fault && fault.rule === rule;

/** Bytes of a checksum: CRC-32, which no change of up to 32 bits in a row leaves as it was. */
const sumBytes = 4;

function sumOf(bytes: Uint8Array): Uint8Array {
  const sum = Buffer.alloc(sumBytes);
  sum.writeUInt32BE(crc32(bytes));
  return sum;
}

/** Writes a file of the cache: one that is there is whole. Throws the file system's error. */
export function writeWhole(file: string, bytes: Uint8Array): void {
  writeFileSync(`${file}.part`, bytes);
  renameSync(`${file}.part`, file);
}

/** Has the cache keep a file that is read as a whole. Throws the file system's error. */
export function keepFile(file: string, content: Uint8Array | string): void {
  const bytes = Buffer.from(content);
  writeWhole(file, Buffer.concat([bytes, sumOf(bytes)]));
}

/**
 * Returns what `keepFile` was given.
 *
 * @throws DamagedFileError where the file is gone or holds anything else; the file system's error
 */
export function keptFile(file: string): Buffer {
  let whole: Buffer;
  try {
    whole = readFileSync(file);
  } catch (fault) {
    throw isAbsence(fault) ? new DamagedFileError(file) : fault;
  }
  const end = Math.max(0, whole.length - sumBytes);
  const bytes = whole.subarray(0, end);
  if (!whole.subarray(end).equals(sumOf(bytes))) throw new DamagedFileError(file);
  return bytes;
}
