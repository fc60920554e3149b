import { read } from 'node:fs';
import { promisify } from 'node:util';
import { createGunzip, type Gunzip } from 'node:zlib';
import { maxGzipDamages, maxUnpackRatio, minUnpackedBytes } from '../model/limits.ts';
import { hasCode } from '../model/system-error.ts';
import { findMember, isMember, type PackedBytes, skipPadding } from './gzip-members.ts';

/**
 * What is wrong with a gzip file: it ends too early (`cut`), its compressed data are invalid (`data`), the text
 * does not fit its checksum (`checksum`), other bytes follow the compressed ones (`garbage`), it is no gzip at
 * all (`not-gzip`), or it unpacks to far more than any text (`ratio`).
 */
export type GzipFault = 'cut' | 'data' | 'checksum' | 'garbage' | 'not-gzip' | 'ratio';

/** A damaged place of a gzip file. */
export interface GzipDamage {
  readonly fault: GzipFault;
  /** Offset of the first byte that could not be unpacked. */
  readonly offset: number;
  /** Offset of the next compressed part, from which reading continues; undefined where there is none. */
  readonly resumed: number | undefined;
}

/**
 * Stands in the unpacked stream where a damaged part was left out: what comes before it has no end, what comes
 * after it may have no beginning. A line feed, so that readers of lines need not know it.
 */
export const gap: Buffer = Buffer.from('\n');

/** Bytes of one read from the disk, and of unpacked bytes held at once. */
const chunkBytes = 256 * 1024;

/** Compressed bytes that are unpacked at once; after an error they are unpacked one by one. */
const pieceBytes = 64 * 1024;

/** How the unpacking of consecutive gzip members ended, at an offset of the file. */
interface RunEnd {
  readonly fault: GzipFault | 'padding' | undefined;
  readonly offset: number;
}

const readAt = promisify(read);

/** Returns the bytes of an open file; the caller closes the descriptor. */
export const packedFile = (descriptor: number): PackedBytes => ({
  async *from(start) {
    for (let at = start; ; ) {
      const buffer = Buffer.allocUnsafe(chunkBytes);
      const { bytesRead } = await readAt(descriptor, buffer, 0, chunkBytes, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  },
});

function faultOf(error: Error): GzipFault {
  if (/incorrect header check/.test(error.message)) return 'garbage';
  if (/incorrect (?:data|length) check/.test(error.message)) return 'checksum';
  return hasCode(error, 'Z_BUF_ERROR') ? 'cut' : 'data';
}

/** Writes bytes to a decompressor and yields what they unpack to; returns its error, where it has one. */
async function* unpackPiece(
  gunzip: Gunzip,
  piece: Buffer | undefined,
): AsyncGenerator<Buffer, Error | undefined> {
  let isDone = false;
  let error: Error | undefined;
  let wake = (): void => {};
  const finish = (reason?: Error | null): void => {
    isDone = true;
    error ??= reason ?? undefined;
    wake();
  };
  const notice = (): void => wake();
  gunzip.on('readable', notice).once('error', finish).once('end', finish);
  if (piece === undefined) gunzip.end();
  else gunzip.write(piece, finish);
  for (;;) {
    const isLast = isDone;
    for (let out: unknown = gunzip.read(); Buffer.isBuffer(out); out = gunzip.read()) yield out;
    if (isLast) break;
    if (!isDone) await new Promise<void>((resolve) => (wake = resolve));
  }
  gunzip.off('readable', notice).off('error', finish).off('end', finish);
  return error;
}

function* piecesOf(chunk: Buffer, at: number, fineFrom: number): Generator<Buffer> {
  for (let i = 0; i < chunk.length; ) {
    const isFine = at + i >= fineFrom;
    const end = isFine
      ? i + 1
      : Math.min(i + pieceBytes, at + i + pieceBytes > fineFrom ? fineFrom - at : chunk.length);
    yield chunk.subarray(i, end);
    i = end;
  }
}

/**
 * Unpacks consecutive gzip members.
 *
 * @param fineFrom offset from which bytes are unpacked one by one, so that an error loses nothing before it
 */
async function* unpackRun(
  packed: PackedBytes,
  start: number,
  fineFrom: number,
): AsyncGenerator<Buffer, RunEnd> {
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  // An error between two pieces is that of the next one.
  gunzip.on('error', () => {});
  let [at, given] = [start, 0];
  try {
    for await (const chunk of packed.from(start)) {
      if (!Buffer.isBuffer(chunk)) continue;
      for (const piece of piecesOf(chunk, at, fineFrom)) {
        const unpacked = unpackPiece(gunzip, piece);
        let next = await unpacked.next();
        for (; next.done !== true; next = await unpacked.next()) {
          given += next.value.length;
          yield next.value;
          const isText = given < (at - start + piece.length) * maxUnpackRatio;
          if (given > minUnpackedBytes && !isText) return { fault: 'ratio', offset: at };
        }
        if (next.value !== undefined) return { fault: faultOf(next.value), offset: at };
        at += piece.length;
        // Node's decompressor ends at a zero byte after a member.
        const end = start + gunzip.bytesWritten;
        if (end < at) return { fault: 'padding', offset: end };
      }
    }
    const error = yield* unpackPiece(gunzip, undefined);
    return { fault: error === undefined ? undefined : faultOf(error), offset: at };
  } finally {
    gunzip.destroy();
  }
}

/** Yields the bytes after the first `count` of a stream. */
async function* afterFirst<R>(
  stream: AsyncGenerator<Buffer, R>,
  count: number,
): AsyncGenerator<Buffer, R> {
  let skipped = 0;
  for (;;) {
    const next = await stream.next();
    if (next.done === true) return next.value;
    const from = Math.min(count - skipped, next.value.length);
    skipped += from;
    if (from < next.value.length) yield next.value.subarray(from);
  }
}

/**
 * Unpacks consecutive gzip members up to a damage, with every byte before it: a decompressor that fails loses
 * what it unpacked last, so the members are unpacked again, byte by byte at the place of the error.
 */
async function* unpackExactly(packed: PackedBytes, start: number): AsyncGenerator<Buffer, RunEnd> {
  let given = 0;
  const run = unpackRun(packed, start, Number.POSITIVE_INFINITY);
  let next = await run.next();
  for (; next.done !== true; next = await run.next()) {
    given += next.value.length;
    yield next.value;
  }
  const { fault, offset } = next.value;
  const isExact = fault !== 'data' && fault !== 'checksum' && fault !== 'garbage';
  return isExact ? next.value : yield* afterFirst(unpackRun(packed, start, offset), given);
}

/** Returns what is wrong at the end of a run. */
function damageOf({ fault, offset }: RunEnd): Omit<GzipDamage, 'resumed'> | undefined {
  if (fault === undefined || fault === 'padding') return undefined;
  // The second byte of a header tells that it is none.
  if (fault === 'garbage') return { fault, offset: Math.max(0, offset - 1) };
  return { fault, offset };
}

/**
 * Unpacks a gzip file (RFC 1952) of any size. What was unpacked before a damage is yielded, then `gap`, then
 * the next sound members, where there are any.
 *
 * @param report called for each damaged place
 * @throws the error of reading the bytes
 */
export async function* unpackGzip(
  packed: PackedBytes,
  report: (damage: GzipDamage) => void,
): AsyncGenerator<Buffer> {
  let damages = 0;
  for (let start = 0; ; ) {
    const end = yield* unpackExactly(packed, start);
    if (end.fault === undefined) return;
    let damage = damageOf(end);
    if (damage === undefined) {
      const next = await skipPadding(packed.from(end.offset), end.offset);
      if (next === undefined) return;
      start = next;
      if (await isMember(packed, next)) continue;
      damage = { fault: 'garbage', offset: next };
    }
    damages += 1;
    const mayResume = damage.fault !== 'ratio' && damage.fault !== 'cut';
    const resumed =
      mayResume && damages < maxGzipDamages
        ? await findMember(packed.from(damage.offset), damage.offset)
        : undefined;
    const isOther = damage.offset === 0 && damage.fault === 'garbage' && resumed === undefined;
    report({ ...damage, ...(isOther ? { fault: 'not-gzip' } : {}), resumed });
    if (resumed === undefined) return;
    yield gap;
    start = resumed;
  }
}
