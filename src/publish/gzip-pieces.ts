import { constants, crc32, deflateRawSync } from 'node:zlib';

/**
 * A part of a gzip file that can be joined with others: its checksum and its length, then its deflate blocks, which
 * refer to no other part and end at a byte. One member of several parts, because browsers, and hosts' own unpacking,
 * read the first member of a file only (RFC 1952, 2.2 allows several).
 */

/** Bytes before the blocks of a part. */
const headBytes = 8;

/** Signature, deflate, no flags, no time; the system is left open. */
const header = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);

/** An empty last block. */
const lastBlock = Uint8Array.of(3, 0);

/** Least room for the blocks of a part, which zlib demands. */
const leastRoom = 64;

/** Returns bytes as a part of a gzip file. */
export function gzipPiece(bytes: Uint8Array, level: number): Uint8Array {
  // Room for all blocks of a text at once: in zlib's usual room they are made in many parts, which are copied in the end.
  const chunkSize = Math.max(leastRoom, bytes.length >>> 1);
  const blocks = deflateRawSync(bytes, { level, chunkSize, finishFlush: constants.Z_SYNC_FLUSH });
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(crc32(bytes), 0);
  head.writeUInt32LE(bytes.length, 4);
  return Buffer.concat([head, blocks]);
}

/** Applies a matrix over GF(2), given by its columns. */
function times(matrix: Uint32Array, vector: number): number {
  let product = 0;
  for (let rest = vector, i = 0; rest !== 0; rest >>>= 1, i += 1) {
    if ((rest & 1) === 1) product ^= matrix[i] ?? 0;
  }
  return product >>> 0;
}

const square = (matrix: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> =>
  matrix.map((column) => times(matrix, column));

/** The operators of 1, 2, 4, … zero bytes, as far as they were needed. */
const zeros: Uint32Array[] = [];

/** Returns the operator of 2 to the `power` zero bytes. */
function zerosOf(power: number): Uint32Array {
  // The operator of one zero bit; each square doubles the number of zeros.
  let matrix = Uint32Array.from({ length: 32 }, (_, i) => (i === 0 ? 0xedb88320 : 2 ** (i - 1)));
  for (let n = 0; n < power + 3; n += 1) matrix = square(matrix);
  return matrix;
}

/** Returns the checksum of two texts joined, from that of each and the length of the second, as zlib does. */
function joinedChecksum(first: number, second: number, secondBytes: number): number {
  let checksum = first;
  for (let bytes = secondBytes, power = 0; bytes > 0; bytes = Math.floor(bytes / 2), power += 1) {
    if (bytes % 2 === 0) continue;
    zeros[power] ??= zerosOf(power);
    checksum = times(zeros[power] as Uint32Array, checksum);
  }
  return (checksum ^ second) >>> 0;
}

/** Yields a gzip file of one member that joins some parts; each is done with when the next is asked for. */
export function* gzipOfPieces(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  yield header;
  let [checksum, length] = [0, 0];
  for (const piece of pieces) {
    const head = new DataView(piece.buffer, piece.byteOffset, headBytes);
    const bytes = head.getUint32(4, true);
    checksum = joinedChecksum(checksum, head.getUint32(0, true), bytes);
    length = (length + bytes) % 2 ** 32;
    yield piece.subarray(headBytes);
  }
  const trailer = new DataView(new ArrayBuffer(8));
  trailer.setUint32(0, checksum, true);
  trailer.setUint32(4, length, true);
  yield lastBlock;
  yield new Uint8Array(trailer.buffer);
}
