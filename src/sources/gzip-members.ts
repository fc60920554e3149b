import { constants, gunzipSync } from 'node:zlib';
import { maxUnpackRatio } from '../model/limits.ts';

/** Compressed bytes that can be read from any offset, again and again. */
export interface PackedBytes {
  readonly from: (offset: number) => AsyncIterable<unknown>;
}

/** Compressed bytes by which the start of a member is recognised. */
const probeBytes = 512;

/** The first bytes of a member that uses DEFLATE (RFC 1952, 2.3.1). */
const memberStart = Buffer.from([0x1f, 0x8b, 0x08]);

/** Tells whether bytes are the beginning of a gzip member, or a whole one. */
function startsMember(bytes: Buffer): boolean {
  // Reserved flags must be zero.
  if (((bytes[3] ?? 0xff) & 0xe0) !== 0) return false;
  try {
    // Z_SYNC_FLUSH accepts the beginning of a stream.
    const finishFlush = constants.Z_SYNC_FLUSH;
    gunzipSync(bytes, { finishFlush, maxOutputLength: probeBytes * 8 * maxUnpackRatio });
    return true;
  } catch (error) {
    // A whole member with other bytes after it.
    return error instanceof Error && /incorrect header check/.test(error.message);
  }
}

/**
 * Returns the offset of the next gzip member.
 *
 * @param chunks the bytes from an offset on
 * @param from that offset
 * @returns undefined where there is none
 */
export async function findMember(
  chunks: AsyncIterable<unknown>,
  from: number,
): Promise<number | undefined> {
  let rest: Buffer = Buffer.alloc(0);
  let offset = from;
  const search = (isLast: boolean): number | undefined => {
    let at = rest.indexOf(memberStart);
    while (at !== -1) {
      if (!isLast && rest.length - at < probeBytes) break;
      if (startsMember(rest.subarray(at, at + probeBytes))) return offset + at;
      at = rest.indexOf(memberStart, at + 1);
    }
    const keptFrom = at === -1 ? Math.max(0, rest.length - memberStart.length + 1) : at;
    rest = rest.subarray(keptFrom);
    offset += keptFrom;
    return undefined;
  };
  for await (const chunk of chunks) {
    if (!Buffer.isBuffer(chunk)) continue;
    rest = Buffer.concat([rest, chunk]);
    const found = search(false);
    if (found !== undefined) return found;
  }
  return search(true);
}

/** Tells whether a gzip member begins at an offset. */
export async function isMember(packed: PackedBytes, offset: number): Promise<boolean> {
  for await (const chunk of packed.from(offset)) {
    return Buffer.isBuffer(chunk) && chunk.indexOf(memberStart) === 0;
  }
  return false;
}

const zeros = Buffer.alloc(256 * 1024);

/** Returns the offset of the first byte that is not zero; undefined where there is none. */
export async function skipPadding(
  chunks: AsyncIterable<unknown>,
  from: number,
): Promise<number | undefined> {
  let offset = from;
  for await (const chunk of chunks) {
    if (!Buffer.isBuffer(chunk)) continue;
    const isZero = chunk.equals(zeros.subarray(0, chunk.length));
    const at = isZero ? -1 : chunk.findIndex((byte) => byte !== 0);
    if (at !== -1) return offset + at;
    offset += chunk.length;
  }
  return undefined;
}
