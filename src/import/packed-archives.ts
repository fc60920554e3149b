import { closeSync, createReadStream, openSync } from 'node:fs';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { Diagnostic } from '../model/diagnostic.ts';
import {
  maxRepackRatio,
  maxUnpackRatio,
  maxZipEntries,
  minUnpackedBytes,
} from '../model/limits.ts';
import { messageOf } from '../model/system-error.ts';
import type { PackedBytes } from '../sources/gzip-members.ts';
import { gzipDamaged } from '../sources/records/open-records.ts';
import { type GzipDamage, packedFile, unpackGzip } from '../sources/unpack-gzip.ts';
import type { ImportSource } from './import-source.ts';

type Report = (diagnostic: Diagnostic) => void;

/** Bytes of one read from the disk. */
const chunkBytes = 256 * 1024;

/** The WARC files in a WACZ package (WACZ 1.1.1, section 5.1). */
const packedArchive = /^archive\/[^/]+\.warc(?:\.gz)?$/i;

/** Returns a function that reports the damages of a gzip file; a truncated one as other files. */
export const damageReporter =
  (file: string, report: Report) =>
  (damage: GzipDamage): void => {
    const cut = { rule: 'import-cut-short', severity: 'error', file, values: {} } as const;
    report(damage.fault === 'cut' ? cut : gzipDamaged(file, damage, false));
  };

/**
 * Streams a file, unpacked where it is gzip; `gap` stands for damaged parts.
 *
 * @throws the file system's error
 */
export async function* openUnpacked(
  { path, absolute, gzipped }: ImportSource,
  report: Report,
): AsyncGenerator<unknown> {
  if (!gzipped) {
    yield* createReadStream(absolute, { highWaterMark: chunkBytes });
    return;
  }
  const descriptor = openSync(absolute, 'r');
  try {
    yield* unpackGzip(packedFile(descriptor), damageReporter(path, report));
  } finally {
    closeSync(descriptor);
  }
}

/** Returns the bytes of an entry, which can be read again. */
const packedEntry = (zip: ZipFile, entry: Entry): PackedBytes => ({
  async *from(offset) {
    let skipped = 0;
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      if (!Buffer.isBuffer(chunk)) continue;
      const from = Math.min(offset - skipped, chunk.length);
      skipped += from;
      if (from < chunk.length) yield chunk.subarray(from);
    }
  },
});

/** Tells whether an entry claims to unpack to more than any web archive does. */
function isBomb({ compressedSize, uncompressedSize }: Entry, isGzip: boolean): boolean {
  if (isGzip) return uncompressedSize > (compressedSize + chunkBytes) * maxRepackRatio;
  return uncompressedSize > minUnpackedBytes && uncompressedSize > compressedSize * maxUnpackRatio;
}

/** Yields the chunks of a stream; an error ends it and is passed on. */
async function* untilError(
  chunks: AsyncIterable<unknown>,
  onError: (error: unknown) => void,
): AsyncGenerator<unknown> {
  try {
    yield* chunks;
  } catch (error) {
    onError(error);
  }
}

/** Yields the web archives in a package, one at a time; those with a fault are reported and passed over. */
async function* packedArchives(
  zip: ZipFile,
  file: string,
  report: Report,
): AsyncGenerator<AsyncIterable<unknown>> {
  const fault = (name: string, reason: string): void =>
    report({ rule: 'zip-entry', severity: 'error', file, values: { name, reason } });
  let [entries, packedBytes] = [0, 0];
  for await (const entry of zip.eachEntry()) {
    entries += 1;
    if (entries > maxZipEntries) {
      fault('', 'entries');
      return;
    }
    const name = String(entry.fileName);
    if (!packedArchive.test(name)) continue;
    const isGzip = /\.gz$/i.test(name);
    packedBytes += entry.compressedSize;
    if (packedBytes > zip.fileSize) fault(name, 'overlap');
    else if (isBomb(entry, isGzip)) fault(name, 'ratio');
    else {
      const packed = packedEntry(zip, entry);
      const unpacked = isGzip ? unpackGzip(packed, damageReporter(file, report)) : packed.from(0);
      yield untilError(unpacked, (error) => fault(name, messageOf(error)));
    }
  }
}

/**
 * Yields the web archives in a source: itself, or those of a WACZ package.
 *
 * @throws the file system's error, or that of a malformed package
 */
export async function* archivesIn(
  source: ImportSource,
  report: Report,
): AsyncGenerator<AsyncIterable<unknown>> {
  if (!source.isZip) {
    yield openUnpacked(source, report);
    return;
  }
  // Names are compared, never opened, so that none is refused.
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false } as const;
  const zip = await openPromise(source.absolute, options);
  try {
    yield* packedArchives(zip, source.path, report);
  } finally {
    zip.close();
  }
}
