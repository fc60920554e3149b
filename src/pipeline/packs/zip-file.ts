import { crc32, deflateRawSync } from 'node:zlib';

/**
 * ZIP files as PKWARE's APPNOTE 6.3 describes them, without what packs of texts do not need: encryption, ZIP64, descriptors
 * behind the data. The library for ZIP files (yauzl) only reads; one that writes would be used for these fixed records.
 */

/**
 * A smaller file by 2 % at level 6 takes a sixth more time, at level 9 a third. Smaller tables than zlib's usual ones take
 * a fifth less time for a text of some kilobytes, with the same size.
 */
const deflate = { level: 4, memLevel: 6 } as const;

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

/** Returns the part that the records of a member before its data and in the directory share. */
function sharedFields(
  method: number,
  sum: number,
  packed: number,
  size: number,
  name: Uint8Array,
): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(version, 0);
  fields.writeUInt16LE(utf8, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt16LE(firstDay, 8);
  fields.writeUInt32LE(sum, 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

/** Returns the record of a member in the directory. */
function directoryRecord(shared: Buffer, name: Uint8Array, at: number): Buffer {
  const record = Buffer.alloc(20 + shared.length);
  record.write('PK\x01\x02', 0, 'latin1');
  record.writeUInt16LE(unix | version, 4);
  shared.copy(record, 6);
  record.writeUInt32LE(fileMode, 38);
  record.writeUInt32LE(at, 42);
  return Buffer.concat([record, name]);
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
    const deflated = deflateRawSync(bytes, deflate);
    const isSmaller = deflated.length < bytes.length;
    const data = isSmaller ? deflated : bytes;
    const shared = sharedFields(isSmaller ? 8 : 0, sum, data.length, bytes.length, name);
    directory.push(directoryRecord(shared, name, at));
    const record = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, name]);
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
