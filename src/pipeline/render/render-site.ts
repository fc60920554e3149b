import { hasModified } from '../../catalogue/archive.ts';
import { forgetChanges } from '../../catalogue/changes.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import { recordFragments } from '../../catalogue/fragments.ts';
import { keywordColumns } from '../../catalogue/keyword-columns.ts';
import { type MetaValues, meta, setMetaValues } from '../../catalogue/meta.ts';
import { pageWriter } from '../../catalogue/page-writer.ts';
import { groupFingerprint, manifestChunks, type SiteFile } from '../../catalogue/pages.ts';
import { begin, commit, rollbackOpen } from '../../catalogue/transaction.ts';
import { closeJournal, draftJournal, noJournal } from '../../publish/journal.ts';
import { stageManifest } from '../../publish/manifest.ts';
import { publishSite } from '../../publish/publish-site.ts';
import { noteManifest } from '../../publish/site-state.ts';
import { prepareStaging, type Staging } from '../../publish/staging.ts';
import { clearStaging } from '../../publish/staging-folders.ts';
import type { SiteAssets } from '../../render/assets.ts';
import { stageAddresses } from '../addresses/save-record.ts';
import type { Rendered } from '../build-options.ts';
import { explainPublished } from '../explain.ts';
import { keptPacks, packTasks } from '../packs/plan-packs.ts';
import { sweepPictures } from '../pictures/own-pictures.ts';
import { stagePictures } from '../pictures/stage-pictures.ts';
import { chunkTasks } from '../plan/chunk-tasks.ts';
import { unlistedGroups } from '../plan/page-group.ts';
import { affectedPages, allPages, redirectPages } from '../plan/page-tasks.ts';
import { type AssembledIndex, sweepIndex } from '../search/stage-index.ts';
import type { Task, WorkerSetup } from '../workers/tasks.ts';
import type { WorkerPool } from '../workers/worker-pool.ts';
import { sweepExports } from './exports.ts';
import { explainSite, planSite, type SitePlan } from './plan-site.ts';
import { addCounts, isPage, recordRemovals, type StageCounts } from './record-files.ts';
import type { RenderingEffects, RenderingPlan } from './rendering-plan.ts';
import {
  exportTasks,
  findOldSitemaps,
  findRemovals,
  type StageContext,
  stageContext,
  stageIndex,
  stageOutputs,
  stageSitemaps,
  stageTasks,
} from './stages.ts';
import { versionWords } from './version-words.ts';

/** What a site is rendered from. */
export interface SiteSource {
  readonly catalogue: Catalogue;
  readonly pool: WorkerPool;
  readonly setup: WorkerSetup;
  readonly assets: SiteAssets;
}

/** Yields the tasks of chunks that the cache lacks, and of packs. */
function* partTasks(
  { catalogue, setup, renderSetup, writer }: StageContext,
  { chunks, exports, search }: SitePlan,
  { packs, current }: RenderingPlan,
): Generator<Task> {
  yield* chunkTasks(chunks, exports, search, setup.cache);
  const kept = current.packs ? keptPacks(catalogue, packs, writer) : undefined;
  for (const task of packTasks(packs, kept)) yield { ...task, ...renderSetup };
}

/** Yields the tasks that render pages. */
function* pageTasks(
  { catalogue, renderSetup }: StageContext,
  { listings }: SitePlan,
): Generator<Task> {
  const pages = listings === undefined ? allPages(catalogue) : affectedPages(catalogue, listings);
  for (const tasks of [pages, redirectPages(catalogue)])
    for (const task of tasks) yield { ...task, ...renderSetup };
}

/** A staged site. */
interface StagedSite {
  readonly counts: StageCounts;
  readonly index: AssembledIndex | undefined;
  /** Files of earlier builds to remove. */
  readonly removals: readonly SiteFile[];
  /** Whether the catalogue knows the origin of every file of the site. */
  readonly isComplete: boolean;
}

/** Stages all files of a site and finds those that it no longer has. */
async function stageSite(
  context: StageContext,
  plan: SitePlan,
  assets: SiteAssets,
  rendering: RenderingPlan,
  effects: RenderingEffects,
): Promise<StagedSite> {
  const { catalogue } = context;
  const { build, removals, current } = rendering;
  const rendersAll = plan.listings === undefined;
  const unlisted = groupFingerprint(catalogue, unlistedGroups);
  const parts = partTasks(context, plan, rendering);
  const pages = await stageTasks(context, parts, pageTasks(context, plan), effects.rendering);
  const others = exportTasks(context, plan.exports);
  const search =
    plan.search && (await stageIndex(context, plan.search, { isOfProgram: current.index, others }));
  const exports = search === undefined ? await stageTasks(context, others) : search.counts;
  const rendered = addCounts(pages, exports);
  if (search !== undefined) effects.rendering(rendered.pages);
  effects.publishing();
  const pictures = await stagePictures(context);
  const outputs = stageOutputs(context, assets);
  const unplanned = findRemovals(catalogue, build, plan.listings);
  const removed =
    removals === 'all' ? unplanned : unplanned.filter(({ pageGroup }) => pageGroup !== undefined);
  const isComplete = removed.length === unplanned.length;
  recordRemovals(context, removed);
  const staged = [pictures, outputs].reduce(addCounts, rendered);
  const { index } = search ?? {};
  // A page at a known output path may have become one that no sitemap lists, or the other way.
  const sameListing = groupFingerprint(catalogue, unlistedGroups) === unlisted;
  const hasDays = hasModified(catalogue) || meta(catalogue, 'lastmod') !== undefined;
  const samePages =
    staged.newPages === 0 && !removed.some(isPage) && !plan.addresses.hasChangedRedirects;
  if (!rendersAll && samePages && sameListing && !hasDays) {
    return { counts: staged, index, removals: removed, isComplete };
  }
  // Sitemaps list the pages with the days of their last changes, so they are staged last.
  const sitemaps = stageSitemaps(context);
  const oldSitemaps = findOldSitemaps(catalogue, build);
  recordRemovals(context, oldSitemaps);
  return {
    ...{ counts: addCounts(staged, sitemaps), index, isComplete },
    removals: [...removed, ...oldSitemaps],
  };
}

/** Numbers of files that were published. */
type PublishedCounts = Pick<Rendered, 'written' | 'removed'>;

/** Publishes a staged site if anything has changed. */
function publish(
  { catalogue, setup: { out, config }, journal, debug }: StageContext,
  staging: Staging,
  { counts: { written }, removals }: StagedSite,
): PublishedCounts {
  const hasChanges = written > 0 || removals.length > 0;
  const manifest = {
    ...{ chunks: manifestChunks(catalogue), versionWords: versionWords(config, catalogue) },
    hasChanges,
  };
  if (!stageManifest(staging.folder, out, manifest)) {
    return { written, removed: 0 };
  }
  const removed = publishSite(out, { staging, journal, removals }, debug);
  // The manifest counts where it alone was missing.
  return { written: hasChanges ? written : 1, removed };
}

/** Records in the catalogue that the site is up to date with it. */
function recordSite(
  catalogue: Catalogue,
  out: string,
  plan: RenderingPlan,
  site: SitePlan,
  { isComplete }: StagedSite,
  addresses: MetaValues,
): void {
  forgetChanges(catalogue);
  noteManifest(catalogue, out);
  const lastmod = hasModified(catalogue) ? 'yes' : undefined;
  setMetaValues(catalogue, {
    ...plan.meta,
    ...addresses,
    exports: site.exports.key,
    complete: isComplete ? 'yes' : undefined,
    lastmod,
  });
}

/**
 * Renders the pages of a site and publishes them: plan, stage, publish, record. All files are staged
 * before the first is published, so that an error while staging leaves the site unchanged. The catalogue
 * is committed last.
 *
 * @throws TemplateError, ForeignFileError, DamagedFileError, the file system's error, the signal's reason
 */
export async function renderSite(
  { catalogue, pool, setup, assets }: SiteSource,
  plan: RenderingPlan,
  effects: RenderingEffects,
): Promise<Rendered> {
  const { out, cache } = setup;
  const { debug } = effects;
  const staging = prepareStaging(out);
  try {
    begin(catalogue);
    const keywords = plan.pages === 'all' ? { keywords: keywordColumns(catalogue) } : {};
    const context = stageContext({
      ...{ catalogue, pool, setup, signal: effects.signal, debug },
      writer: pageWriter(catalogue, plan.build),
      journal: staging.isNewSite ? noJournal : draftJournal(staging.folder, out),
      renderSetup: { staging, known: plan.known, divided: plan.packs.divided, ...keywords },
    });
    const { pages, removals } = plan;
    const site = planSite(catalogue, setup, { pages, keepsPages: removals !== 'all' });
    debug?.('plan', explainSite(site));
    const staged = await stageSite(context, site, assets, plan, effects);
    effects.signal?.throwIfAborted();
    const { root, record } = plan;
    const { change } = site.addresses;
    const hasMoved = recordFragments(catalogue, plan.pages);
    const save = stageAddresses(
      ...([catalogue, { cache, root }, record] as const),
      hasMoved && change === 'nothing' ? 'some' : change,
    );
    const published = publish(context, staging, staged);
    recordSite(catalogue, out, plan, site, staged, save());
    commit(catalogue);
    closeJournal(out);
    debug?.('publish', 'catalogue committed, journal closed');
    sweepExports(site.exports, cache);
    sweepIndex(staged.index, cache);
    sweepPictures(catalogue, setup.config.pages, cache);
    const rendered = { rendered: staged.counts.pages, ...published };
    debug?.('publish', explainPublished(rendered, staged.counts.files));
    return rendered;
  } finally {
    rollbackOpen(catalogue);
    clearStaging(out);
  }
}
