import { forgetChanges } from '../../catalogue/changes.ts';
import { archiveChunks, type Chunk, countArchiveWords } from '../../catalogue/chunks.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import { type MetaValues, meta, setMetaValues } from '../../catalogue/meta.ts';
import { manifestChunks, pageWriter, type SiteFile } from '../../catalogue/pages.ts';
import { begin, commit, rollbackOpen } from '../../catalogue/transaction.ts';
import type { Debug } from '../../model/debug.ts';
import { closeJournal } from '../../publish/journal.ts';
import { publishSite } from '../../publish/publish-site.ts';
import { noteManifest } from '../../publish/site-state.ts';
import {
  clearStaging,
  prepareStaging,
  type SiteKnowledge,
  type Staging,
} from '../../publish/staging.ts';
import type { SiteAssets } from '../../render/assets.ts';
import type { Rendered } from '../build-options.ts';
import { countWithExamples, explainPublished } from '../explain.ts';
import { type AffectedListing, affectedListings } from '../plan/affected-pages.ts';
import { chunkTasks } from '../plan/chunk-tasks.ts';
import { pageGroupOf } from '../plan/page-group.ts';
import { affectedPages, allPages } from '../plan/page-tasks.ts';
import { planSearchIndex, type SearchPlan } from '../search/plan-index.ts';
import { type AssembledIndex, sweepIndex } from '../search/stage-index.ts';
import type { Task, WorkerSetup } from '../workers/tasks.ts';
import type { WorkerPool } from '../workers/worker-pool.ts';
import { type ExportPlan, planExports, sweepExports } from './exports.ts';
import {
  addCounts,
  findOldSitemaps,
  findRemovals,
  isPage,
  noCounts,
  recordRemovals,
  type StageContext,
  type StageCounts,
  stageContext,
  stageExports,
  stageIndex,
  stageOutputs,
  stagePages,
  stageSitemaps,
} from './stages.ts';

/** How the site is to be made. */
export interface RenderingPlan {
  /** Number of this build. */
  readonly build: number;
  /** Every page, or those that changes affect. */
  readonly pages: 'all' | 'changed';
  readonly known: SiteKnowledge;
  /** `none` where some seeds could not be read: their pages must not disappear. */
  readonly removals: 'all' | 'none';
  /** What the catalogue is to say when the site is made. */
  readonly meta: MetaValues;
}

/** Callbacks invoked while the site is made. */
export interface RenderingEffects {
  readonly rendering: (done: number) => void;
  readonly publishing: () => void;
  readonly signal: AbortSignal | undefined;
  readonly debug: Debug | undefined;
}

/** What a site is made of. */
interface SitePlan {
  readonly pieces: readonly Chunk[];
  readonly exports: ExportPlan;
  /** Undefined where the site has no search. */
  readonly search: SearchPlan | undefined;
  /** The listings that changes affect; undefined where every page is made. */
  readonly listings: readonly AffectedListing[] | undefined;
}

function planSite(
  catalogue: Catalogue,
  { config }: WorkerSetup,
  pages: RenderingPlan['pages'],
): SitePlan {
  const pieces = [...archiveChunks(catalogue)];
  const reading = meta(catalogue, 'reading') ?? '';
  const basis = { reading, config };
  return {
    pieces,
    exports: planExports(pieces, reading, config),
    search: config.search
      ? planSearchIndex(pieces, { ...basis, words: countArchiveWords(catalogue) })
      : undefined,
    listings: pages === 'changed' ? [...affectedListings(catalogue)] : undefined,
  };
}

/** Returns of what a site is made, for `--debug plan`. */
const explainSite = ({ pieces, listings }: SitePlan): string =>
  `${pieces.length} pieces of the archive for exports and search; listings affected: ${
    listings === undefined
      ? 'all'
      : countWithExamples(listings.map(({ set }) => pageGroupOf(set.key)))
  }`;

/** Yields the tasks of the first stage: pieces that the cache lacks, and pages. */
function* firstTasks(
  { catalogue, setup, rendering }: StageContext,
  plan: SitePlan,
): Generator<Task> {
  const { pieces, exports, search, listings } = plan;
  yield* chunkTasks(pieces, exports, search, setup.cache);
  const pages = listings === undefined ? allPages(catalogue) : affectedPages(catalogue, listings);
  for (const task of pages) yield { ...task, ...rendering };
}

/** What staging came to. */
interface StagedSite {
  readonly counts: StageCounts;
  readonly index: AssembledIndex | undefined;
  readonly removals: readonly SiteFile[];
}

/** Makes all files of a site where they wait to be published, and finds those that it has no more. */
async function stageSite(
  context: StageContext,
  plan: SitePlan,
  assets: SiteAssets,
  { build, removals }: RenderingPlan,
  { rendering, publishing }: RenderingEffects,
): Promise<StagedSite> {
  const { catalogue } = context;
  const every = plan.listings === undefined;
  const pages = await stagePages(context, firstTasks(context, plan), rendering);
  const search = plan.search && (await stageIndex(context, plan.search, every));
  const made = addCounts(pages, search?.counts ?? noCounts);
  if (search !== undefined) rendering(made.pages);
  publishing();
  const outputs = stageOutputs(context, assets);
  const exports = stageExports(context, plan.exports);
  const gone = removals === 'all' ? findRemovals(catalogue, build, plan.listings) : [];
  recordRemovals(context, gone);
  const staged = [outputs, exports].reduce(addCounts, made);
  const { index } = search ?? {};
  if (!every && staged.newPages === 0 && !gone.some(isPage)) {
    return { counts: staged, index, removals: gone };
  }
  // Sitemaps list the pages, so they come after all others.
  const sitemaps = stageSitemaps(context);
  const old = findOldSitemaps(catalogue, build);
  recordRemovals(context, old);
  return { counts: addCounts(staged, sitemaps), index, removals: [...gone, ...old] };
}

/** Publishes a staged site, unless it is as it must be; returns how many files were removed. */
function publish(
  catalogue: Catalogue,
  staging: Staging,
  out: string,
  { counts, removals }: StagedSite,
  debug: Debug | undefined,
): number {
  const isPublished = meta(catalogue, 'manifest') !== undefined;
  if (counts.written === 0 && removals.length === 0 && isPublished) return 0;
  return publishSite(out, { staging, removals, manifest: manifestChunks(catalogue) }, debug);
}

/** Records in the catalogue that the site shows all that it says. */
function recordSite(catalogue: Catalogue, out: string, plan: RenderingPlan): void {
  forgetChanges(catalogue);
  noteManifest(catalogue, out);
  const complete = plan.removals === 'all' ? 'yes' : undefined;
  setMetaValues(catalogue, { ...plan.meta, complete });
}

/**
 * Makes the pages of a site and publishes them: plan, stage, publish, record. All are made before the
 * first is published, so that whatever goes wrong before leaves the site as it was; the catalogue says
 * so last of all.
 *
 * @throws TemplateError, ForeignFileError, DamagedFileError, the file system's error, the signal's reason
 */
export async function renderSite(
  catalogue: Catalogue,
  crew: WorkerPool,
  setup: WorkerSetup,
  assets: SiteAssets,
  plan: RenderingPlan,
  effects: RenderingEffects,
): Promise<Rendered> {
  const { out, cache } = setup;
  const { debug } = effects;
  const staging = prepareStaging(out);
  try {
    begin(catalogue);
    const context = stageContext(catalogue, pageWriter(catalogue, plan.build), {
      ...{ crew, setup, signal: effects.signal, debug },
      rendering: { staging, known: plan.known },
    });
    const site = planSite(catalogue, setup, plan.pages);
    debug?.('plan', explainSite(site));
    const staged = await stageSite(context, site, assets, plan, effects);
    effects.signal?.throwIfAborted();
    const removed = publish(catalogue, staging, out, staged, debug);
    recordSite(catalogue, out, plan);
    commit(catalogue);
    closeJournal(out);
    debug?.('publish', 'catalogue committed, journal closed');
    sweepExports(site.exports, cache);
    sweepIndex(staged.index, cache);
    const rendered = { rendered: staged.counts.pages, written: staged.counts.written, removed };
    debug?.('publish', explainPublished(rendered, staged.counts.files));
    return rendered;
  } finally {
    rollbackOpen(catalogue);
    clearStaging(out);
  }
}
