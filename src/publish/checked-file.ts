import { fstatSync, readFileSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { reusedBuffer } from '../model/reused-buffer.ts';
import { isAbsence } from './exists.ts';
import { withFile } from './open-file.ts';
import { uniqueName } from './unique-name.ts';

const rule = 'cache-damaged';

/** A cache file is missing or does not match its checksum. If it happens twice, it is reported as a read error. */
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

/** Tells whether an error is a DamagedFileError, also one received from a worker thread. */
export const isDamagedFile = (error: unknown): boolean =>
  error instanceof Error && 'rule' in error && error.rule === rule;

/** Bytes of a checksum: CRC-32, which detects every burst error of up to 32 bits. */
const checksumBytes = 4;

function checksumOf(bytes: Uint8Array): Uint8Array {
  const checksum = Buffer.alloc(checksumBytes);
  checksum.writeUInt32BE(crc32(bytes));
  return checksum;
}

/**
 * Writes a file atomically, by renaming a complete file, whose name no other process or worker has. Throws the
 * file system's error.
 */
export function writeAtomic(file: string, bytes: Uint8Array): void {
  const part = `${file}.${uniqueName()}.part`;
  try {
    writeFileSync(part, bytes, { flag: 'wx' });
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Writes a cache file with a checksum, atomically. Throws the file system's error. */
export function writeChecked(file: string, content: Uint8Array | string): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  writeAtomic(file, Buffer.concat([bytes, checksumOf(bytes)]));
}

/**
 * Returns the content of a file that `writeChecked` wrote.
 *
 * @param read returns the bytes of a file
 * @throws DamagedFileError if the file is missing or does not match its checksum; the file system's error
 */
export function readChecked(file: string, read: (file: string) => Buffer = readFileSync): Buffer {
  let stored: Buffer;
  try {
    stored = read(file);
  } catch (error) {
    throw isAbsence(error) ? new DamagedFileError(file) : error;
  }
  const end = Math.max(0, stored.length - checksumBytes);
  const bytes = stored.subarray(0, end);
  if (!stored.subarray(end).equals(checksumOf(bytes))) throw new DamagedFileError(file);
  return bytes;
}

/**
 * Returns a function that reads a file as `readChecked` does, into a buffer that it uses again: what it returns is valid until
 * the next call.
 */
export function checkedReader(): (file: string) => Buffer {
  const room = reusedBuffer();
  function readFile(descriptor: number): Buffer {
    const bytes = room(fstatSync(descriptor).size);
    let end = 0;
    while (end < bytes.length) {
      const read = readSync(descriptor, bytes, end, bytes.length - end, null);
      if (read === 0) break;
      end += read;
    }
    return bytes.subarray(0, end);
  }
  return (file) => readChecked(file, (path) => withFile(path, 'r', readFile));
}
