import { availableParallelism } from 'node:os';
import { hasChanges } from '../catalogue/changes.ts';
import { isOtherDay } from '../catalogue/decide-held.ts';
import { countDocuments } from '../catalogue/seeds.ts';
import { spoolOf } from '../catalogue/spool.ts';
import { asOfNumber } from './as-of.ts';
import type { BuildEffects, BuildOptions } from './build-options.ts';
import { changesLimit, markIncomplete, type PageScope } from './page-scope.ts';
import type { BuildState } from './prepare-build.ts';
import type { ReadCounts } from './read/read-seeds.ts';
import type { SiteOutcome } from './read-and-publish.ts';
import { workerCount } from './workers/worker-count.ts';

/** The outcome of updating the site, and the number of worker threads that it had. */
export type SiteUpdate = SiteOutcome & { readonly threads: number };

const nothingRead: ReadCounts = { read: 0, same: 0 };

/** Returns the number of worker threads of a build: the one asked for, else by the number of documents. */
function threadsOf({ workers, formats }: BuildOptions, documents: number): number {
  if (formats !== undefined) return 0;
  return workers ?? workerCount(documents, availableParallelism());
}

/** Returns the scope as far as it is known before the seeds are read. */
const scopeBeforeReading = ({ knowsSite, sameRendering, scan }: BuildState): PageScope =>
  knowsSite && sameRendering && scan.pending <= changesLimit ? 'changed' : 'all';

/**
 * Reads new and changed seeds, and renders and publishes the pages that they affect; does nothing if
 * nothing has changed.
 *
 * @throws what `build` throws
 */
export async function updateSite(
  options: BuildOptions,
  state: BuildState,
  effects: BuildEffects,
): Promise<SiteUpdate> {
  const { catalogue, setup, scan } = state;
  if (scan.pending + scan.known === 0) {
    const { refusalBeforeReading } = await import('./refuse-update.ts');
    const refusal = refusalBeforeReading(options, state);
    if (refusal !== undefined)
      return { site: 'refused', reading: nothingRead, refusal, threads: 0 };
  }
  const scope = scopeBeforeReading(state);
  const { config } = setup;
  const isSameDay = config.drafts === true || !isOtherDay(catalogue, asOfNumber(config));
  const isSameArchive = isSameDay && scan.pending + scan.vanished === 0 && !hasChanges(catalogue);
  if (scope === 'changed' && isSameArchive && !state.record.isChanged) {
    effects.debug?.('plan', 'no pages: no seed and no setting changed');
    return { site: 'current', reading: nothingRead, threads: 0 };
  }
  if (scope === 'all') markIncomplete(catalogue);
  const documents = scope === 'all' ? scan.documents + countDocuments(catalogue) : scan.documents;
  // Imported here, because a build without changes does not need it.
  const [{ createPool }, { readAndPublish }] = await Promise.all([
    import('./workers/worker-pool.ts'),
    import('./read-and-publish.ts'),
  ]);
  const workers = threadsOf(options, documents);
  effects.workers?.(workers);
  effects.debug?.(
    'plan',
    `about ${Math.round(documents)} documents: ${workers} worker threads beside the main thread`,
  );
  const { shared: spool } = spoolOf(catalogue);
  const pool = await createPool({ ...setup, spool }, workers, options, effects);
  try {
    const outcome = await readAndPublish(options, state, pool, { scope, isSameArchive }, effects);
    return { ...outcome, threads: workers };
  } finally {
    await pool.close();
  }
}
