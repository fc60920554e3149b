import type { ChangeLog } from '../catalogue/changes.ts';
import { settleClaims } from '../catalogue/claims.ts';
import { diagnosticWriter, documentWriter, stages } from '../catalogue/documents.ts';
import type { Catalogue } from '../catalogue/open.ts';
import { contentReader, type SeedWriter, seedWriter } from '../catalogue/seeds.ts';
import type { Config } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { DocumentPlace } from '../model/document.ts';
import { declaredEncoding } from '../sources/encodings/declared.ts';
import { openRecords } from '../sources/open-records.ts';
import type { FoundSeed } from '../sources/walk.ts';
import { type Crew, performAll } from './crew.ts';
import { readBeside } from './read-records.ts';
import { dependsOnNeighbours } from './read-source.ts';
import { pendingSeeds, vanishedSeeds } from './scan.ts';
import type { RecordTask, SeedTask, Task } from './tasks.ts';

/** What the reading of seeds came to. */
export interface Reading {
  /** Articles that were read, because they are new or not what they were. */
  readonly read: number;
  /** Documents that were looked at and are what they were. */
  readonly same: number;
}

/** Whom reading tells what it does. */
export interface ReadingEffects {
  /** The name by which the user knows a path under the seeds folder. */
  readonly name: (path: string) => string;
  readonly progress: (done: number) => void;
  readonly signal: AbortSignal | undefined;
}

/** Seeds in one task: the way to another thread and back is to be worth it. */
const taskSize = 40;

/** Bytes of seeds in one task. */
const taskBytes = 1 << 20;

/** Documents in one transaction. */
const transactionSize = 2000;

type ReadingTask = Extract<Task, { do: 'read-seeds' | 'read-records' }>;

/** A seed that was begun; it counts as read when all its documents are written. */
interface BegunSeed {
  readonly path: string;
  /** Empty where it could not be read to its end, so that it will be tried again. */
  stamp: string;
  /** Number of its last record, in a seed of many. */
  last: number;
}

/** Cuts the seeds to read into tasks; of a seed of many records each batch is one. */
async function* readingTasks(
  catalogue: Catalogue,
  config: Config,
  begun: BegunSeed[],
  forget: (place: DocumentPlace) => void,
): AsyncGenerator<ReadingTask> {
  const content = contentReader(catalogue);
  const known = (place: DocumentPlace): string => content(place) ?? '';
  const note = diagnosticWriter(catalogue);
  const forgetNotes = catalogue.prepare('DELETE FROM diagnostics WHERE seed = ? AND stage = ?');

  async function* recordTasks(seed: FoundSeed, entry: BegunSeed): AsyncGenerator<ReadingTask> {
    forgetNotes.run(seed.path, stages.records);
    let notes = 0;
    function tell(diagnostics: readonly Diagnostic[]): void {
      note({ seed: seed.path, ordinal: entry.last }, stages.records, diagnostics, notes);
      notes += diagnostics.length;
      if (diagnostics.some(({ rule }) => rule === 'seed-unreadable')) entry.stamp = '';
    }
    const { value: beside, diagnostics: besides } = readBeside(seed, config);
    tell(besides);
    for await (const { records, columns, diagnostics } of openRecords(
      seed,
      declaredEncoding(seed.path, config.encodings),
    )) {
      const tasks: RecordTask[] = [];
      for (const record of records) {
        // What stands between two records could not be read, whatever it was before.
        for (let gap = entry.last + 1; gap < record.ordinal; gap += 1) {
          forget({ seed: seed.path, ordinal: gap });
        }
        entry.last = record.ordinal;
        tasks.push({ record, known: known({ seed: seed.path, ordinal: record.ordinal }) });
      }
      tell(diagnostics);
      if (tasks.length > 0) yield { do: 'read-records', seed, beside, columns, records: tasks };
    }
  }

  let batch: SeedTask[] = [];
  let bytes = 0;
  for (const { seed, stamp } of pendingSeeds(catalogue)) {
    const entry: BegunSeed = { path: seed.path, stamp, last: 0 };
    if (seed.records !== undefined) {
      begun.push(entry);
      yield* recordTasks(seed, entry);
      continue;
    }
    batch.push({ seed, stamp, known: known({ seed: seed.path, ordinal: 0 }) });
    bytes += seed.bytes;
    if (batch.length < taskSize && bytes < taskBytes) continue;
    yield { do: 'read-seeds', seeds: batch };
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield { do: 'read-seeds', seeds: batch };
}

/** Whether a seed's stamp does not show that its reading would give the same again. */
const mustBeLookedAt = (content: string): boolean => content === '' || dependsOnNeighbours(content);

/** Notes that the seeds of a task have been read, but for those that must be looked at again. */
function noteSeeds(task: ReadingTask, again: ReadonlySet<string>, writer: SeedWriter): void {
  if (task.do !== 'read-seeds') return;
  for (const { seed, stamp } of task.seeds) {
    writer.put({ path: seed.path, stamp: again.has(seed.path) ? '' : stamp });
  }
}

/**
 * Reads what `scanSeeds` found to be new, changed or gone into the catalogue, and decides which of
 * several documents has an id or place. What was read stays if the work is stopped.
 */
export async function readSeeds(
  catalogue: Catalogue,
  crew: Crew,
  config: Config,
  log: ChangeLog,
  { name, progress, signal }: ReadingEffects,
): Promise<Reading> {
  const documents = documentWriter(catalogue, log);
  const seeds = seedWriter(catalogue);
  const begun: BegunSeed[] = [];
  let [read, same, pending] = [0, 0, 0];
  const forget = ({ seed, ordinal }: DocumentPlace): void =>
    documents.put({ seed, ordinal, content: '', article: undefined, diagnostics: [] });

  function commitAfter(more: number): void {
    pending += more;
    if (pending < transactionSize) return;
    catalogue.exec('COMMIT; BEGIN');
    pending = 0;
  }

  catalogue.exec('BEGIN');
  try {
    for (const path of vanishedSeeds(catalogue)) {
      documents.drop(path);
      seeds.drop(path);
      commitAfter(1);
    }
    await performAll(
      crew,
      readingTasks(catalogue, config, begun, forget),
      (result, task) => {
        if (result.of !== 'documents') return;
        const again = new Set<string>();
        result.documents.forEach((document, n) => {
          if (document !== 'same') {
            documents.put(document);
            if (document.article !== undefined) read += 1;
            if (mustBeLookedAt(document.content)) again.add(document.seed);
            return;
          }
          same += 1;
          const asked = task.do === 'read-seeds' ? task.seeds[n] : undefined;
          if (asked !== undefined && mustBeLookedAt(asked.known)) again.add(asked.seed.path);
        });
        noteSeeds(task, again, seeds);
        commitAfter(result.documents.length);
        progress(read + same);
      },
      signal,
    );
    for (const { path, stamp, last } of begun) {
      documents.drop(path, last);
      seeds.put({ path, stamp });
    }
    settleClaims(catalogue, documents, name);
  } finally {
    // What has been read so far need not be read again.
    if (catalogue.isTransaction) catalogue.exec('COMMIT');
  }
  return { read, same };
}
