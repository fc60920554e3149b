import type { Config } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { maxSidecarBytes } from '../model/limits.ts';
import type { Metadata } from '../model/metadata.ts';
import { readSidecar } from '../sources/read-document.ts';
import { readRecord } from '../sources/records/read-record.ts';
import { readSeed } from '../sources/seed-file.ts';
import type { FoundFile } from '../sources/walk.ts';
import { compile } from './compile.ts';
import { sha256 } from './sha256.ts';
import type { ReadingResult, Task } from './tasks.ts';

/** What the sidecar of a seed of records says for all of them. */
interface Beside {
  readonly defaults: Metadata;
  /** Empty where there is none. */
  readonly hash: string;
  readonly diagnostics: readonly Diagnostic[];
}

function readBeside(sidecar: FoundFile | undefined): Beside {
  if (sidecar === undefined) return { defaults: {}, hash: '', diagnostics: [] };
  const { value: bytes, diagnostics } = readSeed(sidecar, maxSidecarBytes);
  if (bytes === undefined) return { defaults: {}, hash: '-', diagnostics };
  const read = readSidecar({ path: sidecar.path, bytes });
  return {
    defaults: read.value,
    hash: sha256(bytes),
    diagnostics: [...diagnostics, ...read.diagnostics],
  };
}

/**
 * Reads records that belong to one seed. What is wrong with the sidecar is said with the first record.
 *
 * @returns one result a record, in their order
 */
export function readRecords(
  { seed, columns, records }: Extract<Task, { do: 'read-records' }>,
  config: Config,
): readonly ReadingResult[] {
  const beside = readBeside(seed.sidecar);
  // Another first row is another meaning of every row.
  const shared = `${beside.hash} ${columns === undefined ? '' : JSON.stringify(columns)}`;
  const { path } = seed;
  const context = { path, columns, reading: config.records, defaults: beside.defaults };
  return records.map(({ record, known }) => {
    const hash = sha256(Buffer.from(record.text));
    const content = sha256(Buffer.from(`${hash} ${record.line} ${shared}`));
    if (content === known) return 'same';
    const read = readRecord(record, context, hash);
    const diagnostics =
      record.ordinal === 1 ? [...beside.diagnostics, ...read.diagnostics] : read.diagnostics;
    const place = { seed: path, ordinal: record.ordinal };
    return compile({ value: read.value, diagnostics }, place, content, config);
  });
}
