import type { Catalogue } from '../../catalogue/database.ts';
import { diagnosticRemover, diagnosticWriter, stages } from '../../catalogue/diagnostics.ts';
import { contentHashReader, seedReadingReader } from '../../catalogue/seeds.ts';
import type { Config } from '../../model/config.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { DocumentRef } from '../../model/document.ts';
import { declaredEncoding } from '../../sources/encodings/declared.ts';
import { openRecords } from '../../sources/records/open-records.ts';
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

/** A seed of many records that has been read to its end, which counts as read when all its documents are written. */
export interface FinishedSeed {
  readonly path: string;
  /** Undefined where some of it could not be read, so that it will be tried again. */
  readonly stamp: string | undefined;
  /** Number of its last record. */
  readonly last: number;
}

/** What happens while the seeds are cut into tasks. */
export interface ReadingTasksEffects {
  /** A record of an earlier build could not be read any more. */
  readonly forget: (place: DocumentRef) => void;
  /** A seed of many records has been read to its end. */
  readonly finish: (seed: FinishedSeed) => void;
}

/** Yields the seeds to read as tasks; of a seed of many records each batch is one. */
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
      finish({ path: seed.path, stamp: complete ? stamp : undefined, last });
      continue;
    }
    const { content: known, hadSeveral } = readingOf(seed.path);
    batch.push({ seed, stamp, known, hadSeveral });
    bytes += seed.bytes;
    if (batch.length < taskSize && bytes < taskBytes) continue;
    yield { do: 'read-seeds', seeds: batch };
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield { do: 'read-seeds', seeds: batch };
}

/** What is known of a seed of records when it has been read to its end. */
interface RecordsEnd {
  readonly last: number;
  /** Whether all of it could be read. */
  readonly complete: boolean;
}

/** Returns a function that cuts a seed of many records into tasks and notes what is wrong with the seed. */
function recordTasks(
  catalogue: Catalogue,
  config: Config,
  forget: (place: DocumentRef) => void,
): (seed: FoundSeed) => AsyncGenerator<ReadingTask, RecordsEnd> {
  const known = contentHashReader(catalogue);
  const write = diagnosticWriter(catalogue);
  const remover = diagnosticRemover(catalogue);
  return async function* (seed) {
    const { path } = seed;
    remover.removeStageOf(path, stages.records);
    let [last, notes, complete] = [0, 0, true];
    function note(diagnostics: readonly Diagnostic[]): void {
      write({ seed: path, ordinal: last }, stages.records, diagnostics, notes);
      notes += diagnostics.length;
      if (diagnostics.some(({ rule }) => rule === 'seed-unreadable')) complete = false;
    }
    const { value: defaults, diagnostics: found } = readDefaults(seed, config);
    note(found);
    const encoding = declaredEncoding(path, config.encodings);
    for await (const { records, columns, diagnostics } of openRecords(seed, encoding)) {
      const tasks: RecordTask[] = [];
      for (const record of records) {
        // What stands between two records could not be read, whatever it was before.
        for (let gap = last + 1; gap < record.ordinal; gap += 1) {
          forget({ seed: path, ordinal: gap });
        }
        last = record.ordinal;
        tasks.push({ record, known: known({ seed: path, ordinal: record.ordinal }) });
      }
      note(diagnostics);
      if (tasks.length > 0) yield { do: 'read-records', seed, defaults, columns, records: tasks };
    }
    return { last, complete };
  };
}
