import type { Catalogue } from '../../catalogue/database.ts';
import {
  contentHashAt,
  exportGroup,
  outputGroup,
  type PageWriter,
  type SiteFile,
  searchGroup,
  sitemapGroup,
  unplannedFiles,
} from '../../catalogue/pages.ts';
import type { Debug } from '../../model/debug.ts';
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
import { type AffectedListing, leftFiles } from '../plan/affected-pages.ts';
import type { SearchPlan } from '../search/plan-index.ts';
import { type AssembledIndex, assembleIndex, mergeIndex } from '../search/stage-index.ts';
import type { RenderSetup, Task, TaskResult, WorkerSetup } from '../workers/tasks.ts';
import { runTasks, type WorkerPool } from '../workers/worker-pool.ts';
import { type ExportPlan, exportFiles } from './exports.ts';
import { outputFiles, sitemapFiles } from './output-files.ts';

/** What every stage of the making of a site works with. */
export interface StageContext {
  readonly catalogue: Catalogue;
  readonly crew: WorkerPool;
  readonly setup: WorkerSetup;
  readonly rendering: RenderSetup;
  /** Records what the site must have. */
  readonly writer: PageWriter;
  readonly stage: StageFile;
  readonly streamStage: StageStream;
  readonly signal: AbortSignal | undefined;
  readonly debug: Debug | undefined;
}

/** Returns the context of a build's stages. */
export function stageContext(
  catalogue: Catalogue,
  writer: PageWriter,
  given: Pick<StageContext, 'crew' | 'setup' | 'rendering' | 'signal' | 'debug'>,
): StageContext {
  const { staging, known } = given.rendering;
  const { out } = given.setup;
  return {
    ...given,
    catalogue,
    writer,
    stage: stager(staging, out, knownSite(catalogue, known)),
    streamStage: streamStager(staging, out, knownSite(catalogue, known)),
  };
}

/** What a stage made. */
export interface StageCounts {
  /** Pages that were made, whether or not the site had them. */
  readonly pages: number;
  /** Files that wait to be published. */
  readonly written: number;
  /** Pages at addresses where nothing was. */
  readonly newPages: number;
  /** All files that the site must have. */
  readonly files: number;
}

/** A stage that made nothing. */
export const noCounts: StageCounts = { pages: 0, written: 0, newPages: 0, files: 0 };

/** Returns what several stages made together. */
export const addCounts = (a: StageCounts, b: StageCounts): StageCounts => ({
  pages: a.pages + b.pages,
  written: a.written + b.written,
  newPages: a.newPages + b.newPages,
  files: a.files + b.files,
});

/** Tells whether a file is a page. */
export const isPage = ({ outputPath }: Pick<SiteFile, 'outputPath'>): boolean =>
  outputPath.endsWith('.html');

/** Records a staged file; returns it as a count. */
function record(writer: PageWriter, file: StagedFile): StageCounts {
  if (file.state === 'same' && file.by === 'catalogue')
    writer.markPlanned(file.outputPath, file.pageGroup);
  else writer.put(file);
  return {
    pages: isPage(file) ? 1 : 0,
    written: file.state === 'same' ? 0 : 1,
    newPages: file.state === 'new' && isPage(file) ? 1 : 0,
    files: 1,
  };
}

const recordAll = (writer: PageWriter, files: Iterable<StagedFile>): StageCounts => {
  let counts = noCounts;
  for (const file of files) counts = addCounts(counts, record(writer, file));
  return counts;
};

const recordResult = (writer: PageWriter, result: TaskResult): StageCounts =>
  result.of === 'files' ? recordAll(writer, result.files) : noCounts;

/** Makes pages, and what the cache keeps of pieces, by tasks; tells how many pages are made. */
export async function stagePages(
  { crew, writer, signal, debug }: StageContext,
  tasks: Iterable<Task>,
  progress: (pages: number) => void,
): Promise<StageCounts> {
  let counts = noCounts;
  const done = new Map<string, number>();
  await runTasks(
    crew,
    tasks,
    (result, { do: kind }) => {
      done.set(kind, (done.get(kind) ?? 0) + 1);
      if (result.of !== 'files') return;
      counts = addCounts(counts, recordResult(writer, result));
      progress(counts.pages);
    },
    signal,
  );
  debug?.('render', `tasks: ${explainTasks(done)}; ${counts.pages} pages`);
  return counts;
}

/** What the stage of the search made. */
export interface StagedIndex {
  readonly index: AssembledIndex;
  readonly counts: StageCounts;
}

/**
 * Merges the search index, stages its files and makes the page that searches it.
 *
 * @param every whether every page is made, and no file of the site is taken for what it must be
 */
export async function stageIndex(
  { catalogue, crew, setup, rendering, writer, stage, signal, debug }: StageContext,
  plan: SearchPlan,
  every: boolean,
): Promise<StagedIndex> {
  const drawers = await mergeIndex(crew, plan, setup.cache, signal);
  debug?.('render', 'search index merged');
  const published = contentHashAt(catalogue);
  let counts = noCounts;
  const index = assembleIndex(plan, drawers, setup.cache, ({ outputPath, content }) => {
    // An address names the content: what is published there is what must be there.
    if (!every && published(outputPath) !== undefined) writer.markPlanned(outputPath, searchGroup);
    else counts = addCounts(counts, record(writer, stage(outputPath, searchGroup, content())));
  });
  const { directory } = index;
  const page = await crew.perform({ do: 'overview', kind: 'search', directory, ...rendering });
  return { index, counts: addCounts(counts, recordResult(writer, page)) };
}

/** Stages style sheets, fonts, feeds and other files that are no pages. */
export function stageOutputs(
  { catalogue, setup, writer, stage }: StageContext,
  assets: SiteAssets,
): StageCounts {
  let counts = noCounts;
  for (const { outputPath, content } of outputFiles(setup.config, catalogue, assets)) {
    counts = addCounts(counts, record(writer, stage(outputPath, outputGroup, content)));
  }
  return counts;
}

/** Stages the exports, once the cache lacks none of their pieces. */
export function stageExports(
  { setup, writer, streamStage }: StageContext,
  plan: ExportPlan,
): StageCounts {
  let counts = noCounts;
  for (const { outputPath, content } of exportFiles(plan, setup.cache)) {
    counts = addCounts(counts, record(writer, streamStage(outputPath, exportGroup, content)));
  }
  return counts;
}

/**
 * Returns the files that the site must not have any more, but for sitemaps, once everything else is
 * planned.
 *
 * @param build number of this build
 * @param listings those that changes affect; undefined where every page was made
 */
export function findRemovals(
  catalogue: Catalogue,
  build: number,
  listings: readonly AffectedListing[] | undefined,
): readonly SiteFile[] {
  if (listings === undefined) {
    return [...unplannedFiles(catalogue, build)].filter(
      ({ pageGroup }) => pageGroup !== sitemapGroup,
    );
  }
  return [
    ...leftFiles(catalogue, build, listings),
    ...unplannedFiles(catalogue, build, searchGroup),
  ];
}

/** Stages the sitemaps of the pages that are recorded. */
export function stageSitemaps({ catalogue, setup, writer, stage }: StageContext): StageCounts {
  let counts = noCounts;
  for (const { outputPath, content } of sitemapFiles(setup.config, catalogue)) {
    counts = addCounts(counts, record(writer, stage(outputPath, sitemapGroup, content)));
  }
  return counts;
}

/** Returns the sitemaps that the site has no more, once the others are planned. */
export const findOldSitemaps = (catalogue: Catalogue, build: number): readonly SiteFile[] => [
  ...unplannedFiles(catalogue, build, sitemapGroup),
];

/** Records that the site has some files no more. */
export function recordRemovals({ writer }: StageContext, files: readonly SiteFile[]): void {
  for (const { outputPath } of files) writer.remove(outputPath);
}
