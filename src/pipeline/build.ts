import { isArticleBytesError } from '../catalogue/article-bytes.ts';
import { forgetDamagedArticles } from '../catalogue/damaged-articles.ts';
import type { Catalogue } from '../catalogue/database.ts';
import { summarizeFiles } from '../catalogue/file-summary.ts';
import { countHeld, countWithoutDay } from '../catalogue/held.ts';
import { cataloguePath, closeCatalogue, isDamage, openCatalogue } from '../catalogue/open.ts';
import { countFiles } from '../catalogue/pages.ts';
import { pendingSeedsByReason } from '../catalogue/pending-seeds.ts';
import { articleCounter } from '../catalogue/published-articles.ts';
import { countRedirects } from '../catalogue/redirects.ts';
import { countArchive, readDiagnostics, reportedHeadings } from '../catalogue/report.ts';
import { undatedArticles } from '../catalogue/undated.ts';
import type { KeptArticles } from '../model/build-result.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { takeBuildLocks } from '../publish/build-locks.ts';
import { isDamagedFile } from '../publish/checked-file.ts';
import { claimCache } from '../publish/own-folder.ts';
import type { BuildEffects, BuildOptions, BuildResult, Rendered } from './build-options.ts';
import { explainScan } from './explain.ts';
import { type BuildState, prepareBuild, seedsName } from './prepare-build.ts';
import type { Scan } from './read/scan-seeds.ts';
import { siteDiagnostics } from './site-diagnostics.ts';
import { type SiteUpdate, updateSite } from './update-site.ts';

/** Headings in the report: more than a person would read. */
const headingsLimit = 1000;

/** Diagnostics in the result, which bounds its memory; all are counted. */
const diagnosticsLimit = 10_000;

const nothingRendered: Rendered = { rendered: 0, written: 0, removed: 0 };

/** Returns a function that shows a diagnostic's file as the user knows it. */
function underSeedsName(options: BuildOptions): (diagnostic: Diagnostic) => Diagnostic {
  const folder = seedsName(options);
  return (diagnostic) => ({ ...diagnostic, file: `${folder}/${diagnostic.file}` });
}

/** Seeds and folders named in the result as unreadable. */
const keptFilesLimit = 20;

/** Returns the articles that were kept: of seeds that could not be read, and of unreadable folders. */
function keptArticles(
  options: BuildOptions,
  catalogue: Catalogue,
  { unread }: Scan,
  { reading }: SiteUpdate,
): KeptArticles {
  const articlesOf = articleCounter(catalogue);
  const kept = [
    ...unread.map((path) => ({ path, articles: articlesOf(path) })),
    ...(reading.kept ?? []),
  ].filter(({ articles }) => articles > 0);
  return {
    articles: kept.reduce((sum, { articles }) => sum + articles, 0),
    files: kept.slice(0, keptFilesLimit).map(({ path }) => `${seedsName(options)}/${path}`),
  };
}

/** The result of a build, and what the report is made of besides the catalogue. */
interface Outcome {
  readonly result: BuildResult;
  readonly ofSite: readonly Diagnostic[];
  readonly isRepeated: (diagnostic: Diagnostic) => boolean;
}

/** Returns the result of a build. */
function resultOf(
  options: BuildOptions,
  catalogue: Catalogue,
  { scan, record }: BuildState,
  update: SiteUpdate,
): Outcome {
  const counts = countArchive(catalogue);
  const drafts = options.config.drafts === true;
  const held = countHeld(catalogue, drafts);
  const refusal = update.site === 'refused' ? update.refusal : undefined;
  const stored = readDiagnostics(catalogue, diagnosticsLimit);
  // The refusal says of a missing folder what its own diagnostic does; of an unreadable one that gives the reason.
  const isRepeated = ({ file, rule }: Diagnostic): boolean =>
    refusal?.rule === 'seeds-gone' &&
    refusal.values.state !== 'unreadable' &&
    rule === 'seed-unreadable' &&
    file === '.';
  const diagnostics = stored.diagnostics.filter((diagnostic) => !isRepeated(diagnostic));
  const published = update.site !== 'held' && refusal === undefined;
  const isRendered = update.site === 'published';
  const { warnings } = stored;
  const errors = stored.errors - (stored.diagnostics.length - diagnostics.length);
  const ofSite = [
    ...record.diagnostics,
    ...siteDiagnostics(catalogue, options, {
      published,
      rendered: isRendered,
      threads: update.threads,
    }),
  ];
  const rendered = isRendered ? update.rendered : nothingRendered;
  const { files, pages } = published ? countFiles(catalogue) : { files: 0, pages: 0 };
  const seeds = scan.pending + scan.known;
  const result: BuildResult = {
    ...counts,
    ...rendered,
    read: update.reading.read,
    reused: Math.max(0, counts.articles - update.reading.read),
    pages,
    unchanged: Math.max(0, files - rendered.written),
    redirects: countRedirects(catalogue),
    diagnostics: [
      ...(refusal === undefined ? [] : [refusal]),
      ...ofSite,
      ...diagnostics.map(underSeedsName(options)),
    ],
    errors: errors + (refusal === undefined ? 0 : 1),
    warnings: warnings + ofSite.length,
    files: summarizeFiles(catalogue, { seeds, sidecars: scan.sidecars }, counts.articles),
    headings: reportedHeadings(catalogue, headingsLimit),
    held,
    heldWithoutDay: Object.values(held).some((count) => count > 0) ? countWithoutDay(catalogue) : 0,
    undated: undatedArticles(catalogue),
    asOf: options.config.asOf,
    drafts,
    published,
    refusal,
    collisions: scan.collisions,
    kept: keptArticles(options, catalogue, scan, update),
  };
  return { result, ofSite: [...(refusal === undefined ? [] : [refusal]), ...ofSite], isRepeated };
}

/**
 * Builds once, with the existing catalogue or a new one.
 *
 * @param force start with an empty catalogue
 * @param now milliseconds since 1970 by the file system's clock
 * @param damaged diagnostics of stored articles that were damaged
 */
async function attempt(
  options: BuildOptions,
  effects: BuildEffects,
  force: boolean,
  now: number,
  damaged: readonly Diagnostic[] = [],
): Promise<BuildResult> {
  const catalogue = openCatalogue(options.cache, force);
  try {
    effects.progress?.('scan', 0, undefined);
    const state = await prepareBuild(options, catalogue, now);
    effects.debug?.('scan', explainScan(state.scan.known, pendingSeedsByReason(catalogue)));
    const { collisions, pending } = state.scan;
    if (collisions !== undefined && pending > 0) effects.collisions?.(collisions);
    const update = await updateSite(options, state, effects);
    const { result, ofSite, isRepeated } = resultOf(options, catalogue, state, update);
    if (effects.report !== undefined) {
      const { reportSource } = await import('./report-source.ts');
      const isKept = (diagnostic: Diagnostic): boolean => !isRepeated(diagnostic);
      const all = [...damaged, ...ofSite];
      effects.report(reportSource(options, catalogue, result, all, isKept));
    }
    return result;
  } finally {
    closeCatalogue(catalogue, options.cache);
  }
}

/** Builds again after stored articles proved damaged: reads their seeds again and reports the damage. */
async function attemptAfterDamagedArticles(
  options: BuildOptions,
  effects: BuildEffects,
  now: number,
): Promise<BuildResult> {
  const catalogue = openCatalogue(options.cache);
  let damaged: readonly Diagnostic[];
  try {
    damaged = forgetDamagedArticles(catalogue);
  } finally {
    closeCatalogue(catalogue, options.cache);
  }
  const named = damaged.map(underSeedsName(options));
  const result = await attempt(options, effects, false, now, named);
  return {
    ...result,
    diagnostics: [...named, ...result.diagnostics],
    warnings: result.warnings + damaged.length,
  };
}

/**
 * Builds the archive: reads new and changed seeds, and writes new and changed files to `out`. An error in
 * content becomes a diagnostic and does not affect other articles.
 *
 * @throws TemplateError if a template of the site does not load; ForeignFileError if a file that Warraq
 *   has not published is in the way; FolderError if the cache is another program's; LockedError if another build is running; the signal's reason; the
 *   file system's error
 */
export async function build(
  options: BuildOptions,
  effects: BuildEffects = {},
): Promise<BuildResult> {
  claimCache(options.cache);
  const { takenAt, release } = takeBuildLocks(options.cache, options.out);
  try {
    return await attempt(options, effects, options.force === true, takenAt);
  } catch (error) {
    // Everything in a damaged catalogue can be computed again.
    if (isDamage(error)) return await attempt(options, effects, true, takenAt);
    if (isArticleBytesError(error))
      return await attemptAfterDamagedArticles(options, effects, takenAt);
    if (isDamagedFile(error)) {
      const { clearChunks } = await import('./clear-chunks.ts');
      clearChunks(options.cache);
      return await attempt(options, effects, false, takenAt);
    }
    // Errors of SQLite do not name the file.
    const isOfCatalogue = error instanceof Error && 'errcode' in error && !('path' in error);
    throw isOfCatalogue ? Object.assign(error, { path: cataloguePath(options.cache) }) : error;
  } finally {
    release();
  }
}
