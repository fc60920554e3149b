import type { Catalogue } from '../../catalogue/database.ts';
import { packGroup } from '../../catalogue/packs.ts';
import {
  contentHashAt,
  exportGroup,
  outputGroup,
  type RecordedFile,
  type SiteFile,
  searchGroup,
  sitemapGroup,
  unplannedFiles,
} from '../../catalogue/pages.ts';
import { pictureGroup } from '../../catalogue/pictures.ts';
import type { Debug } from '../../model/debug.ts';
import { knownSite } from '../../publish/site-state.ts';
import { type StageFile, type StageStream, stager, streamStager } from '../../publish/staging.ts';
import type { SiteAssets } from '../../render/assets.ts';
import { explainTasks } from '../explain.ts';
import { removedFiles } from '../plan/affected-pages.ts';
import type { AffectedListing } from '../plan/affected-parts.ts';
import type { SearchPlan } from '../search/plan-index.ts';
import { type AssembledIndex, mergeIndex, stageIndexFiles } from '../search/stage-index.ts';
import type { RenderSetup, Task, WorkerSetup } from '../workers/tasks.ts';
import { runTasks, type WorkerPool } from '../workers/worker-pool.ts';
import { type ExportPlan, exportFiles } from './exports.ts';
import { outputFiles, sitemapFiles } from './output-files.ts';
import {
  addCounts,
  type FileRecords,
  noCounts,
  recordAll,
  recordResult,
  type StageCounts,
} from './record-files.ts';

/** What every stage of rendering a site works with. */
export interface StageContext extends FileRecords {
  readonly catalogue: Catalogue;
  readonly pool: WorkerPool;
  readonly setup: WorkerSetup;
  readonly renderSetup: RenderSetup;
  readonly stage: StageFile;
  readonly streamStage: StageStream;
  readonly signal: AbortSignal | undefined;
  readonly debug: Debug | undefined;
}

/** Returns the context of a build's stages. */
export function stageContext(basis: Omit<StageContext, 'stage' | 'streamStage'>): StageContext {
  const { staging, known } = basis.renderSetup;
  const { out } = basis.setup;
  const site = knownSite(basis.catalogue, known);
  return {
    ...basis,
    stage: stager(staging, out, site),
    streamStage: streamStager(staging, out, site),
  };
}

/**
 * Runs tasks that render pages or process chunks of the archive.
 *
 * @param progress receives the number of pages rendered so far
 * @throws the first error of a task; the signal's reason
 */
export async function stagePages(
  { pool, writer, journal, signal, debug }: StageContext,
  tasks: Iterable<Task>,
  progress: (pages: number) => void,
): Promise<StageCounts> {
  let counts = noCounts;
  const tasksByKind = new Map<string, number>();
  await runTasks(
    pool,
    tasks,
    (result, { do: kind }) => {
      tasksByKind.set(kind, (tasksByKind.get(kind) ?? 0) + 1);
      counts = addCounts(counts, recordResult({ writer, journal }, result));
      progress(counts.pages);
    },
    signal,
  );
  debug?.('render', `tasks: ${explainTasks(tasksByKind)}; ${counts.pages} pages`);
  return counts;
}

/** The result of the search stage. */
export interface StagedIndex {
  readonly index: AssembledIndex;
  readonly counts: StageCounts;
}

/**
 * Merges the search index, stages its files and renders the search page.
 *
 * @param rendersAll whether all pages are rendered, so that no published file is relied on
 * @throws DamagedFileError, TemplateError, the file system's error, the signal's reason
 */
export async function stageIndex(
  { catalogue, pool, setup, renderSetup, writer, journal, signal, debug }: StageContext,
  plan: SearchPlan,
  rendersAll: boolean,
): Promise<StagedIndex> {
  const partitions = await mergeIndex(pool, plan, setup.cache, signal);
  debug?.('render', 'search index merged');
  const published = contentHashAt(catalogue);
  let counts = noCounts;
  const index = await stageIndexFiles(pool, plan, partitions, setup.cache, {
    renderSetup,
    // The name of an index file follows from its content, so a published file of this name is current.
    isCurrent(outputPath) {
      if (rendersAll || published(outputPath) === undefined) return false;
      writer.markPlanned(outputPath, searchGroup);
      return true;
    },
    use(result) {
      counts = addCounts(counts, recordResult({ writer, journal }, result));
    },
    signal,
  });
  const { manifest } = index;
  const page = await pool.run({ do: 'overview', kind: 'search', manifest, ...renderSetup });
  return { index, counts: addCounts(counts, recordResult({ writer, journal }, page)) };
}

/** Stages style sheets, fonts, feeds and other files that are not pages. */
export function stageOutputs(
  { catalogue, setup, writer, journal, stage }: StageContext,
  assets: SiteAssets,
): StageCounts {
  const files = outputFiles(setup.config, catalogue, assets);
  return recordAll(
    { writer, journal },
    files.map(({ outputPath, content }) => stage(outputPath, outputGroup, content)),
  );
}

/** Stages the exports, once the cache has all their parts. Throws DamagedFileError and the file system's error. */
export function stageExports(
  { setup, writer, journal, streamStage }: StageContext,
  plan: ExportPlan,
): StageCounts {
  const files = exportFiles(plan, setup.cache).values();
  return recordAll(
    { writer, journal },
    files.map(({ outputPath, content }) => streamStage(outputPath, exportGroup, content)),
  );
}

/**
 * Returns the files that the site no longer has, except sitemaps, once everything else is planned.
 *
 * @param build number of this build
 * @param listings those affected by changes; undefined if all pages were rendered
 */
export function findRemovals(
  catalogue: Catalogue,
  build: number,
  listings: readonly AffectedListing[] | undefined,
): readonly RecordedFile[] {
  if (listings === undefined) {
    return [...unplannedFiles(catalogue, build)].filter(
      ({ pageGroup }) => pageGroup !== sitemapGroup,
    );
  }
  return [
    ...removedFiles(catalogue, build, listings),
    ...unplannedFiles(catalogue, build, packGroup),
    ...unplannedFiles(catalogue, build, searchGroup),
    ...unplannedFiles(catalogue, build, pictureGroup),
  ];
}

/** Stages the sitemaps of the recorded pages. */
export function stageSitemaps({
  catalogue,
  setup,
  writer,
  journal,
  stage,
}: StageContext): StageCounts {
  const files = sitemapFiles(setup.config, catalogue);
  return recordAll(
    { writer, journal },
    files.map(({ outputPath, content }) => stage(outputPath, sitemapGroup, content)),
  );
}

/** Returns the sitemaps that the site no longer has, once the current ones are planned. */
export const findOldSitemaps = (catalogue: Catalogue, build: number): readonly SiteFile[] => [
  ...unplannedFiles(catalogue, build, sitemapGroup),
];
