import { isArticleBytesError } from '../catalogue/article-bytes.ts';
import { forgetDamagedArticles } from '../catalogue/damaged-articles.ts';
import type { Catalogue } from '../catalogue/database.ts';
import { summarizeFiles } from '../catalogue/file-summary.ts';
import { cataloguePath, closeCatalogue, isDamage, openCatalogue } from '../catalogue/open.ts';
import { countFiles } from '../catalogue/pages.ts';
import { pendingSeedsByReason } from '../catalogue/pending-seeds.ts';
import { countHostRedirects, countRedirects } from '../catalogue/redirects.ts';
import { countArchive, readDiagnostics, reportedHeadings } from '../catalogue/report.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { redirectLimits } from '../outputs/host-redirects.ts';
import { isDamagedFile } from '../publish/checked-file.ts';
import { takeLock } from '../publish/lock.ts';
import type { BuildEffects, BuildOptions, BuildResult, Rendered } from './build-options.ts';
import { explainScan } from './explain.ts';
import { type BuildState, prepareBuild, seedsName } from './prepare-build.ts';
import { type SiteUpdate, updateSite } from './update-site.ts';

/** Headings in the report: more than a person would read. */
const headingsLimit = 1000;

/** Diagnostics in the result, which bounds its memory; all are counted. */
const diagnosticsLimit = 10_000;

const nothingRendered: Rendered = { rendered: 0, written: 0, removed: 0 };

/** Returns a function that shows a diagnostic's file as the user knows it. */
const underSeedsName =
  (options: BuildOptions) =>
  (diagnostic: Diagnostic): Diagnostic => ({
    ...diagnostic,
    file: `${seedsName(options)}/${diagnostic.file}`,
  });

/** Returns the diagnostic of a site with more redirects than its host takes. */
function redirectsLimit(
  catalogue: Catalogue,
  { config: { redirects: host } }: BuildOptions,
): readonly Diagnostic[] {
  if (host === 'none') return [];
  const [count, limit] = [countHostRedirects(catalogue), redirectLimits[host]];
  const at = { severity: 'warning', file: 'warraq.yaml' } as const;
  return count > limit ? [{ ...at, rule: 'redirects-limit', values: { host, count, limit } }] : [];
}

/** Returns the result of a build. */
function resultOf(
  options: BuildOptions,
  catalogue: Catalogue,
  { scan, record }: BuildState,
  update: SiteUpdate,
): BuildResult {
  const counts = countArchive(catalogue);
  const { diagnostics, errors, warnings } = readDiagnostics(catalogue, diagnosticsLimit);
  const ofSite = [...record.diagnostics, ...redirectsLimit(catalogue, options)];
  const published = update.site !== 'held';
  const rendered = update.site === 'published' ? update.rendered : nothingRendered;
  const { files, pages } = published ? countFiles(catalogue) : { files: 0, pages: 0 };
  const seeds = scan.pending + scan.known;
  return {
    ...counts,
    ...rendered,
    read: update.reading.read,
    reused: Math.max(0, counts.articles - update.reading.read),
    pages,
    unchanged: Math.max(0, files - rendered.written),
    redirects: countRedirects(catalogue),
    diagnostics: [...ofSite, ...diagnostics.map(underSeedsName(options))],
    errors,
    warnings: warnings + ofSite.length,
    files: summarizeFiles(catalogue, { seeds, sidecars: scan.sidecars }, counts.articles),
    headings: reportedHeadings(catalogue, headingsLimit),
    published,
  };
}

/**
 * Builds once, with the existing catalogue or a new one.
 *
 * @param force start with an empty catalogue
 * @param now milliseconds since 1970 by the file system's clock
 */
async function attempt(
  options: BuildOptions,
  effects: BuildEffects,
  force: boolean,
  now: number,
): Promise<BuildResult> {
  const catalogue = openCatalogue(options.cache, force);
  try {
    effects.progress?.('scan', 0, undefined);
    const state = prepareBuild(options, catalogue, now);
    effects.debug?.('scan', explainScan(state.scan.known, pendingSeedsByReason(catalogue)));
    const update = await updateSite(options, state, effects);
    return resultOf(options, catalogue, state, update);
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
  const result = await attempt(options, effects, false, now);
  return {
    ...result,
    diagnostics: [...damaged.map(underSeedsName(options)), ...result.diagnostics],
    warnings: result.warnings + damaged.length,
  };
}

/**
 * Builds the archive: reads new and changed seeds, and writes new and changed files to `out`. An error in
 * content becomes a diagnostic and does not affect other articles.
 *
 * @throws TemplateError if a template of the site does not load; ForeignFileError if a file that Warraq
 *   has not published is in the way; LockedError if another build is running; the signal's reason; the
 *   file system's error
 */
export async function build(
  options: BuildOptions,
  effects: BuildEffects = {},
): Promise<BuildResult> {
  const { takenAt, release } = takeLock(options.cache);
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
