import { chunkArticles } from '../../catalogue/chunks.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import { cataloguePath, openReader } from '../../catalogue/open.ts';
import { exportGroup, searchGroup } from '../../catalogue/pages.ts';
import { openSpool } from '../../catalogue/spool.ts';
import { inTransaction } from '../../catalogue/transaction.ts';
import type { Article } from '../../model/article.ts';
import { knownSite } from '../../publish/site-state.ts';
import { keeper, type StagedFile, stager, streamStager } from '../../publish/staging.ts';
import type { Format } from '../../sources/format.ts';
import { openPictureLibrary } from '../pictures/picture-library.ts';
import { type PictureReader, pictureReader } from '../pictures/picture-reader.ts';
import { convertSeed, needsConversion } from '../read/convert-seed.ts';
import { readRecordFile } from '../read/read-record-file.ts';
import { readRecords } from '../read/read-records.ts';
import { readSeedTask } from '../read/read-seed-task.ts';
import { spoolDocuments, spoolSeeds } from '../read/spool-results.ts';
import { type ChunkExport, chunkExport, exportContent } from '../render/exports.ts';
import { type FileStages, openRenderer, type Renderer } from '../render/render-pages.ts';
import { indexChunk } from '../search/index-chunk.ts';
import { indexFileContent } from '../search/index-files.ts';
import { mergePartitions } from '../search/merge-partitions.ts';
import { openSegments, type SegmentReader } from '../search/segment-reader.ts';
import type {
  ChunkTask,
  ExportTask,
  IndexFilesTask,
  RenderSetup,
  SeedResult,
  Task,
  TaskResult,
  WorkerSetup,
} from './tasks.ts';

/** Runs tasks one after another; opens the catalogue, templates and search segments when first needed. */
export interface TaskRunner {
  /** @throws TemplateError, DamagedFileError, the file system's error */
  run(task: Task): Promise<TaskResult>;
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
  let files: FileStages | undefined;
  let articlesOf: ReturnType<typeof chunkArticles> | undefined;
  let segments: SegmentReader | undefined;
  let reader: Catalogue | undefined;
  let pictures: PictureReader | undefined;
  const spool = setup.spool && openSpool(setup.spool.path, setup.spool);

  function readCatalogue(): Catalogue {
    reader ??= openReader(cataloguePath(cache));
    return reader;
  }

  /** Opens the pictures of the seeds folder, once an article names one. */
  function openPictures(): PictureReader {
    pictures ??= pictureReader(openPictureLibrary(readCatalogue(), setup.seeds), cache);
    return pictures;
  }

  /** Opens what stages files, once for all tasks. */
  function siteFiles({ staging, known }: RenderSetup): FileStages {
    if (files === undefined) {
      const site = knownSite(readCatalogue(), known);
      files = {
        stage: stager(staging, out, site),
        stageStream: streamStager(staging, out, site),
        keep: keeper(site),
      };
    }
    return files;
  }

  const createRenderer = async (task: RenderSetup): Promise<Renderer> =>
    openRenderer(setup, readCatalogue(), siteFiles(task), task);

  function packIndexFiles(task: IndexFilesTask): readonly StagedFile[] {
    const { stage } = siteFiles(task);
    return task.files.map((file) =>
      stage(file.outputPath, searchGroup, indexFileContent(file, cache)),
    );
  }

  function joinExport(task: ExportTask): StagedFile {
    const { outputPath } = task.file;
    return siteFiles(task).stageStream(outputPath, exportGroup, exportContent(task.file, cache));
  }

  /** Yields the articles of a chunk for its index; each is added to the exports first. */
  function* exported(
    articles: Iterable<Article>,
    part: ChunkExport | undefined,
  ): Generator<Article> {
    for (const article of articles) {
      part?.add(article);
      yield article;
    }
  }

  function processChunk({ chunk, exports, search }: ChunkTask): void {
    const catalogue = readCatalogue();
    articlesOf ??= chunkArticles(catalogue);
    const part = exports === undefined ? undefined : chunkExport(exports, config, cache);
    const articles = exported(articlesOf(chunk), part);
    inTransaction(catalogue, () => {
      if (search === undefined) for (const _ of articles);
      else indexChunk(articles, search.name, search.settings, config, cache);
    });
    part?.write();
  }

  return {
    async run(task) {
      switch (task.do) {
        case 'read-seeds': {
          const seeds: SeedResult[] = [];
          for (const seed of task.seeds) {
            const isPackage = needsConversion(seed.seed, formats);
            const conversion = isPackage ? await convertSeed(seed.seed, formats) : undefined;
            seeds.push(readSeedTask(seed, config, formats, openPictures, conversion));
          }
          return { of: 'seeds', seeds: spool ? spoolSeeds(spool, seeds) : seeds };
        }
        case 'read-records': {
          const documents = readRecords(task, config, openPictures);
          return {
            of: 'documents',
            documents: spool ? spoolDocuments(spool, documents) : documents,
          };
        }
        case 'read-record-file':
          return readRecordFile(task, config, spool, openPictures);
        case 'chunk':
          processChunk(task);
          return { of: 'cache' };
        case 'merge':
          segments ??= openSegments(cache);
          mergePartitions(task, segments, cache);
          return { of: 'cache' };
        case 'index-files':
          return { of: 'files', files: packIndexFiles(task) };
        case 'export':
          return { of: 'files', files: [joinExport(task)] };
        default: {
          renderer ??= createRenderer(task);
          const { render } = await renderer;
          return { of: 'files', files: inTransaction(readCatalogue(), () => render(task)) };
        }
      }
    },
    close() {
      reader?.close();
      segments?.close();
      spool?.close();
    },
  };
}
