import { decodeArticle } from '../catalogue/article-bytes.ts';
import type { Catalogue } from '../catalogue/database.ts';
import { keptFiles } from '../catalogue/kept-files.ts';
import { meta } from '../catalogue/meta.ts';
import { cataloguePath, openReader } from '../catalogue/open.ts';
import { publishedDivisions } from '../catalogue/packs.ts';
import { archiveSections } from '../catalogue/sections.ts';
import { acceptedDocument } from '../catalogue/seeds.ts';
import { hasTables } from '../catalogue/table-rows.ts';
import { openTimeline } from '../catalogue/timeline.ts';
import { siteMessages } from '../i18n/site-messages.ts';
import type { ArticleContext } from '../model/archive.ts';
import type { Article } from '../model/article.ts';
import type { CompiledArticle } from '../model/document.ts';
import type { Destination, Reference } from '../model/reference.ts';
import type { SectionName } from '../model/section-name.ts';
import { withDownloads } from '../pages/downloads.ts';
import { articleKind } from '../pages/kinds.ts';
import { linkArticle } from '../pages/link-article.ts';
import { renderPage, siteFor } from '../pages/render-page.ts';
import { siteTermKinds } from '../pages/site-term-kinds.ts';
import { collectAssets } from '../render/assets.ts';
import type { FoundSeed } from '../sources/walk.ts';
import { loadTemplates } from './load-templates.ts';
import { openPictureLibrary } from './pictures/picture-library.ts';
import { type PictureReader, pictureReader } from './pictures/picture-reader.ts';
import { needsConversion } from './read/convert-seed.ts';
import { findSeed } from './read/find-seed.ts';
import { readSeedTask } from './read/read-seed-task.ts';
import type { SeedResult, WorkerSetup } from './workers/tasks.ts';

/** A page as the next build will publish it. */
export interface Preview {
  /** Relative to `dist/`. */
  readonly outputPath: string;
  readonly html: string;
}

/**
 * Returns the page of a seed before the archive is built again; undefined if the seed is no article yet.
 *
 * @param path of the seed or its sidecar, relative to the seeds folder
 */
export type Previewer = (path: string) => Preview | undefined;

/** Returns where the references of an edited article lead: those that it had before the edit; new ones wait for the build. */
function knownDestinations(
  { references = [] }: Article,
  before: ArticleContext,
): readonly Destination[] {
  const keyOf = ({ kind, href }: Reference): string => `${kind} ${href}`;
  const known = new Map(
    before.article.references?.map((reference, i) => [keyOf(reference), before.destinations[i]]),
  );
  return references.map((reference) => known.get(keyOf(reference)) ?? 'nothing');
}

/** An article with its context, and the sections of the archive, as the last build recorded them. */
interface PreviewContext {
  readonly context: ArticleContext;
  readonly sections: readonly SectionName[];
}

/**
 * Returns an article with what the last build recorded for its seed; undefined if it recorded none or another
 * output path, or the site has tables of metadata.
 */
function withContext(
  { cache, config }: WorkerSetup,
  seed: string,
  compiled: CompiledArticle,
): PreviewContext | undefined {
  // Opened for each preview: a build may have replaced the catalogue.
  const catalogue = openReader(cataloguePath(cache));
  try {
    // What the tables of metadata say of a seed is found by a scan only; a catalogue that is being loaded has no indexes.
    if (hasTables(catalogue) || meta(catalogue, 'loading') !== undefined) return undefined;
    const known = acceptedDocument(catalogue, { seed, ordinal: 0 });
    const context = known && openTimeline(catalogue).article(known.doc);
    if (context === undefined || known?.outputPath !== compiled.outputPath) return undefined;
    const article = decodeArticle(compiled.article);
    const downloads = {
      divided: new Set(publishedDivisions(catalogue)),
      isKept: keptFiles(catalogue),
    };
    const linked = linkArticle(
      { ...context, article, destinations: knownDestinations(article, context) },
      config,
    );
    return {
      context: withDownloads(linked, config, downloads),
      sections: archiveSections(catalogue, siteTermKinds(config)),
    };
  } finally {
    catalogue.close();
  }
}

/** Reads a seed with the pictures that the last build found. */
function readWithPictures(seed: FoundSeed, { config, seeds, cache }: WorkerSetup): SeedResult {
  let catalogue: Catalogue | undefined;
  function pictures(): PictureReader {
    catalogue ??= openReader(cataloguePath(cache));
    return pictureReader(openPictureLibrary(catalogue, seeds), cache);
  }
  try {
    return readSeedTask({ seed, knownHash: undefined }, config, undefined, pictures);
  } finally {
    catalogue?.close();
  }
}

/**
 * Opens a previewer: it reads one seed and renders its page as a build will, with the neighbours that the
 * last build recorded. An article that is new or has another output path is left to the build.
 *
 * @throws TemplateError if a template of the site does not load
 */
export async function openPreviewer(setup: WorkerSetup, seeds: string): Promise<Previewer> {
  const { config, templates: folder } = setup;
  const templates = await loadTemplates(folder);
  const messages = siteMessages(config);
  const assets = collectAssets(folder, config.look, config.search, messages.reader);
  return (path) => {
    const seed = findSeed(seeds, path);
    // A package of an office program is read without waiting for its page: the build shows it.
    if (seed === undefined || needsConversion(seed)) return undefined;
    const result = readWithPictures(seed, setup);
    if (result === undefined || result === 'same' || result.length > 1) return undefined;
    const [compiled] = result;
    if (compiled === undefined) return undefined;
    const found = compiled.article && withContext(setup, compiled.seed, compiled.article);
    if (found === undefined) return undefined;
    const { context, sections } = found;
    const site = siteFor(config, assets, sections);
    const page = articleKind.page(context, { config, messages });
    return { outputPath: page.outputPath, html: renderPage(page, templates, site(page)) };
  };
}
