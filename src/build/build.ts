import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { countSections, openArchive, reportedHeadings } from '../catalogue/queries.ts';
import { articleWriter, type Catalogue, createCatalogue } from '../catalogue/store.ts';
import type { ReportedHeading } from '../model/archive.ts';
import type { Config } from '../model/config.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { planPages } from '../pages/kinds.ts';
import { renderPage, siteFor } from '../pages/render-page.ts';
import { messagesOf } from '../pages/templates.ts';
import { collectAssets } from '../render/assets.ts';
import { takeLock } from './lock.ts';
import { type Published, publisher } from './publish.ts';
import { readArticles } from './read-articles.ts';
import { loadTemplates } from './templates.ts';

/** What a build reads and where it writes; all paths absolute. */
export interface BuildOptions {
  /** Folder that holds `seeds/`, `templates/` and `warraq.yaml`. */
  readonly root: string;
  readonly seeds: string;
  readonly out: string;
  readonly cache: string;
  readonly config: Config;
  /** Publish nothing if any diagnostic is an error. */
  readonly strict: boolean;
}

/** What a build did. */
export interface BuildResult extends Published {
  readonly articles: number;
  readonly sections: number;
  readonly recovered: number;
  readonly marked: number;
  readonly editor: number;
  readonly pages: number;
  readonly diagnostics: readonly Diagnostic[];
  /** The headings of the first articles in which recovery found or suggests any. */
  readonly headings: readonly ReportedHeading[];
  /** False where `strict` held the site back. */
  readonly published: boolean;
}

/** Told after every file read and every page rendered. */
export type Progress = (phase: 'read' | 'render', done: number) => void;

/** Headings kept for the report: more than this nobody reads at once. */
const reportLimit = 1000;

const noFiles: Published = { written: 0, unchanged: 0, removed: 0 };

/**
 * Builds the archive: reads `seeds`, writes `out`. Faults of content become diagnostics and leave
 * the other articles alone.
 *
 * @throws TemplateError where the site's own template does not load; the file system's error where
 *   the machine fails.
 */
export async function build(
  options: BuildOptions,
  progress: Progress = () => {},
): Promise<BuildResult> {
  const { config, root } = options;
  const siteTemplates = join(root, 'templates');
  const templates = await loadTemplates(siteTemplates);
  const assets = collectAssets(join(siteTemplates, 'styles'));
  const unlock = takeLock(options.cache);
  let catalogue: Catalogue | undefined;
  try {
    catalogue = createCatalogue(options.cache);
    const diagnostics: Diagnostic[] = [];
    const seeds = relative(root, options.seeds).split(sep).join('/') || '.';
    readArticles(options.seeds, config, articleWriter(catalogue), {
      name: (path) => `${seeds}/${path}`,
      report: (found) => void diagnostics.push(found),
      progress: (done) => progress('read', done),
    });
    const archive = openArchive(catalogue);
    const held = options.strict && diagnostics.some(({ severity }) => severity === 'error');
    const articles = archive.extent().articles;
    let pages = 0;
    let published = noFiles;
    if (!held) {
      const target = publisher(options.out);
      for (const { url, bytes } of assets.files) target.write(url, bytes);
      const site = siteFor(config, assets);
      for (const page of planPages({ archive, config, messages: messagesOf[config.language] })) {
        target.write(page.url, renderPage(page, templates, site(page)));
        pages += 1;
        progress('render', pages);
      }
      const unread = diagnostics.some(({ rule }) => rule === 'seed-unreadable');
      published = target.finish(unread);
    }
    const { sections, recovered, marked, editor } = countSections(catalogue);
    const headings = reportedHeadings(catalogue, reportLimit);
    return {
      ...published,
      ...{ articles, sections, recovered, marked, editor, pages, diagnostics, headings },
      published: !held,
    };
  } finally {
    catalogue?.close();
    unlock();
  }
}

/** A path with every link in it followed, as far as it exists. */
function realPath(path: string): string {
  const parent = dirname(path);
  if (existsSync(path)) return realpathSync(path);
  return parent === path ? path : join(realPath(parent), basename(path));
}

/** Tells whether a folder can be written to without harm to the other folders. */
export function safeTarget(out: string, others: readonly string[]): boolean {
  const within = (inner: string, outer: string): boolean => {
    const path = relative(realPath(outer), realPath(inner));
    return path === '' || (path !== '..' && !path.startsWith(`..${sep}`));
  };
  return others.every((other) => !within(other, out) && !within(out, other));
}
