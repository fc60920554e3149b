import { articleReader } from '../../catalogue/article-store.ts';
import { type BulkWriter, bulkWriter } from '../../catalogue/bulk-writer.ts';
import type { ChangeLog } from '../../catalogue/changes.ts';
import { resolveConflicts } from '../../catalogue/conflicts.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import { decideHeld } from '../../catalogue/decide-held.ts';
import { diagnosticWriter } from '../../catalogue/diagnostics.ts';
import type { DocumentWriter } from '../../catalogue/documents.ts';
import { formerFragments, publishedFragments } from '../../catalogue/fragments.ts';
import { completeKeywords } from '../../catalogue/keyword-table.ts';
import { articleCounter } from '../../catalogue/published-articles.ts';
import { countPendingRecordFiles, vanishedSeeds } from '../../catalogue/scan-list.ts';
import { type SeedWriter, seedWriter } from '../../catalogue/seeds.ts';
import { begin, commitAndBegin, commitOpen, rollbackOpen } from '../../catalogue/transaction.ts';
import type { Config } from '../../model/config.ts';
import { asOfNumber } from '../as-of.ts';
import type { TaskResult } from '../workers/tasks.ts';
import { runTasks, type WorkerPool } from '../workers/worker-pool.ts';
import { keepPublished } from './keep-published.ts';
import { putResult, type TaskCounts, type UnreadSeed } from './put-results.ts';
import {
  type FinishedSeed,
  type PendingSeed,
  type ReadingTask,
  readingTasks,
} from './reading-tasks.ts';
import { pendingSeeds } from './scan-seeds.ts';

/** How many documents were read, and what could not be. */
export interface ReadCounts extends TaskCounts {
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

/** Record files for each thread from which one task reads a whole file: the last ones leave no thread idle for long. */
const filesPerThread = 16;

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
  const [finished, unread, late]: [FinishedSeed[], UnreadSeed[], PendingSeed[]] = [[], [], []];
  const report = diagnosticWriter(catalogue);
  let total: ReadCounts = { read: 0, same: 0 };
  /** False while a result is written, and from an error in that on: half of a document must not be committed. */
  let isWhole = true;
  function use(result: TaskResult, task: ReadingTask): void {
    if (!isWhole) return;
    isWhole = false;
    const target = { documents, seeds, report, unread, finished, late };
    const { read, same } = putResult(target, result, task);
    commitAfter(read + same);
    isWhole = true;
    total = { read: total.read + read, same: total.same + same };
    progress(total.read + total.same);
  }
  try {
    dropVanished(catalogue, documents, seeds, commitAfter);
    const wholeFiles =
      pool.threads > 1 && countPendingRecordFiles(catalogue) >= filesPerThread * pool.threads;
    const read = (pending: Iterable<PendingSeed>, whole: boolean): Promise<void> =>
      runTasks(
        pool,
        readingTasks(catalogue, config, pending, whole, {
          forget: (ref) => documents.remove(ref),
          finish: (seed) => void finished.push(seed),
        }),
        use,
        signal,
      );
    await read(pendingSeeds(catalogue), wholeFiles);
    if (late.length > 0) {
      // What was read of them before is looked up.
      documents.finish();
      await read(late, false);
    }
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
