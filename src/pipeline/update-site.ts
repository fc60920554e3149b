import { availableParallelism } from 'node:os';
import {
  changedTerms,
  changeLog,
  countChanges,
  hasChanges,
  noChangeLog,
} from '../catalogue/changes.ts';
import { hasDates, refreshCollection, refreshCollections } from '../catalogue/collections.ts';
import type { Catalogue } from '../catalogue/database.ts';
import { meta, setMeta } from '../catalogue/meta.ts';
import { countFiles } from '../catalogue/pages.ts';
import { readDiagnostics } from '../catalogue/report.ts';
import { countDocuments } from '../catalogue/seeds.ts';
import { inTransaction } from '../catalogue/transaction.ts';
import type { SiteKnowledge } from '../publish/staging.ts';
import type { BuildEffects, BuildOptions, Rendered } from './build-options.ts';
import { explainPlan } from './explain.ts';
import { type BuildState, seedsName } from './prepare-build.ts';
import type { ReadCounts } from './read/read-seeds.ts';
import type { WorkerPool } from './workers/worker-pool.ts';

/** Changes above which every page is made: to find the changed ones would take longer. */
const changesLimit = 20_000;

/** Documents for which other threads are worth their start. */
const worthThreads = 600;

/** What became of the site. */
export type SiteUpdate =
  /** Nothing had changed since it was published. */
  | { readonly site: 'current'; readonly reading: ReadCounts }
  /** It was made and published. */
  | { readonly site: 'published'; readonly reading: ReadCounts; readonly rendered: Rendered }
  /** Errors of content held it back. */
  | { readonly site: 'held'; readonly reading: ReadCounts };

/** What a build makes: every page, or those that changes affect. */
type Extent = 'all' | 'changed';

const nothingRead: ReadCounts = { read: 0, same: 0 };

/** Returns how many threads besides this one a build takes; this one works too. */
function threads({ workers, formats }: BuildOptions, documents: number): number {
  if (formats !== undefined) return 0;
  return workers ?? (documents < worthThreads ? 0 : availableParallelism() - 1);
}

/** Returns how much must be made, as far as it can be told before the seeds are read. */
const extentBefore = ({ knowsSite, sameRendering, scan }: BuildState): Extent =>
  knowsSite && sameRendering && scan.pending <= changesLimit ? 'changed' : 'all';

/** Returns how much must be made when the seeds have been read. */
const extentAfter = (catalogue: Catalogue, before: Extent, dated: string | undefined): Extent =>
  before === 'all' || countChanges(catalogue) > changesLimit || meta(catalogue, 'dated') !== dated
    ? 'all'
    : 'changed';

/** Says that, until all is made, nothing that the catalogue records of the site is to be relied on. */
const distrustSite = (catalogue: Catalogue): void => setMeta(catalogue, 'complete', undefined);

/** Counts the sets again whose names and extents pages show; committed, for the workers to read. */
function refreshChangedCollections(catalogue: Catalogue, extent: Extent): void {
  inTransaction(catalogue, () => {
    if (extent === 'all') refreshCollections(catalogue);
    else
      for (const { term, slug } of changedTerms(catalogue))
        refreshCollection(catalogue, term, slug);
  });
}

/** Returns by what is known which files of the site are as they must be. */
function siteKnowledge({ catalogue, knowsSite }: BuildState): SiteKnowledge {
  if (countFiles(catalogue).files === 0) return 'nothing';
  return knowsSite ? 'catalogue' : 'disk';
}

/** Reads the seeds that the scan found. */
async function read(
  options: BuildOptions,
  { catalogue, setup, scan }: BuildState,
  crew: WorkerPool,
  extent: Extent,
  { progress, signal }: BuildEffects,
): Promise<ReadCounts> {
  const { readSeeds } = await import('./read/read-seeds.ts');
  const total = scan.records ? undefined : scan.pending;
  progress?.('read', 0, total);
  const log = extent === 'all' ? noChangeLog : changeLog(catalogue);
  return readSeeds(catalogue, crew, setup.config, log, {
    name: (path) => `${seedsName(options)}/${path}`,
    progress: (done) => progress?.('read', done, total),
    signal,
  });
}

/** Makes and publishes the pages. */
async function render(
  state: BuildState,
  crew: WorkerPool,
  extent: Extent,
  { unread, dated }: { readonly unread: boolean; readonly dated: string | undefined },
  { progress, signal, debug }: BuildEffects,
): Promise<Rendered> {
  const { catalogue, setup, assets, build } = state;
  const { renderSite } = await import('./render/render-site.ts');
  const { expectedPages } = await import('./plan/page-tasks.ts');
  const { templateFiles } = await import('./load-templates.ts');
  const expected = extent === 'all' ? expectedPages(catalogue) : undefined;
  progress?.('render', 0, expected);
  return renderSite(
    catalogue,
    crew,
    setup,
    assets,
    {
      ...{ build, pages: extent, known: siteKnowledge(state) },
      removals: unread ? 'none' : 'all',
      meta: { ...state.metaOf(await templateFiles(setup.templates)), dated },
    },
    {
      rendering: (done) => progress?.('render', done, expected),
      publishing: () => progress?.('publish', 0, undefined),
      ...{ signal, debug },
    },
  );
}

/** Brings the catalogue up to date with the seeds, and the site with the catalogue. */
async function updateWith(
  options: BuildOptions,
  state: BuildState,
  crew: WorkerPool,
  before: Extent,
  effects: BuildEffects,
): Promise<SiteUpdate> {
  const { catalogue } = state;
  const reading = await read(options, state, crew, before, effects);
  const { errors, unread } = readDiagnostics(catalogue, 0);
  if (options.strict && errors > 0) return { site: 'held', reading };
  const dated = hasDates(catalogue) ? 'yes' : undefined;
  const extent = extentAfter(catalogue, before, dated);
  if (extent === 'changed' && !hasChanges(catalogue)) {
    effects.debug?.('plan', 'no pages: what was read is as it was');
    return { site: 'current', reading };
  }
  effects.debug?.(
    'plan',
    explainPlan(extent, {
      ...{ knowsSite: state.knowsSite, sameRendering: state.sameRendering },
      ...{ sameDating: meta(catalogue, 'dated') === dated, pending: state.scan.pending },
      ...{ changes: countChanges(catalogue), limit: changesLimit },
    }),
  );
  if (extent === 'all') distrustSite(catalogue);
  refreshChangedCollections(catalogue, extent);
  const rendered = await render(state, crew, extent, { unread, dated }, effects);
  return { site: 'published', reading, rendered };
}

/**
 * Reads what is new, and makes and publishes the pages that it affects; nothing where nothing has
 * changed.
 *
 * @throws what `build` throws
 */
export async function updateSite(
  options: BuildOptions,
  state: BuildState,
  effects: BuildEffects,
): Promise<SiteUpdate> {
  const { catalogue, setup, scan } = state;
  const extent = extentBefore(state);
  const isIdle =
    extent === 'changed' && scan.pending + scan.vanished === 0 && !hasChanges(catalogue);
  if (isIdle) {
    effects.debug?.('plan', 'no pages: no seed and no setting changed');
    return { site: 'current', reading: nothingRead };
  }
  if (extent === 'all') distrustSite(catalogue);
  const documents = extent === 'all' ? scan.documents + countDocuments(catalogue) : scan.documents;
  // Loaded here, because a build that has nothing to do needs none of it.
  const { createPool: hireCrew } = await import('./workers/worker-pool.ts');
  const workers = threads(options, documents);
  effects.debug?.(
    'plan',
    `about ${Math.round(documents)} documents: ${workers} worker threads beside the main thread`,
  );
  const crew = await hireCrew(setup, workers, options);
  try {
    return await updateWith(options, state, crew, extent, effects);
  } finally {
    await crew.dismiss();
  }
}
