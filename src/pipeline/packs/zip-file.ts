import { crc32, deflateRawSync, type ZlibOptions } from 'node:zlib';

/**
 * ZIP files as PKWARE's APPNOTE 6.3 describes them, without what packs of texts do not need: encryption, ZIP64, descriptors
 * behind the data. The library for ZIP files (yauzl) only reads; one that writes would be used for these fixed records.
 */

/**
 * A smaller file by 2 % at level 6 takes a sixth more time, at level 9 a third. Smaller tables than zlib's usual ones take
 * a fifth less time for a text of some kilobytes, with the same size.
 */
const deflate = { level: 4, memLevel: 6, chunkSize: 4096 } as const;

/** Bytes that zlib's window has more than the text in it. */
const lookahead = 262;

/**
 * Returns how some bytes are compressed: with no larger window than they fill, which gives the same bytes. A window is
 * cleared for each text, and collected as garbage.
 */
function deflateOptions(size: number): ZlibOptions {
  const windowBits = Math.max(9, Math.min(15, 32 - Math.clz32(size + lookahead)));
  return { ...deflate, windowBits };
}

/** A file in a ZIP file. */
export interface ZipMember {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** CRC-32 of the bytes, where it is known. */
  readonly sum?: number;
}

/** Version 2.0 of the format: deflate and folders. */
const version = 20;

/** The names are UTF-8 (bit 11). */
const utf8 = 0x0800;

/** 1 January 1980, the first day that the format knows: the bytes depend on the content only. */
const firstDay = 0x0021;

/** A file that its owner may write and all may read, as Unix has it in the upper half. */
const [unix, fileMode] = [3 << 8, 0o100644 * 0x10000];

/** Bytes before the name in the record before a member's data, and in that in the directory; fields that both share. */
const [localSize, directorySize, sharedSize] = [30, 46, 26] as const;

/** Returns the record before a member's data. */
function localRecord(
  method: number,
  sum: number,
  packed: number,
  size: number,
  name: Uint8Array,
): Buffer {
  const record = Buffer.alloc(localSize + name.length);
  record.write('PK\x03\x04', 0, 'latin1');
  record.writeUInt16LE(version, 4);
  record.writeUInt16LE(utf8, 6);
  record.writeUInt16LE(method, 8);
  record.writeUInt16LE(firstDay, 12);
  record.writeUInt32LE(sum, 14);
  record.writeUInt32LE(packed, 18);
  record.writeUInt32LE(size, 22);
  record.writeUInt16LE(name.length, 26);
  record.set(name, localSize);
  return record;
}

/** Returns the record of a member in the directory. */
function directoryRecord(local: Buffer, at: number): Buffer {
  const record = Buffer.alloc(local.length - localSize + directorySize);
  record.write('PK\x01\x02', 0, 'latin1');
  record.writeUInt16LE(unix | version, 4);
  local.copy(record, 6, 4, 4 + sharedSize);
  record.writeUInt32LE(fileMode, 38);
  record.writeUInt32LE(at, 42);
  local.copy(record, directorySize, localSize);
  return record;
}

/** Returns the record at the end of a file. */
function endRecord(members: number, size: number, at: number): Buffer {
  const record = Buffer.alloc(22);
  record.write('PK\x05\x06', 0, 'latin1');
  record.writeUInt16LE(members, 8);
  record.writeUInt16LE(members, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(at, 16);
  return record;
}

/**
 * Yields the bytes of a ZIP file; only its directory is in memory. The last member is the first in the directory, so that
 * a list of the others, known only at the end, is shown above them.
 *
 * @throws RangeError where the members exceed the format's limits without ZIP64
 */
export function* zipFile(members: Iterable<ZipMember>): Generator<Uint8Array> {
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name: written, bytes, sum = crc32(bytes) } of members) {
    const name = Buffer.from(written);
    const deflated = deflateRawSync(bytes, deflateOptions(bytes.length));
    const isSmaller = deflated.length < bytes.length;
    const data = isSmaller ? deflated : bytes;
    const record = localRecord(isSmaller ? 8 : 0, sum, data.length, bytes.length, name);
    directory.push(directoryRecord(record, at));
    yield record;
    yield data;
    at += record.length + data.length;
  }
  const last = directory.pop();
  if (last !== undefined) directory.unshift(last);
  const records = Buffer.concat(directory);
  if (directory.length > 0xffff || at + records.length > 0xffffffff) {
    throw new RangeError('too much for a ZIP file');
  }
  yield records;
  yield endRecord(directory.length, records.length, at);
}
