import type { Config } from '../model/config.ts';
import type { Outcome } from '../model/diagnostic.ts';
import { maxSidecarBytes } from '../model/limits.ts';
import type { Metadata } from '../model/metadata.ts';
import { declaredEncoding } from '../sources/encodings/declared.ts';
import { readSidecar } from '../sources/read-document.ts';
import { readRecord } from '../sources/records/read-record.ts';
import { readSeed } from '../sources/seed-file.ts';
import type { FoundSeed } from '../sources/walk.ts';
import { compile } from './compile.ts';
import { sha256 } from './sha256.ts';
import type { ReadingResult, Task } from './tasks.ts';

/** What the sidecar of a seed of records says for all of them. */
export interface Beside {
  readonly defaults: Metadata;
  /** Empty where there is none, or none that can be read. */
  readonly hash: string;
}

/** Reads the sidecar of a seed of records, where it has one. */
export function readBeside({ path, sidecar }: FoundSeed, { encodings }: Config): Outcome<Beside> {
  const nothing = { defaults: {}, hash: '' };
  if (sidecar === undefined) return { value: nothing, diagnostics: [] };
  const { value: bytes, diagnostics } = readSeed(sidecar, maxSidecarBytes);
  if (bytes === undefined) return { value: nothing, diagnostics };
  const read = readSidecar(
    { path: sidecar.path, bytes },
    { declared: declaredEncoding(path, encodings) },
  );
  return {
    value: { defaults: read.value, hash: sha256(bytes) },
    diagnostics: read.diagnostics,
  };
}

/**
 * Reads records that belong to one seed.
 *
 * @returns one result a record, in their order
 */
export function readRecords(
  { seed, beside, columns, records }: Extract<Task, { do: 'read-records' }>,
  config: Config,
): readonly ReadingResult[] {
  // Another first row is another meaning of every row.
  const shared = `${beside.hash} ${columns === undefined ? '' : JSON.stringify(columns)}`;
  const { path } = seed;
  const context = { path, columns, reading: config.records, defaults: beside.defaults };
  return records.map(({ record, known }) => {
    const bytes = record.decoded?.received ?? Buffer.from(record.text);
    const hash = sha256(bytes);
    // In an old encoding a short record reads as the one before it, and the first says so.
    const how = record.decoded && JSON.stringify([record.text, record.decoded.diagnostics]);
    const content = sha256(Buffer.from(`${hash} ${record.line} ${shared}${how ?? ''}`));
    if (content === known) return 'same';
    const place = { seed: path, ordinal: record.ordinal };
    return compile(readRecord(record, context, hash), place, content, config, bytes);
  });
}
