import { openArchive } from '../../catalogue/archive.ts';
import { firstCursor } from '../../catalogue/cursor.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import { addressGroup } from '../../catalogue/pages.ts';
import { periodCounter } from '../../catalogue/period-counts.ts';
import { sortKeyOf } from '../../catalogue/sort-key.ts';
import { openTimeline } from '../../catalogue/timeline.ts';
import { siteMessages } from '../../i18n/site-messages.ts';
import { address } from '../../model/address.ts';
import type { ArticleContext } from '../../model/archive.ts';
import type { Entry } from '../../model/page.ts';
import { atom, termFeedSize } from '../../outputs/atom.ts';
import { downloadContent } from '../../outputs/download-content.ts';
import {
  addressKinds,
  articleKind,
  listingKindOf,
  overviewKinds,
  type Page,
} from '../../pages/kinds.ts';
import { linkArticle } from '../../pages/link-article.ts';
import { listingPages, listingSlice } from '../../pages/listing.ts';
import type { SiteContext } from '../../pages/page-kind.ts';
import { renderPage, siteFor } from '../../pages/render-page.ts';
import { termCharts } from '../../pages/term-charts.ts';
import type { KeepFile, StagedFile, StageFile } from '../../publish/staging.ts';
import { collectAssets } from '../../render/assets.ts';
import { loadTemplates } from '../load-templates.ts';
import { articleGroup, articleSet, overviewGroup, pageGroupOf } from '../plan/page-group.ts';
import type { ListingRange, PageTask, WorkerSetup } from '../workers/tasks.ts';

/** Renders pages and stages them. */
export interface Renderer {
  /** Renders the pages of a task; returns their staged files. */
  render(task: PageTask): readonly StagedFile[];
}

/** What pages are rendered with. */
interface RenderContext extends SiteContext {
  readonly timeline: ReturnType<typeof openTimeline>;
  /** Counts the articles of a collection by year, month or day. */
  readonly periods: ReturnType<typeof periodCounter>;
  readonly stage: StageFile;
  /** Renders a page and stages it. */
  readonly stagePage: (page: Page, pageGroup: string) => StagedFile;
}

/** Renders the page and the downloads of an article. */
function* renderArticle(
  { config, messages, stage, stagePage }: RenderContext,
  stored: ArticleContext,
): Generator<StagedFile> {
  const context = linkArticle(stored, config);
  const page = articleKind.page(context, { config, messages });
  yield stagePage(page, articleGroup);
  const permalink = config.baseUrl && address(config.baseUrl, page.outputPath);
  for (const { form, outputPath } of page.data.downloads) {
    const content = downloadContent(
      form,
      context.article,
      context.original,
      permalink,
      config.fields,
    );
    yield stage(outputPath, articleGroup, content);
  }
}

/** Renders pages of a listing; with the newest page also its feed, which shows the newest articles. */
function* renderListing(
  { config, messages, timeline, periods, stage, stagePage }: RenderContext,
  { key, name, extent, from, to, after }: ListingRange,
): Generator<StagedFile> {
  const set = articleSet(key, name);
  const kind = listingKindOf(set);
  const pages = listingPages(extent.articles);
  const pathOf = (page: number): string => kind.outputPath(set, page === pages ? undefined : page);
  let last = after;
  let newest: readonly Entry[] | undefined;
  for (let number = from; number >= to; number -= 1) {
    const entries = timeline.entries(key, last, listingSlice(extent.articles, number).count);
    if (number === pages) newest = entries;
    const end = entries.at(-1);
    if (end !== undefined) last = { sortKey: sortKeyOf(end.date), id: end.id };
    const listing = {
      entries,
      number,
      extent: number === pages ? extent : undefined,
      newer: number < pages ? pathOf(number + 1) : undefined,
      older: number > 1 ? pathOf(number - 1) : undefined,
      charts:
        number === pages && key.of === 'term'
          ? termCharts(extent, (unit) => periods(key, unit), pathOf)
          : undefined,
    };
    const page = kind.page(set, pathOf(number), listing, { config, messages });
    yield stagePage(page, pageGroupOf(key));
  }
  if (newest === undefined || kind.feedPath === undefined) return;
  const isEnough = pages === 1 || newest.length >= termFeedSize;
  const feed = atom({
    ...{ config, messages, title: `${set.of === 'term' ? set.name : ''} – ${config.name}` },
    ...{ outputPath: kind.feedPath(set), pagePath: pathOf(pages) },
    entries: isEnough
      ? newest.slice(0, termFeedSize)
      : timeline.entries(key, firstCursor, termFeedSize),
  });
  if (feed !== undefined) yield stage(kind.feedPath(set), pageGroupOf(key), feed);
}

/**
 * Loads the templates and opens a renderer, which only reads the catalogue.
 *
 * @throws TemplateError if a template of the site does not load
 */
export async function openRenderer(
  { config, templates: folder }: WorkerSetup,
  catalogue: Catalogue,
  { stage, keep }: { readonly stage: StageFile; readonly keep: KeepFile },
): Promise<Renderer> {
  const templates = await loadTemplates(folder);
  const site = siteFor(config, collectAssets(folder, config.look, config.search));
  const messages = siteMessages(config);
  const timeline = openTimeline(catalogue);
  const archive = openArchive(catalogue);
  const stagePage = (page: Page, pageGroup: string): StagedFile =>
    stage(page.outputPath, pageGroup, renderPage(page, templates, site(page)));
  const periods = periodCounter(catalogue);
  const context: RenderContext = { config, messages, timeline, periods, stage, stagePage };
  return {
    render(task) {
      switch (task.do) {
        case 'articles-from':
          return timeline
            .articles(task.after, task.count)
            .flatMap((article) => [...renderArticle(context, article)]);
        case 'articles':
          return task.docs.flatMap((doc) => {
            const article = timeline.article(doc);
            return article === undefined ? [] : [...renderArticle(context, article)];
          });
        case 'addresses':
          return task.redirects.map((redirect) => {
            const kind = addressKinds[redirect.target === undefined ? 'gone' : 'moved'];
            return stagePage(kind.page(redirect, { config, messages }), addressGroup);
          });
        case 'listings':
          return task.ranges.flatMap((range) => [...renderListing(context, range)]);
        case 'overview': {
          const overview = overviewKinds.find(({ kind }) => kind === task.kind);
          const { manifest: indexManifest, changedDates } = task;
          const planning = { config, messages, archive, indexManifest, changedDates };
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
