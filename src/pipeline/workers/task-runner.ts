import { chunkArticles } from '../../catalogue/chunks.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import { cataloguePath, openReader } from '../../catalogue/open.ts';
import { knownSite } from '../../publish/site-state.ts';
import { stager } from '../../publish/staging.ts';
import type { Format } from '../../sources/format.ts';
import { readRecords } from '../read/read-records.ts';
import { readSeedTask } from '../read/read-seed-task.ts';
import { exportChunk } from '../render/exports.ts';
import { openRenderer, type Renderer } from '../render/render-pages.ts';
import { indexChunk } from '../search/index-chunk.ts';
import { mergePartitions, openSegments, type SegmentReader } from '../search/merge-partitions.ts';
import type { RenderSetup, Task, TaskResult, WorkerSetup } from './tasks.ts';

/** Performs tasks one after another; opens the catalogue, the templates and the index when a task first needs them. */
export interface TaskRunner {
  /** @throws TemplateError, and the file system's error */
  perform(task: Task): Promise<TaskResult>;
  close(): void;
}

/**
 * Returns a task runner for this thread, main or worker.
 *
 * @param formats the formats that are known; the built-in ones by default
 */
export function openTaskRunner(setup: WorkerSetup, formats?: readonly Format[]): TaskRunner {
  const { config, cache, out } = setup;
  let renderer: Promise<Renderer> | undefined;
  let articlesOf: ReturnType<typeof chunkArticles> | undefined;
  let runs: SegmentReader | undefined;
  let reader: Catalogue | undefined;

  function readCatalogue(): Catalogue {
    reader ??= openReader(cataloguePath(cache));
    return reader;
  }

  async function begin({ staging, known }: RenderSetup): Promise<Renderer> {
    const catalogue = readCatalogue();
    return openRenderer(setup, catalogue, stager(staging, out, knownSite(catalogue, known)));
  }

  return {
    async perform(task) {
      if (task.do === 'read-seeds') {
        return {
          of: 'seeds',
          seeds: task.seeds.map((seed) => readSeedTask(seed, config, formats)),
        };
      }
      if (task.do === 'read-records') {
        return { of: 'documents', documents: readRecords(task, config) };
      }
      if (task.do === 'piece') {
        const { piece, exports, search } = task;
        articlesOf ??= chunkArticles(readCatalogue());
        const articles = articlesOf(piece);
        if (exports !== undefined) exportChunk(articles, exports, config, cache);
        if (search !== undefined) indexChunk(articles, search.name, search.making, config, cache);
        return { of: 'cache' };
      }
      if (task.do === 'merge') {
        runs ??= openSegments(cache);
        mergePartitions(task.drawers, task.runs, runs, task.room, cache);
        return { of: 'cache' };
      }
      renderer ??= begin(task);
      return { of: 'files', files: (await renderer).make(task) };
    },
    close() {
      reader?.close();
      runs?.close();
    },
  };
}
