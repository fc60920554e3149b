import type { Catalogue } from '../../catalogue/database.ts';
import { diagnosticRemover, diagnosticWriter, stages } from '../../catalogue/diagnostics.ts';
import { contentHashReader, hasNoDocuments, seedReadingReader } from '../../catalogue/seeds.ts';
import type { Config } from '../../model/config.ts';
import { type Diagnostic, isUnread } from '../../model/diagnostic.ts';
import type { DocumentRef } from '../../model/document.ts';
import { decisionsHash } from '../../sources/decisions/decisions-of.ts';
import { declaredEncoding } from '../../sources/encodings/declared.ts';
import { openRecords } from '../../sources/records/open-records.ts';
import type { FoundSeed } from '../../sources/walk.ts';
import type { RecordTask, SeedTask, Task } from '../workers/tasks.ts';
import { isSmallRecordFile } from './read-record-file.ts';
import { readDefaults } from './read-records.ts';
import { surveySeed } from './survey-seed.ts';

/** Seeds in one task: enough to amortise the worker round trip. */
const taskSize = 40;

/** Bytes of seeds in one task. */
const taskBytes = 1 << 20;

/** A task that reads documents. */
export type ReadingTask = Extract<Task, { do: 'read-seeds' | 'read-records' | 'read-record-file' }>;

/** A multi-record seed that has been read to its end; it counts as read when all its documents are written. */
export interface FinishedSeed {
  readonly path: string;
  /** Undefined if some of it could not be read, so that the next build reads it again. */
  readonly stamp: string | undefined;
  /** Ordinal of its last record that could be read. */
  readonly last: number;
  /** Whether all of it could be read; else what earlier builds read after `last` is kept. */
  readonly complete: boolean;
}

/** Callbacks invoked while the seeds are divided into tasks. */
export interface ReadingTasksEffects {
  /** A record of an earlier build can no longer be read. */
  readonly forget: (ref: DocumentRef) => void;
  /** A multi-record seed has been read to its end. */
  readonly finish: (seed: FinishedSeed) => void;
}

/** A seed to read, with the stamp to record after reading. */
export interface PendingSeed {
  readonly seed: FoundSeed;
  readonly stamp: string | undefined;
}

/**
 * Yields the tasks that read seeds; each batch of a multi-record seed is one task.
 *
 * @param wholeFiles whether small multi-record seeds are one task each, where the catalogue has no documents: there are
 *   many for each thread, so that all threads cut and unpack them until the end
 */
export async function* readingTasks(
  catalogue: Catalogue,
  config: Config,
  seeds: Iterable<PendingSeed>,
  wholeFiles: boolean,
  { forget, finish }: ReadingTasksEffects,
): AsyncGenerator<ReadingTask> {
  const readingOf = seedReadingReader(catalogue);
  const records = recordTasks(catalogue, config, wholeFiles && hasNoDocuments(catalogue), forget);
  let batch: SeedTask[] = [];
  let bytes = 0;
  for (const { seed, stamp } of seeds) {
    if (seed.records !== undefined) {
      const read = yield* records(seed, stamp);
      if (read !== undefined) finish(finishedSeed(seed.path, stamp, read));
      continue;
    }
    const { contentHash: knownHash, hadSeveral } = readingOf(seed.path);
    batch.push({ seed, stamp, knownHash, hadSeveral });
    bytes += seed.bytes;
    if (batch.length < taskSize && bytes < taskBytes) continue;
    yield { do: 'read-seeds', seeds: batch };
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield { do: 'read-seeds', seeds: batch };
}

/** The result of reading a multi-record seed to its end. */
export interface RecordsSummary {
  readonly last: number;
  /** Whether all of it could be read. */
  readonly complete: boolean;
}

/** Returns a multi-record seed that has been read to its end. */
export const finishedSeed = (
  path: string,
  stamp: string | undefined,
  { last, complete }: RecordsSummary,
): FinishedSeed => ({ path, stamp: complete ? stamp : undefined, complete, last });

/**
 * Returns a function that divides a multi-record seed into tasks and records the seed's diagnostics; it returns undefined
 * where one task reads the whole seed.
 */
function recordTasks(
  catalogue: Catalogue,
  config: Config,
  wholeFiles: boolean,
  forget: (ref: DocumentRef) => void,
): (
  ...seed: readonly [seed: FoundSeed, stamp: string | undefined]
) => AsyncGenerator<ReadingTask, RecordsSummary | undefined> {
  const knownHashOf = contentHashReader(catalogue, ({ seed, ordinal }, id) =>
    decisionsHash(config.decisions, seed, ordinal, id),
  );
  const write = diagnosticWriter(catalogue);
  const remover = diagnosticRemover(catalogue);
  return async function* (seed, stamp) {
    const { path } = seed;
    remover.removeStageOf(path, stages.records);
    let [last, reported, complete] = [0, 0, true];
    function report(diagnostics: readonly Diagnostic[]): void {
      write({ seed: path, ordinal: last }, stages.records, diagnostics, reported);
      reported += diagnostics.length;
      if (diagnostics.some(isUnread)) complete = false;
    }
    const { value: defaults, diagnostics: sidecarDiagnostics } = readDefaults(seed, config);
    report(sidecarDiagnostics);
    // What the sidecar says may hold every record back.
    if (defaults === undefined || !complete) return { last, complete: false };
    if (wholeFiles && isSmallRecordFile(seed)) {
      yield { do: 'read-record-file', seed, stamp, defaults, reported };
      return undefined;
    }
    const encoding = declaredEncoding(path, config.encodings);
    const reading = await surveySeed(seed, config);
    const batches = openRecords(seed, encoding, reading.encoding);
    for await (const { records, columns, diagnostics } of batches) {
      const tasks: RecordTask[] = [];
      for (const record of records) {
        // Skipped ordinals are records that could not be read; earlier builds may have read them.
        for (let gap = last + 1; complete && gap < record.ordinal; gap += 1) {
          forget({ seed: path, ordinal: gap });
        }
        last = record.ordinal;
        tasks.push({ record, knownHash: knownHashOf({ seed: path, ordinal: record.ordinal }) });
      }
      report(diagnostics);
      if (tasks.length === 0) continue;
      yield { do: 'read-records', seed, defaults, columns, reading, records: tasks };
    }
    return { last, complete };
  };
}
