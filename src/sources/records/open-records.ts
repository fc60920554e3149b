import { closeSync, createReadStream } from 'node:fs';
import type { LegacyEncoding } from '../../model/article.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { openSeed, unreadable } from '../seed-file.ts';
import { type GzipDamage, gap, packedFile, unpackGzip } from '../unpack-gzip.ts';
import type { FoundSeed } from '../walk.ts';
import { type RecordBatch, recordBatcher } from './batches.ts';
import { toUtf8 } from './to-utf8.ts';

/** Bytes of one read from the disk. */
const chunkBytes = 256 * 1024;

/** Returns the diagnostic of a damaged place in a gzip file, a seed or another. */
export const gzipDamaged = (
  file: string,
  { fault, offset, resumed = -1 }: GzipDamage,
  isSeed: boolean,
): Diagnostic => ({
  ...({ rule: 'gzip-damaged', severity: 'error', file } as const),
  values: { fault, offset, resumed, isSeed },
});

/**
 * Streams a multi-record seed in batches, decompressing gzip.
 *
 * @param declared the encoding declared for it in the site's settings
 * @param usual that of most of its records, for those that are too short to show theirs
 * @returns batches in the order of the seed; where the seed cannot be read, or not to its end, the
 *   last has a diagnostic. A damaged gzip file is read up to the damage and from the next sound part on.
 *   Never throws
 */
export async function* openRecords(
  seed: Pick<FoundSeed, 'path' | 'absolute' | 'records' | 'gzipped'>,
  declared?: LegacyEncoding,
  usual?: LegacyEncoding,
): AsyncGenerator<RecordBatch> {
  const { path, absolute, records: form = 'jsonl', gzipped = false } = seed;
  const { value: open, diagnostics } = openSeed({ path, absolute }, Number.POSITIVE_INFINITY);
  if (open === undefined) {
    yield { records: [], diagnostics };
    return;
  }
  const batcher = recordBatcher(path, form, declared, usual);
  const damages: Diagnostic[] = [];
  let isWhole = true;
  function report(damage: GzipDamage): void {
    damages.push(gzipDamaged(path, damage, true));
    isWhole = damage.fault === 'garbage' || damage.fault === 'checksum';
  }
  const { descriptor } = open;
  try {
    const bytes = gzipped
      ? unpackGzip(packedFile(descriptor), report)
      : createReadStream('', { fd: descriptor, highWaterMark: chunkBytes });
    for await (const chunk of toUtf8(bytes)) {
      if (chunk === gap && !isWhole) yield* batcher.breakOff();
      else yield* batcher.push(chunk, false);
      if (chunk === gap) {
        yield* batcher.flush();
        yield { records: [], diagnostics: damages.splice(0) };
        isWhole = true;
      }
    }
    // A record cut in its middle may look like a whole one.
    if (isWhole) yield* batcher.push(Buffer.alloc(0), true);
    else yield* batcher.breakOff();
    yield* batcher.flush();
    if (damages.length > 0) yield { records: [], diagnostics: damages };
  } catch (error) {
    yield* batcher.flush();
    yield { records: [], diagnostics: [unreadable(path, error)] };
  } finally {
    if (gzipped) closeSync(descriptor);
  }
}
