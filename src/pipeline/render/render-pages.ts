import { openArchive } from '../../catalogue/archive.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import { entryReader } from '../../catalogue/entry.ts';
import { keptFiles } from '../../catalogue/kept-files.ts';
import { holdersIn } from '../../catalogue/keyword-columns.ts';
import { addressGroup } from '../../catalogue/pages.ts';
import { periodCounter } from '../../catalogue/period-counts.ts';
import { archiveSections } from '../../catalogue/sections.ts';
import { openTimeline } from '../../catalogue/timeline.ts';
import { siteMessages } from '../../i18n/site-messages.ts';
import { address } from '../../model/address.ts';
import type { ArticleContext } from '../../model/archive.ts';
import { downloadContent } from '../../outputs/download-content.ts';
import { type DownloadContext, withDownloads } from '../../pages/downloads.ts';
import { addressKinds, articleKind, overviewKinds, type Page } from '../../pages/kinds.ts';
import { linkArticle } from '../../pages/link-article.ts';
import { renderPage, siteFor } from '../../pages/render-page.ts';
import { siteTermKinds } from '../../pages/site-term-kinds.ts';
import type { KeepFile, StagedFile, StageFile, StageStream } from '../../publish/staging.ts';
import { collectAssets } from '../../render/assets.ts';
import { loadTemplates } from '../load-templates.ts';
import { packWriter } from '../packs/write-pack.ts';
import { articleGroup, overviewGroup } from '../plan/page-group.ts';
import type { PageTask, RenderSetup, WorkerSetup } from '../workers/tasks.ts';
import { type ListingContext, renderListing } from './render-listing.ts';

/** What stages files. */
export interface FileStages {
  readonly stage: StageFile;
  readonly stageStream: StageStream;
  readonly keep: KeepFile;
}

/** Renders pages and stages them. */
export interface Renderer {
  /** Renders the pages of a task; returns their staged files. */
  render(task: PageTask): readonly StagedFile[];
}

/** Renders the page and the downloads of an article. */
function* renderArticle(
  { config, messages, stage, stagePage }: ListingContext,
  stored: ArticleContext,
  downloads: DownloadContext,
): Generator<StagedFile> {
  const context = withDownloads(linkArticle(stored, config), config, downloads);
  const page = articleKind.page(context, { config, messages });
  yield stagePage(page, articleGroup);
  const permalink = config.baseUrl && address(config.baseUrl, page.outputPath);
  for (const { form, outputPath } of page.data.downloads) {
    const content = downloadContent(
      form,
      context.article,
      form === 'original' ? context.original?.() : undefined,
      permalink,
      config.fields,
    );
    yield stage(outputPath, articleGroup, content);
  }
}

/**
 * Loads the templates and opens a renderer, which only reads the catalogue.
 *
 * @param render `keywords`: those of all articles, where all pages are rendered; `divided`: the packs that are divided
 * @throws TemplateError if a template of the site does not load
 */
export async function openRenderer(
  { config, templates: folder, assets: collected }: WorkerSetup,
  catalogue: Catalogue,
  { stage, stageStream, keep }: FileStages,
  { keywords, divided }: Pick<RenderSetup, 'keywords' | 'divided'>,
): Promise<Renderer> {
  const templates = await loadTemplates(folder);
  const messages = siteMessages(config);
  const assets = collected ?? collectAssets(folder, config.look, config.search, messages.reader);
  const site = siteFor(config, assets, archiveSections(catalogue, siteTermKinds(config)));
  const entries = entryReader(catalogue);
  const timeline = openTimeline(catalogue, entries, keywords && holdersIn(keywords));
  const archive = openArchive(catalogue, entries);
  const stagePage = (page: Page, pageGroup: string): StagedFile =>
    stage(page.outputPath, pageGroup, renderPage(page, templates, site(page)));
  const count = periodCounter(catalogue);
  const isKept = keptFiles(catalogue);
  const context: ListingContext = {
    ...{ catalogue, config, messages, timeline, count },
    ...{ stage, stagePage, isKept },
  };
  const downloads = { divided: new Set(divided), isKept };
  const writePacks = packWriter(catalogue, config, downloads.divided, stageStream, entries);
  return {
    render(task) {
      switch (task.do) {
        case 'articles-from':
          return timeline
            .articles(task.after, task.count)
            .flatMap((article) => [...renderArticle(context, article, downloads)]);
        case 'articles':
          return task.docs.flatMap((doc) => {
            const article = timeline.article(doc);
            return article === undefined ? [] : [...renderArticle(context, article, downloads)];
          });
        case 'packs':
          return [...writePacks(task.packs)];
        case 'addresses':
          return task.redirects.map((redirect) => {
            const kind = addressKinds[redirect.target === undefined ? 'gone' : 'moved'];
            return stagePage(kind.page(redirect, { config, messages }), addressGroup);
          });
        case 'listings':
          return task.ranges.flatMap((range) => [...renderListing(context, range)]);
        case 'overview': {
          const overview = overviewKinds.find(({ kind }) => kind === task.kind);
          const { manifest: indexManifest, changes } = task;
          const planning = { config, messages, archive, indexManifest, changes };
          const group = overviewGroup(task.kind);
          return Array.from<Page, StagedFile>(
            overview?.pages(planning) ?? [],
            (page) =>
              (page.isUnchanged === true ? keep(page.outputPath, group) : undefined) ??
              stagePage(page, group),
          );
        }
      }
    },
  };
}
