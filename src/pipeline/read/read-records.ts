import type { Config } from '../../model/config.ts';
import type { Outcome } from '../../model/diagnostic.ts';
import { maxSidecarBytes } from '../../model/limits.ts';
import type { RawRecord } from '../../model/record.ts';
import { sha256 } from '../../publish/sha256.ts';
import { declaredEncoding } from '../../sources/encodings/declared.ts';
import { readSidecar } from '../../sources/read-document.ts';
import { readRecord } from '../../sources/records/read-record.ts';
import { readSeed } from '../../sources/seed-file.ts';
import type { FoundSeed } from '../../sources/walk.ts';
import type { DocumentResult, RecordDefaults, Task } from '../workers/tasks.ts';
import { compileDocument } from './compile-document.ts';

/** Reads the sidecar of a seed of records, where it has one: what it says holds for all of them. */
export function readDefaults(
  { path, sidecar }: FoundSeed,
  { encodings }: Config,
): Outcome<RecordDefaults> {
  const nothing = { metadata: {}, hash: undefined };
  if (sidecar === undefined) return { value: nothing, diagnostics: [] };
  const { value: bytes, diagnostics } = readSeed(sidecar, maxSidecarBytes);
  if (bytes === undefined) return { value: nothing, diagnostics };
  const read = readSidecar(
    { path: sidecar.path, bytes },
    { declared: declaredEncoding(path, encodings) },
  );
  return {
    value: { metadata: read.value, hash: sha256(bytes) },
    diagnostics: read.diagnostics,
  };
}

/**
 * Returns the hash of all that the reading of a record follows from.
 *
 * @param hash that of its bytes
 * @param shared what holds for all records of its seed
 */
function contentKey({ line, text, decoded }: RawRecord, hash: string, shared: string): string {
  // In an old encoding a short record reads as the one before it, and the first says so.
  const how = decoded && JSON.stringify([text, decoded.diagnostics]);
  return sha256(Buffer.from(`${hash} ${line} ${shared}${how ?? ''}`));
}

/**
 * Reads records that belong to one seed; one whose bytes are known is not read again.
 *
 * @returns one result a record, in their order
 */
export function readRecords(
  { seed, defaults, columns, records }: Extract<Task, { do: 'read-records' }>,
  config: Config,
): readonly DocumentResult[] {
  // Another first row is another meaning of every row.
  const shared = `${defaults.hash ?? ''} ${columns === undefined ? '' : JSON.stringify(columns)}`;
  const { path } = seed;
  const context = { path, columns, settings: config.records, defaults: defaults.metadata };
  return records.map(({ record, known }) => {
    const bytes = record.decoded?.received ?? Buffer.from(record.text);
    const hash = sha256(bytes);
    const content = contentKey(record, hash, shared);
    if (content === known) return 'same';
    const place = { seed: path, ordinal: record.ordinal };
    return compileDocument(readRecord(record, context, hash), place, content, config, bytes);
  });
}
