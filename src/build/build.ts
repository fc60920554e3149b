import { availableParallelism } from 'node:os';
import { changeLog, countChanges, hasChanges, noChangeLog } from '../catalogue/changes.ts';
import {
  cataloguePath,
  closeCatalogue,
  fact,
  isDamage,
  openCatalogue,
  setFact,
} from '../catalogue/open.ts';
import { countFiles } from '../catalogue/pages.ts';
import { pendingSeedsByReason } from '../catalogue/pending-seeds.ts';
import { countArchive, readFaults, reportedHeadings } from '../catalogue/report.ts';
import { countDocuments } from '../catalogue/seeds.ts';
import { hasDates, refreshSets } from '../catalogue/sets.ts';
import { tallyFiles } from '../catalogue/tally.ts';
import { explainPlan, explainScan } from './explain.ts';
import { isDamagedFile } from './kept-file.ts';
import { takeLock } from './lock.ts';
import type { BuildEffects, BuildOptions, BuildResult, Rendered } from './options.ts';
import type { Reading } from './read-seeds.ts';
import { type Situation, seedsName, survey } from './survey.ts';

/** Headings kept for the report: more than this nobody reads at once. */
const reportLimit = 1000;

/** Diagnostics in the result: more are counted, but would fill the memory. */
const diagnosticsLimit = 10_000;

/** Changes above which every page is made: to find the changed ones would take longer. */
const changesLimit = 20_000;

/** Documents for which other threads are worth their start. */
const worthThreads = 600;

/** Returns how many threads besides this one a build takes; this one works too. */
const threads = ({ workers }: BuildOptions, documents: number): number =>
  workers ?? (documents < worthThreads ? 0 : availableParallelism() - 1);

const nothingMade: Rendered = { rendered: 0, written: 0, removed: 0 };

/** Brings the catalogue up to date with the seeds, and the site with the catalogue. */
async function update(
  options: BuildOptions,
  situation: Situation,
  { progress = () => {}, signal, debug }: BuildEffects,
): Promise<{
  readonly reading: Reading;
  readonly rendered: Rendered;
  readonly published: boolean;
}> {
  const { catalogue, setup, assets, scan, build, knowsSite, sameRendering } = situation;
  let everything = !knowsSite || !sameRendering || scan.pending > changesLimit;
  const idle = !everything && scan.pending + scan.vanished === 0 && !hasChanges(catalogue);
  if (idle) {
    debug?.('plan', 'no pages: no seed and no setting changed');
    return { reading: { read: 0, same: 0 }, rendered: nothingMade, published: true };
  }
  // Until all is made, nothing that this catalogue says of the site is to be relied on.
  if (everything) setFact(catalogue, 'complete', '');
  const name = (path: string): string => `${seedsName(options)}/${path}`;
  // Loaded here, because a build that has nothing to do needs none of it.
  const { hireCrew } = await import('./crew.ts');
  const { readSeeds } = await import('./read-seeds.ts');
  const documents = everything ? scan.documents + countDocuments(catalogue) : scan.documents;
  const others = threads(options, documents);
  debug?.(
    'plan',
    `about ${Math.round(documents)} documents: ${others} worker threads beside this one`,
  );
  const crew = await hireCrew(setup, others, options.profile);
  try {
    const total = scan.records ? undefined : scan.pending;
    progress('read', 0, total);
    const reading = await readSeeds(
      catalogue,
      crew,
      setup.config,
      everything ? noChangeLog : changeLog(catalogue),
      {
        name,
        progress: (done) => progress('read', done, total),
        signal,
      },
    );
    const faults = readFaults(catalogue, 0);
    if (options.strict && faults.errors > 0) {
      return { reading, rendered: nothingMade, published: false };
    }
    const dated = hasDates(catalogue) ? 'yes' : '';
    everything ||= countChanges(catalogue) > changesLimit || fact(catalogue, 'dated') !== dated;
    if (!everything && !hasChanges(catalogue)) {
      debug?.('plan', 'no pages: what was read is as it was');
      return { reading, rendered: nothingMade, published: true };
    }
    debug?.(
      'plan',
      explainPlan(everything ? 'all' : 'changed', {
        ...{ knowsSite, sameRendering, sameDating: fact(catalogue, 'dated') === dated },
        ...{ pending: scan.pending, changes: countChanges(catalogue), limit: changesLimit },
      }),
    );
    if (everything) {
      setFact(catalogue, 'complete', '');
      catalogue.exec('BEGIN');
      refreshSets(catalogue);
      catalogue.exec('COMMIT');
    }
    const { renderSite } = await import('./render-site.ts');
    const { expectedPages } = await import('./plan.ts');
    const { templateFiles } = await import('./templates.ts');
    const expected = everything ? expectedPages(catalogue) : undefined;
    progress('render', 0, expected);
    const rendered = await renderSite(
      catalogue,
      crew,
      setup,
      assets,
      {
        build,
        pages: everything ? 'all' : 'changed',
        known: countFiles(catalogue).files === 0 ? 'nothing' : knowsSite ? 'catalogue' : 'disk',
        keep: faults.unread,
        facts: { ...situation.facts(await templateFiles(setup.templates)), dated },
      },
      {
        rendering: (done) => progress('render', done, expected),
        publishing: () => progress('publish', 0, undefined),
        signal,
        debug,
      },
    );
    return { reading, rendered, published: true };
  } finally {
    await crew.dismiss();
  }
}

/** One attempt to build, with the catalogue that is there or a new one. */
async function attempt(
  options: BuildOptions,
  effects: BuildEffects,
  anew: boolean,
  now: number,
): Promise<BuildResult> {
  const catalogue = openCatalogue(options.cache, anew);
  try {
    effects.progress?.('scan', 0, undefined);
    const situation = survey(options, catalogue, now);
    const { scan } = situation;
    effects.debug?.('scan', explainScan(scan.known, pendingSeedsByReason(catalogue)));
    const { reading, rendered, published } = await update(options, situation, effects);
    const counts = countArchive(catalogue);
    const { diagnostics, errors, warnings } = readFaults(catalogue, diagnosticsLimit);
    const { files, pages } = published ? countFiles(catalogue) : { files: 0, pages: 0 };
    return {
      ...counts,
      ...rendered,
      read: reading.read,
      reused: Math.max(0, counts.articles - reading.read),
      pages,
      unchanged: Math.max(0, files - rendered.written),
      diagnostics: diagnostics.map((found) => ({
        ...found,
        file: `${seedsName(options)}/${found.file}`,
      })),
      errors,
      warnings,
      files: tallyFiles(
        catalogue,
        { seeds: scan.pending + scan.known, sidecars: scan.sidecars },
        counts.articles,
      ),
      headings: reportedHeadings(catalogue, reportLimit),
      published,
    };
  } finally {
    closeCatalogue(catalogue, options.cache);
  }
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
  } catch (fault) {
    // All that was in a damaged catalogue can be made again.
    if (isDamage(fault)) return await attempt(options, effects, true, taken);
    if (isDamagedFile(fault)) {
      const { forgetPieces } = await import('./forget-pieces.ts');
      forgetPieces(options.cache);
      return await attempt(options, effects, false, taken);
    }
    // What SQLite throws says nothing of its file.
    const isOfCatalogue = fault instanceof Error && 'errcode' in fault && !('path' in fault);
    throw isOfCatalogue ? Object.assign(fault, { path: cataloguePath(options.cache) }) : fault;
  } finally {
    release();
  }
}
