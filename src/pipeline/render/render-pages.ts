import { openArchive } from '../../catalogue/archive.ts';
import { firstCursor } from '../../catalogue/cursor.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import { sortKeyOf } from '../../catalogue/sort-key.ts';
import { openTimeline } from '../../catalogue/timeline.ts';
import { messagesFor } from '../../i18n/languages.ts';
import { address } from '../../model/address.ts';
import type { ArticleContext } from '../../model/archive.ts';
import type { Entry } from '../../model/page.ts';
import { atom, termFeedSize } from '../../outputs/atom.ts';
import { downloadContent } from '../../outputs/download-content.ts';
import { articleKind, listingKindOf, overviewKinds, type Page } from '../../pages/kinds.ts';
import { listingPages, listingSlice } from '../../pages/listing.ts';
import { renderPage, siteFor } from '../../pages/render-page.ts';
import type { StagedFile, StageFile } from '../../publish/staging.ts';
import { collectAssets } from '../../render/assets.ts';
import { loadTemplates } from '../load-templates.ts';
import { articleGroup, articleSet, overviewGroup, pageGroupOf } from '../plan/page-group.ts';
import type { ListingRange, PageTask, WorkerSetup } from '../workers/tasks.ts';

/** Renders pages and stages them. */
export interface Renderer {
  /** Returns the staged files of a task's pages. */
  make(task: PageTask): readonly StagedFile[];
}

/**
 * Loads the templates and opens a renderer, which only reads the catalogue.
 *
 * @throws TemplateError where a template of the site does not load.
 */
export async function openRenderer(
  { config, templates: folder }: WorkerSetup,
  catalogue: Catalogue,
  stage: StageFile,
): Promise<Renderer> {
  const templates = await loadTemplates(folder);
  const site = siteFor(config, collectAssets(folder, config.look, config.search));
  const messages = messagesFor(config.language);
  const timeline = openTimeline(catalogue);
  const archive = openArchive(catalogue);

  const put = (page: Page, owner: string): StagedFile =>
    stage(page.outputPath, owner, renderPage(page, templates, site(page)));

  function* article(placed: ArticleContext): Generator<StagedFile> {
    const page = articleKind.page(placed, { config, messages });
    yield put(page, articleGroup);
    const permalink = config.baseUrl && address(config.baseUrl, page.outputPath);
    for (const { form, outputPath } of page.data.downloads) {
      const content = downloadContent(form, placed.article, placed.original, permalink);
      yield stage(outputPath, articleGroup, content);
    }
  }

  function* listing({ key, name, extent, from, to, after }: ListingRange): Generator<StagedFile> {
    const set = articleSet(key, name);
    const kind = listingKindOf(set);
    const pages = listingPages(extent.articles);
    const place = (number: number): string =>
      kind.outputPath(set, number === pages ? undefined : number);
    let last = after;
    let newest: readonly Entry[] | undefined;
    for (let number = from; number >= to; number -= 1) {
      const entries = timeline.entries(key, last, listingSlice(extent.articles, number).count);
      if (number === pages) newest = entries;
      const end = entries.at(-1);
      if (end !== undefined) last = { age: sortKeyOf(end.date), id: end.id };
      const outputPath = place(number);
      const shown = {
        entries,
        number,
        extent: number === pages ? extent : undefined,
        newer: number < pages ? place(number + 1) : undefined,
        older: number > 1 ? place(number - 1) : undefined,
      };
      yield put(kind.page(set, outputPath, shown, { config, messages }), pageGroupOf(key));
    }
    // A feed shows the newest articles: it changes where the newest page does.
    if (newest === undefined || kind.feedPath === undefined) return;
    const isEnough = pages === 1 || newest.length >= termFeedSize;
    const feed = atom({
      ...{ config, messages, title: `${set.of === 'term' ? set.name : ''} – ${config.name}` },
      ...{ outputPath: kind.feedPath(set), pagePath: place(pages) },
      entries: isEnough
        ? newest.slice(0, termFeedSize)
        : timeline.entries(key, firstCursor, termFeedSize),
    });
    if (feed !== undefined) yield stage(kind.feedPath(set), pageGroupOf(key), feed);
  }

  return {
    make(task) {
      switch (task.do) {
        case 'articles-from':
          return timeline
            .articles(task.after, task.count)
            .flatMap((placed) => [...article(placed)]);
        case 'articles':
          return task.docs.flatMap((doc) => {
            const placed = timeline.article(doc);
            return placed === undefined ? [] : [...article(placed)];
          });
        case 'listings':
          return task.runs.flatMap((run) => [...listing(run)]);
        case 'overview': {
          const kind = overviewKinds.find(({ kind }) => kind === task.kind);
          const files: StagedFile[] = [];
          const planning = { config, messages, archive, indexManifest: task.directory };
          for (const page of kind?.pages(planning) ?? []) {
            files.push(put(page, overviewGroup(task.kind)));
          }
          return files;
        }
      }
    },
  };
}
