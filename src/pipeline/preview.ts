import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { decodeArticle } from '../catalogue/article-bytes.ts';
import { cataloguePath, openReader } from '../catalogue/open.ts';
import { acceptedDocument } from '../catalogue/seeds.ts';
import { openTimeline } from '../catalogue/timeline.ts';
import { messagesFor } from '../i18n/languages.ts';
import type { Config } from '../model/config.ts';
import type { CompiledArticle } from '../model/document.ts';
import { articleKind } from '../pages/kinds.ts';
import { renderPage, siteFor } from '../pages/render-page.ts';
import { collectAssets } from '../render/assets.ts';
import type { FoundFile, FoundSeed } from '../sources/walk.ts';
import { loadTemplates } from './load-templates.ts';
import { compileDocument } from './read/compile-document.ts';
import { readSource } from './read/read-source.ts';
import type { WorkerSetup } from './workers/tasks.ts';

/** A page as it will be when the archive has been built again. */
export interface Preview {
  /** Place under `dist/`. */
  readonly outputPath: string;
  readonly html: string;
}

/** Makes the page of one seed before the archive is built again. */
export type Previewer = (path: string) => Preview | undefined;

function fileAt(seeds: string, path: string): FoundFile | undefined {
  const absolute = join(seeds, path);
  const stats = lstatSync(absolute, { throwIfNoEntry: false });
  if (!stats?.isFile()) return undefined;
  const { size: bytes, mtimeMs, ctimeMs } = stats;
  return { path: path.normalize('NFC'), absolute, bytes, mtimeMs, ctimeMs };
}

/** The seed of a path, which may be that of its sidecar, as the walk would find it. */
function seedAt(seeds: string, path: string): FoundSeed | undefined {
  const stem = path.replace(/\.[^./]*$/, '');
  const ends = /\.ya?ml$/i.test(path) ? ['.txt', '.md'] : [path.slice(stem.length)];
  const file = ends.map((end) => fileAt(seeds, stem + end)).find((found) => found !== undefined);
  const sidecar = fileAt(seeds, `${stem}.yaml`) ?? fileAt(seeds, `${stem}.yml`);
  if (file === undefined) return undefined;
  return sidecar === undefined ? file : { ...file, sidecar };
}

/** Makes a seed into an article as a build will; undefined where none comes of it, or several. */
function readArticle(seed: FoundSeed, config: Config): CompiledArticle | undefined {
  const source = readSource(seed, config, undefined);
  if (source.state === 'unchanged') return undefined;
  const { documents, content, bytes } = source;
  const [document] = documents;
  if (document === undefined || documents.length > 1) return undefined;
  return compileDocument(document, { seed: seed.path, ordinal: 0 }, content, config, bytes).article;
}

/**
 * Opens a previewer: it reads one seed and makes its page as a build will, among the neighbours that the
 * last build knew. What is no article yet, or has another place now, it leaves to the build.
 *
 * @throws TemplateError where a template of the site does not load.
 */
export async function openPreviewer(setup: WorkerSetup, seeds: string): Promise<Previewer> {
  const { config, cache, templates: folder } = setup;
  const templates = await loadTemplates(folder);
  const site = siteFor(config, collectAssets(folder, config.look, config.search));
  const messages = messagesFor(config.language);
  return (path) => {
    const seed = seedAt(seeds, path);
    if (seed === undefined) return undefined;
    const made = readArticle(seed, config);
    if (made === undefined) return undefined;
    // Opened anew each time: a build may have put another catalogue in its place.
    const catalogue = openReader(cataloguePath(cache));
    try {
      const known = acceptedDocument(catalogue, { seed: seed.path, ordinal: 0 });
      const placed = known && openTimeline(catalogue).article(known.doc);
      if (placed === undefined || known?.outputPath !== made.outputPath) return undefined;
      const article = decodeArticle(made.article);
      const page = articleKind.page({ ...placed, article }, { config, messages });
      return { outputPath: page.outputPath, html: renderPage(page, templates, site(page)) };
    } finally {
      catalogue.close();
    }
  };
}
