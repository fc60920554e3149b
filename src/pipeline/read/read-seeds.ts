import { articleReader } from '../../catalogue/article-store.ts';
import { type BulkWriter, bulkWriter } from '../../catalogue/bulk-writer.ts';
import type { ChangeLog } from '../../catalogue/changes.ts';
import { resolveConflicts } from '../../catalogue/conflicts.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import { decideHeld } from '../../catalogue/decide-held.ts';
import type { DocumentWriter } from '../../catalogue/documents.ts';
import { formerFragments, publishedFragments } from '../../catalogue/fragments.ts';
import { completeKeywords } from '../../catalogue/keyword-table.ts';
import { articleCounter } from '../../catalogue/published-articles.ts';
import { vanishedSeeds } from '../../catalogue/scan-list.ts';
import { type SeedWriter, seedWriter } from '../../catalogue/seeds.ts';
import { begin, commitAndBegin, commitOpen, rollbackOpen } from '../../catalogue/transaction.ts';
import type { Config } from '../../model/config.ts';
import { type Diagnostic, isUnread } from '../../model/diagnostic.ts';
import { asOfNumber } from '../as-of.ts';
import type { DocumentResult, SeedResult, SeedTask, TaskResult } from '../workers/tasks.ts';
import { runTasks, type WorkerPool } from '../workers/worker-pool.ts';
import { keepPublished } from './keep-published.ts';
import { dependsOnNeighbours } from './read-source.ts';
import { type FinishedSeed, type ReadingTask, readingTasks } from './reading-tasks.ts';

/** How many documents were read. */
export interface ReadCounts {
  /** Articles that were read because they are new or changed. */
  readonly read: number;
  /** Documents that were compared and are unchanged. */
  readonly same: number;
  /** Seeds that could not be read, or not to their end, and how many articles are kept of each. */
  readonly kept?: readonly KeptSeed[];
}

/** A seed or folder that could not be read, with the number of its articles that are kept. */
export interface KeptSeed {
  readonly path: string;
  readonly articles: number;
}

/** Callbacks invoked while reading. */
export interface ReadingEffects {
  /** Returns the path shown to the user of a path under the seeds folder. */
  readonly name: (path: string) => string;
  readonly progress: (done: number) => void;
  readonly signal: AbortSignal | undefined;
}

/** Documents in one transaction. */
const transactionSize = 2000;

/** Returns a function that commits the transaction when enough documents have been written; `flush` writes what waits. */
function batchCommitter(catalogue: Catalogue, flush: () => void): (documents: number) => void {
  let pending = 0;
  return (documents) => {
    pending += documents;
    if (pending < transactionSize) return;
    flush();
    commitAndBegin(catalogue);
    pending = 0;
  };
}

/** A seed that could not be read, or only up to a record. */
interface UnreadSeed {
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

/** Returns a writer that keeps the published fragment names of the articles that it writes. */
function keepingFragments(catalogue: Catalogue, writer: BulkWriter): BulkWriter {
  const published = publishedFragments(catalogue);
  if (published === undefined) return writer;
  const former = formerFragments(catalogue);
  const store = articleReader(catalogue);
  return {
    ...writer,
    put: (document) => writer.put(keepPublished(document, published, former, store)),
  };
}

/** Writes the documents of a task; returns how many articles were read and how many documents are unchanged. */
function putDocuments(writer: DocumentWriter, results: readonly DocumentResult[]): ReadCounts {
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
): ReadCounts {
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
interface ReadingTarget {
  readonly documents: DocumentWriter;
  readonly seeds: SeedWriter;
  readonly unread: UnreadSeed[];
}

/** Writes the result of a reading task; returns how many articles were read and how many documents are the same. */
function putResult(target: ReadingTarget, result: TaskResult, task: ReadingTask): ReadCounts {
  if (result.of === 'documents') return putDocuments(target.documents, result.documents);
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

/** Removes the documents of vanished seeds from the catalogue. */
function dropVanished(
  catalogue: Catalogue,
  documents: DocumentWriter,
  seeds: SeedWriter,
  commitAfter: (documents: number) => void,
): void {
  for (const path of vanishedSeeds(catalogue)) {
    documents.drop(path);
    seeds.drop(path);
    commitAfter(1);
  }
}

/**
 * Reads the seeds that `scanSeeds` found new or changed into the catalogue, removes vanished ones, and
 * resolves conflicts of ids and addresses. If the work is stopped, what has been read stays.
 *
 * @throws the file system's error, the signal's reason
 */
export async function readSeeds(
  catalogue: Catalogue,
  pool: WorkerPool,
  config: Config,
  log: ChangeLog,
  { name, progress, signal }: ReadingEffects,
): Promise<ReadCounts> {
  const asOf = config.drafts ? undefined : asOfNumber(config);
  begin(catalogue);
  const documents = keepingFragments(catalogue, bulkWriter(catalogue, log, asOf));
  const seeds = seedWriter(catalogue);
  function flush(): void {
    documents.flush();
    seeds.flush();
  }
  const commitAfter = batchCommitter(catalogue, flush);
  const finished: FinishedSeed[] = [];
  const unread: UnreadSeed[] = [];
  let total: ReadCounts = { read: 0, same: 0 };
  /** False while a result is written, and from an error in that on: half of a document must not be committed. */
  let isWhole = true;
  try {
    dropVanished(catalogue, documents, seeds, commitAfter);
    const tasks = readingTasks(catalogue, config, {
      forget: (ref) => documents.remove(ref),
      finish: (seed) => void finished.push(seed),
    });
    await runTasks(
      pool,
      tasks,
      (result, task) => {
        if (!isWhole) return;
        isWhole = false;
        const { read, same } = putResult({ documents, seeds, unread }, result, task);
        commitAfter(read + same);
        isWhole = true;
        total = { read: total.read + read, same: total.same + same };
        progress(total.read + total.same);
      },
      signal,
    );
    // Only now, because the batches of a seed may be written in any order.
    for (const { path, stamp, complete, last } of finished) {
      if (complete) documents.drop(path, last);
      else unread.push({ path, last });
      seeds.put({ path, stamp });
    }
    documents.finish();
    seeds.flush();
    // A site that shows held articles is read again for another day.
    if (!config.drafts) decideHeld(catalogue, documents, asOf);
    resolveConflicts(catalogue, documents, name);
    completeKeywords(catalogue);
  } finally {
    // Commits even after an error, so that seeds already read are not read again.
    if (isWhole) {
      flush();
      commitOpen(catalogue);
    } else rollbackOpen(catalogue);
  }
  const articlesOf = articleCounter(catalogue);
  const kept = unread
    .map(({ path, last }) => ({ path, articles: articlesOf(path, last) }))
    .filter(({ articles }) => articles > 0);
  return { ...total, kept };
}
