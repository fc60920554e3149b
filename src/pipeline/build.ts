import { isArticleBytesError } from '../catalogue/article-bytes.ts';
import { forgetDamagedArticles } from '../catalogue/damaged-articles.ts';
import type { Catalogue } from '../catalogue/database.ts';
import { summarizeFiles } from '../catalogue/file-summary.ts';
import { cataloguePath, closeCatalogue, isDamage, openCatalogue } from '../catalogue/open.ts';
import { countFiles } from '../catalogue/pages.ts';
import { pendingSeedsByReason } from '../catalogue/pending-seeds.ts';
import { countArchive, readDiagnostics, reportedHeadings } from '../catalogue/report.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { isDamagedFile } from '../publish/checked-file.ts';
import { takeLock } from '../publish/lock.ts';
import type { BuildEffects, BuildOptions, BuildResult, Rendered } from './build-options.ts';
import { explainScan } from './explain.ts';
import { prepareBuild, seedsName } from './prepare-build.ts';
import type { Scan } from './read/scan-seeds.ts';
import { type SiteUpdate, updateSite } from './update-site.ts';

/** Headings kept for the report: more than this nobody reads at once. */
const reportLimit = 1000;

/** Diagnostics in the result: more are counted, but would fill the memory. */
const diagnosticsLimit = 10_000;

const nothingMade: Rendered = { rendered: 0, written: 0, removed: 0 };

/** Returns what a build tells its caller. */
function resultOf(
  options: BuildOptions,
  catalogue: Catalogue,
  scan: Scan,
  done: SiteUpdate,
): BuildResult {
  const counts = countArchive(catalogue);
  const { diagnostics, errors, warnings } = readDiagnostics(catalogue, diagnosticsLimit);
  const published = done.site !== 'held';
  const rendered = done.site === 'published' ? done.rendered : nothingMade;
  const { files, pages } = published ? countFiles(catalogue) : { files: 0, pages: 0 };
  const seeds = scan.pending + scan.known;
  return {
    ...counts,
    ...rendered,
    read: done.reading.read,
    reused: Math.max(0, counts.articles - done.reading.read),
    pages,
    unchanged: Math.max(0, files - rendered.written),
    diagnostics: diagnostics.map((found) => ({
      ...found,
      file: `${seedsName(options)}/${found.file}`,
    })),
    errors,
    warnings,
    files: summarizeFiles(catalogue, { seeds, sidecars: scan.sidecars }, counts.articles),
    headings: reportedHeadings(catalogue, reportLimit),
    published,
  };
}

/**
 * One attempt to build, with the catalogue that is there or a new one.
 *
 * @param force use nothing that the catalogue knows
 * @param now milliseconds since 1970 by the clock of the disk
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
    const done = await updateSite(options, state, effects);
    return resultOf(options, catalogue, state.scan, done);
  } finally {
    closeCatalogue(catalogue, options.cache);
  }
}

/** Builds again where stored articles cannot be read: their seeds are read, and what was damaged is told. */
async function attemptAfterDamage(
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
  const told = damaged.map((found) => ({ ...found, file: `${seedsName(options)}/${found.file}` }));
  return {
    ...result,
    diagnostics: [...told, ...result.diagnostics],
    warnings: result.warnings + told.length,
  };
}

/**
 * Builds the archive: reads what is new in `seeds`, writes to `out` what is not there yet. Faults of
 * content become diagnostics and leave the other articles alone.
 *
 * @throws TemplateError where the site's own template does not load; ForeignFileError where another's
 *   file is in the way; LockedError where another build is running; the signal's reason; the file
 *   system's error where the machine fails.
 */
export async function build(
  options: BuildOptions,
  effects: BuildEffects = {},
): Promise<BuildResult> {
  const { taken, release } = takeLock(options.cache);
  try {
    return await attempt(options, effects, options.force === true, taken);
  } catch (error) {
    // All that was in a damaged catalogue can be made again.
    if (isDamage(error)) return await attempt(options, effects, true, taken);
    if (isArticleBytesError(error)) return await attemptAfterDamage(options, effects, taken);
    if (isDamagedFile(error)) {
      const { clearChunks: forgetPieces } = await import('./clear-chunks.ts');
      forgetPieces(options.cache);
      return await attempt(options, effects, false, taken);
    }
    // What SQLite throws says nothing of its file.
    const isOfCatalogue = error instanceof Error && 'errcode' in error && !('path' in error);
    throw isOfCatalogue ? Object.assign(error, { path: cataloguePath(options.cache) }) : error;
  } finally {
    release();
  }
}
