import type { Catalogue } from '../../catalogue/database.ts';
import { diagnosticRemover, diagnosticWriter, stages } from '../../catalogue/diagnostics.ts';
import { contentHashReader, seedReadingReader } from '../../catalogue/seeds.ts';
import type { Config } from '../../model/config.ts';
import { type Diagnostic, isUnread } from '../../model/diagnostic.ts';
import type { DocumentRef } from '../../model/document.ts';
import type { RecordReading } from '../../model/record.ts';
import { decisionsHash } from '../../sources/decisions/decisions-of.ts';
import { declaredEncoding } from '../../sources/encodings/declared.ts';
import { openRecords } from '../../sources/records/open-records.ts';
import { recordSurvey } from '../../sources/records/survey.ts';
import type { FoundSeed } from '../../sources/walk.ts';
import type { RecordTask, SeedTask, Task } from '../workers/tasks.ts';
import { readDefaults } from './read-records.ts';
import { pendingSeeds } from './scan-seeds.ts';

/** Seeds in one task: enough to amortise the worker round trip. */
const taskSize = 40;

/** Bytes of seeds in one task. */
const taskBytes = 1 << 20;

/** A task that reads documents. */
export type ReadingTask = Extract<Task, { do: 'read-seeds' | 'read-records' }>;

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

/** Yields the tasks that read the pending seeds; each batch of a multi-record seed is one task. */
export async function* readingTasks(
  catalogue: Catalogue,
  config: Config,
  { forget, finish }: ReadingTasksEffects,
): AsyncGenerator<ReadingTask> {
  const readingOf = seedReadingReader(catalogue);
  const records = recordTasks(catalogue, config, forget);
  let batch: SeedTask[] = [];
  let bytes = 0;
  for (const { seed, stamp } of pendingSeeds(catalogue)) {
    if (seed.records !== undefined) {
      const { last, complete } = yield* records(seed);
      finish({ path: seed.path, stamp: complete ? stamp : undefined, complete, last });
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

/**
 * Reads a multi-record seed once for what its records show of each other, before any is read as an article; what is
 * wrong with them is reported then.
 */
async function surveySeed(seed: FoundSeed, config: Config): Promise<RecordReading> {
  const survey = recordSurvey(config.records);
  const encoding = declaredEncoding(seed.path, config.encodings);
  for await (const batch of openRecords(seed, encoding)) survey.push(batch);
  return survey.reading();
}

/** The result of reading a multi-record seed to its end. */
interface RecordsSummary {
  readonly last: number;
  /** Whether all of it could be read. */
  readonly complete: boolean;
}

/** Returns a function that divides a multi-record seed into tasks and records the seed's diagnostics. */
function recordTasks(
  catalogue: Catalogue,
  config: Config,
  forget: (ref: DocumentRef) => void,
): (seed: FoundSeed) => AsyncGenerator<ReadingTask, RecordsSummary> {
  const knownHashOf = contentHashReader(catalogue, ({ seed, ordinal }, id) =>
    decisionsHash(config.decisions, seed, ordinal, id),
  );
  const write = diagnosticWriter(catalogue);
  const remover = diagnosticRemover(catalogue);
  return async function* (seed) {
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
