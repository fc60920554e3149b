import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { RawRecord } from './records/record.ts';
import type { FoundSeed } from './walk.ts';

export type { RawRecord } from './records/record.ts';

/** Records that were read together. */
export interface RecordBatch {
  readonly records: readonly RawRecord[];
  readonly diagnostics: readonly Diagnostic[];
}

const batchSize = 64;

/** Streams a seed of many records in batches. */
export async function* openRecords(seed: FoundSeed): AsyncGenerator<RecordBatch> {
  const file = createReadStream(seed.absolute);
  const stream = seed.gzipped === true ? file.pipe(createGunzip()) : file;
  let rest: Buffer = Buffer.alloc(0);
  let line = 0;
  let records: RawRecord[] = [];
  for await (const piece of stream as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    let start = 0;
    for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
      line += 1;
      records.push({ ordinal: line, line, text: bytes.toString('utf8', start, end) });
      start = end + 1;
      if (records.length < batchSize) continue;
      yield { records, diagnostics: [] };
      records = [];
    }
    rest = bytes.subarray(start);
  }
  if (records.length > 0) yield { records, diagnostics: [] };
}
