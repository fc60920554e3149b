import type { Catalogue } from '../../catalogue/database.ts';
import { meta } from '../../catalogue/meta.ts';
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
import {
  keeper,
  type StageFile,
  type StageStream,
  stager,
  streamStager,
} from '../../publish/staging.ts';
import type { SiteAssets } from '../../render/assets.ts';
import { explainTasks } from '../explain.ts';
import { removedFiles } from '../plan/affected-pages.ts';
import type { AffectedListing } from '../plan/affected-parts.ts';
import type { SearchPlan } from '../search/plan-index.ts';
import { type AssembledIndex, mergeIndex, stageIndexFiles } from '../search/stage-index.ts';
import type { ExportTask, RenderSetup, Task, TaskResult, WorkerSetup } from '../workers/tasks.ts';
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
 * @param own tasks that the main thread takes first
 * @param progress receives the number of pages rendered so far
 * @throws the first error of a task; the signal's reason
 */
export async function stageTasks(
  { pool, writer, journal, signal, debug }: StageContext,
  tasks: Iterable<Task>,
  own: Iterable<Task> = [],
  progress?: (pages: number) => void,
): Promise<StageCounts> {
  let counts = noCounts;
  const tasksByKind = new Map<string, number>();
  await runTasks(
    pool,
    tasks,
    (result, { do: kind }) => {
      tasksByKind.set(kind, (tasksByKind.get(kind) ?? 0) + 1);
      counts = addCounts(counts, recordResult({ writer, journal }, result));
      progress?.(counts.pages);
    },
    signal,
    own,
  );
  debug?.('render', `tasks: ${explainTasks(tasksByKind)}; ${counts.pages} pages`);
  return counts;
}

/** The result of the search stage. */
export interface StagedIndex {
  readonly index: AssembledIndex;
  readonly counts: StageCounts;
}

/** How the search index is staged. */
export interface IndexStage {
  /** Whether the published files of the index were made by this program. */
  readonly isOfProgram: boolean;
  /** Tasks to be done beside the merge. */
  readonly others: Iterable<ExportTask>;
}

/**
 * Merges the search index, stages its files and renders the search page; returns the counts of the other tasks too.
 *
 * @throws DamagedFileError, TemplateError, the file system's error, the signal's reason
 */
export async function stageIndex(
  { catalogue, pool, setup, renderSetup, writer, journal, signal, debug }: StageContext,
  plan: SearchPlan,
  { isOfProgram, others }: IndexStage,
): Promise<StagedIndex> {
  let counts = noCounts;
  const use = (result: TaskResult): void => {
    counts = addCounts(counts, recordResult({ writer, journal }, result));
  };
  const partitions = await mergeIndex(pool, plan, setup.cache, { others, use, signal });
  debug?.('render', 'search index merged');
  const published = contentHashAt(catalogue);
  const index = await stageIndexFiles(pool, plan, partitions, setup.cache, {
    renderSetup,
    // The name of an index file follows from its content, so a published file of this name is current.
    isCurrent(outputPath) {
      if (!isOfProgram || published(outputPath) === undefined) return false;
      writer.markPlanned(outputPath, searchGroup);
      return true;
    },
    ...{ use, signal },
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

/**
 * Yields the tasks that join and stage the exports, once the cache has all their parts. Those that the site has as they
 * must be are marked as planned.
 */
export function* exportTasks(
  { catalogue, renderSetup, writer }: StageContext,
  plan: ExportPlan,
): Generator<ExportTask> {
  const isSame = meta(catalogue, 'exports') === plan.key;
  const keep = keeper(knownSite(catalogue, renderSetup.known));
  for (const file of exportFiles(plan)) {
    if (isSame && keep(file.outputPath, exportGroup) !== undefined) {
      writer.markPlanned(file.outputPath, exportGroup);
    } else yield { do: 'export', file, ...renderSetup };
  }
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
