import { type DiagnosticRecorder, stages } from '../../catalogue/diagnostics.ts';
import type { DocumentWriter } from '../../catalogue/documents.ts';
import type { SeedWriter } from '../../catalogue/seeds.ts';
import { type Diagnostic, isUnread } from '../../model/diagnostic.ts';
import type {
  DocumentResult,
  RecordFileResult,
  SeedResult,
  SeedTask,
  TaskResult,
} from '../workers/tasks.ts';
import { dependsOnNeighbours } from './read-source.ts';
import {
  type FinishedSeed,
  finishedSeed,
  type PendingSeed,
  type ReadingTask,
} from './reading-tasks.ts';

/** How many documents were read. */
export interface TaskCounts {
  /** Articles that were read because they are new or changed. */
  readonly read: number;
  /** Documents that were compared and are unchanged. */
  readonly same: number;
}

/** A seed that could not be read, or only up to a record. */
export interface UnreadSeed {
  readonly path: string;
  /** Ordinal of the last record that could be read. */
  readonly last: number | undefined;
}

/** Returns why a seed or its sidecar could not be read; empty where it was read. */
function reasonsUnread(result: SeedResult): readonly Diagnostic[] {
  if (result === 'same' || result[0]?.contentHash !== undefined) return [];
  return result[0]?.diagnostics.filter(isUnread) ?? [];
}

/** Tells whether an unchanged stamp does not prove that reading the seed again gives the same result. */
const mustBeReadAgain = (contentHash: string | undefined): boolean =>
  contentHash === undefined || dependsOnNeighbours(contentHash);

/** Writes the documents of a task; returns how many articles were read and how many documents are unchanged. */
function putDocuments(writer: DocumentWriter, results: readonly DocumentResult[]): TaskCounts {
  let [read, same] = [0, 0];
  for (const result of results) {
    if (result === 'same') {
      same += 1;
      continue;
    }
    writer.put(result);
    if (result.article !== undefined) read += 1;
  }
  return { read, same };
}

/**
 * Writes what a seed that is not one of records gave, in place of what it gave before: the documents, and
 * that it was read, with a stamp where an unchanged stamp shows that it would give the same again.
 */
function putSeed(
  { documents, seeds, unread }: ReadingTarget,
  { seed: { path }, stamp, knownHash, hadSeveral }: SeedTask,
  result: SeedResult,
): TaskCounts {
  const reasons = reasonsUnread(result);
  if (reasons.length > 0) {
    // Without its sidecar a text could be one that the sidecar holds back.
    seeds.put({ path, stamp: undefined });
    documents.keep(path, reasons);
    unread.push({ path, last: undefined });
    return { read: 0, same: 0 };
  }
  const contentHash = result === 'same' ? knownHash : result[0]?.contentHash;
  seeds.put({ path, stamp: mustBeReadAgain(contentHash) ? undefined : stamp });
  if (result === 'same') return putDocuments(documents, ['same']);
  const isAlone = result.length === 1;
  if (!isAlone) documents.remove({ seed: path, ordinal: 0 });
  if (hadSeveral) documents.drop(path, isAlone ? 0 : result.length);
  return putDocuments(documents, result);
}

/** Where the results of reading are written. */
export interface ReadingTarget {
  readonly documents: DocumentWriter;
  readonly seeds: SeedWriter;
  readonly report: DiagnosticRecorder;
  readonly unread: UnreadSeed[];
  /** Multi-record seeds that have been read to their ends. */
  readonly finished: FinishedSeed[];
  /** Those with too many records for one task. */
  readonly late: PendingSeed[];
}

/** Writes what a record file gave that one task has read, and that it was read. */
function putRecordFile(
  { documents, report, finished, late }: ReadingTarget,
  { documents: read, reports, isTooLong, ...summary }: RecordFileResult,
  { seed, stamp, reported }: Extract<ReadingTask, { do: 'read-record-file' }>,
): TaskCounts {
  if (isTooLong) {
    late.push({ seed, stamp });
    return { read: 0, same: 0 };
  }
  let first = reported;
  for (const { ordinal, diagnostics } of reports) {
    report({ seed: seed.path, ordinal }, stages.records, diagnostics, first);
    first += diagnostics.length;
  }
  finished.push(finishedSeed(seed.path, stamp, summary));
  return putDocuments(documents, read);
}

/** Writes the result of a reading task; returns how many articles were read and how many documents are the same. */
export function putResult(
  target: ReadingTarget,
  result: TaskResult,
  task: ReadingTask,
): TaskCounts {
  if (result.of === 'documents') return putDocuments(target.documents, result.documents);
  if (result.of === 'record-file' && task.do === 'read-record-file') {
    return putRecordFile(target, result, task);
  }
  let [read, same] = [0, 0];
  if (result.of === 'seeds' && task.do === 'read-seeds') {
    task.seeds.forEach((seed, n) => {
      const counts = putSeed(target, seed, result.seeds[n] ?? 'same');
      read += counts.read;
      same += counts.same;
    });
  }
  return { read, same };
}
