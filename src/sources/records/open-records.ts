import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { LegacyEncoding } from '../../model/article.ts';
import { openSeed, unreadable } from '../seed-file.ts';
import type { FoundSeed } from '../walk.ts';
import { type RecordBatch, recordBatcher } from './batches.ts';
import { toUtf8 } from './to-utf8.ts';

/** Bytes of one read from the disk. */
const chunkBytes = 256 * 1024;

/**
 * Streams a multi-record seed in batches, decompressing gzip.
 *
 * @param declared the encoding declared for it in the site's settings
 * @returns batches in the order of the seed; where the seed cannot be read, or not to its end, the
 *   last has a diagnostic. Never throws
 */
export async function* openRecords(
  seed: Pick<FoundSeed, 'path' | 'absolute' | 'records' | 'gzipped'>,
  declared?: LegacyEncoding,
): AsyncGenerator<RecordBatch> {
  const { path, absolute, records: form = 'jsonl', gzipped = false } = seed;
  const { value: open, diagnostics } = openSeed({ path, absolute }, Number.POSITIVE_INFINITY);
  if (open === undefined) {
    yield { records: [], diagnostics };
    return;
  }
  const batcher = recordBatcher(path, form, declared);
  try {
    const file = createReadStream('', { fd: open.descriptor, highWaterMark: chunkBytes });
    const bytes = gzipped
      ? pipeline(file, createGunzip({ chunkSize: chunkBytes }), () => {})
      : file;
    for await (const chunk of toUtf8(bytes)) yield* batcher.push(chunk, false);
    yield* batcher.push(Buffer.alloc(0), true);
    yield* batcher.flush();
  } catch (error) {
    yield* batcher.flush();
    yield { records: [], diagnostics: [unreadable(path, error)] };
  }
}
