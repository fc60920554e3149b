import type { Catalogue } from '../../catalogue/database.ts';
import {
  contentHashAt,
  exportGroup,
  outputGroup,
  type PageWriter,
  type RecordedFile,
  type SiteFile,
  searchGroup,
  sitemapGroup,
  unplannedFiles,
} from '../../catalogue/pages.ts';
import type { Debug } from '../../model/debug.ts';
import type { JournalDraft } from '../../publish/journal.ts';
import { knownSite } from '../../publish/site-state.ts';
import {
  type StagedFile,
  type StageFile,
  type StageStream,
  stager,
  streamStager,
} from '../../publish/staging.ts';
import type { SiteAssets } from '../../render/assets.ts';
import { explainTasks } from '../explain.ts';
import { type AffectedListing, removedFiles } from '../plan/affected-pages.ts';
import type { SearchPlan } from '../search/plan-index.ts';
import { type AssembledIndex, assembleIndex, mergeIndex } from '../search/stage-index.ts';
import type { RenderSetup, Task, TaskResult, WorkerSetup } from '../workers/tasks.ts';
import { runTasks, type WorkerPool } from '../workers/worker-pool.ts';
import { type ExportPlan, exportFiles } from './exports.ts';
import { outputFiles, sitemapFiles } from './output-files.ts';

/** What every stage of rendering a site works with. */
export interface StageContext {
  readonly catalogue: Catalogue;
  readonly pool: WorkerPool;
  readonly setup: WorkerSetup;
  readonly renderSetup: RenderSetup;
  /** Records the files that the site must have. */
  readonly writer: PageWriter;
  /** Lists what publishing will change. */
  readonly journal: JournalDraft;
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

/** Numbers of files that a stage produced. */
export interface StageCounts {
  /** Rendered pages, whether or not the site has them already. */
  readonly pages: number;
  /** Files staged to be published. */
  readonly written: number;
  /** Rendered pages at output paths that are new to the site. */
  readonly newPages: number;
  /** All files that the site must have. */
  readonly files: number;
}

/** The counts of a stage that produced nothing. */
export const noCounts: StageCounts = { pages: 0, written: 0, newPages: 0, files: 0 };

/** Returns the sum of two stages' counts. */
export const addCounts = (a: StageCounts, b: StageCounts): StageCounts => ({
  pages: a.pages + b.pages,
  written: a.written + b.written,
  newPages: a.newPages + b.newPages,
  files: a.files + b.files,
});

/** Tells whether a file is a page. */
export const isPage = ({ outputPath }: Pick<SiteFile, 'outputPath'>): boolean =>
  outputPath.endsWith('.html');

/** Where stages record files. */
type Records = Pick<StageContext, 'writer' | 'journal'>;

/** Records a staged file; returns its counts. */
function record({ writer, journal }: Records, file: StagedFile): StageCounts {
  if (file.state === 'same' && file.by === 'catalogue') {
    writer.markPlanned(file.outputPath, file.pageGroup);
  } else {
    // The catalogue gets to know it when it is committed, after publishing.
    if (file.formerHash !== file.contentHash) journal.add(file);
    writer.put(file);
  }
  return {
    pages: isPage(file) ? 1 : 0,
    written: file.state === 'same' ? 0 : 1,
    newPages: file.state === 'new' && isPage(file) ? 1 : 0,
    files: 1,
  };
}

/** Records staged files; returns the sum of their counts. */
function recordAll(records: Records, files: Iterable<StagedFile>): StageCounts {
  let counts = noCounts;
  for (const file of files) counts = addCounts(counts, record(records, file));
  return counts;
}

const recordResult = (records: Records, result: TaskResult): StageCounts =>
  result.of === 'files' ? recordAll(records, result.files) : noCounts;

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
      if (result.of !== 'files') return;
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
  { catalogue, pool, setup, renderSetup, writer, journal, stage, signal, debug }: StageContext,
  plan: SearchPlan,
  rendersAll: boolean,
): Promise<StagedIndex> {
  const partitions = await mergeIndex(pool, plan, setup.cache, signal);
  debug?.('render', 'search index merged');
  const published = contentHashAt(catalogue);
  let counts = noCounts;
  const index = assembleIndex(plan, partitions, setup.cache, ({ outputPath, content }) => {
    // The name of an index file follows from its content, so a published file of this name is current.
    if (!rendersAll && published(outputPath) !== undefined)
      writer.markPlanned(outputPath, searchGroup);
    else
      counts = addCounts(
        counts,
        record({ writer, journal }, stage(outputPath, searchGroup, content())),
      );
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
    ...unplannedFiles(catalogue, build, searchGroup),
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

/** Records that the site no longer has some files. */
export function recordRemovals(
  { writer, journal }: StageContext,
  files: readonly SiteFile[],
): void {
  for (const { outputPath, contentHash: formerHash } of files) {
    journal.add({ outputPath, formerHash, contentHash: undefined });
    writer.remove(outputPath);
  }
}
