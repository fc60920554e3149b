import { join, relative, sep } from 'node:path';
import type { Catalogue } from '../catalogue/database.ts';
import { type MetaValues, meta, setMeta } from '../catalogue/meta.ts';
import { pageWriter } from '../catalogue/page-writer.ts';
import { contentHashAt, countFiles, forgetPages } from '../catalogue/pages.ts';
import { forgetLostPictures } from '../catalogue/pictures.ts';
import { invalidateSeeds } from '../catalogue/seeds.ts';
import { inTransaction } from '../catalogue/transaction.ts';
import { siteMessages } from '../i18n/site-messages.ts';
import { adoptSite } from '../publish/adopt-site.ts';
import { exists } from '../publish/exists.ts';
import { wasInterrupted } from '../publish/journal.ts';
import { clearStaging } from '../publish/staging-folders.ts';
import { collectAssets, type SiteAssets } from '../render/assets.ts';
import { keepsMarkdown } from './addresses/keep-files.ts';
import { type AddressRecord, openAddressRecord } from './addresses/open-record.ts';
import { type BuildKeys, buildKeys } from './build-keys.ts';
import type { BuildOptions } from './build-options.ts';
import { codeHash, hashesOf, programHash } from './file-hashes.ts';
import { cachedPicture } from './pictures/own-pictures.ts';
import { type Scan, scanSeeds } from './read/scan-seeds.ts';
import { type SiteCheck, startSiteCheck } from './site-check.ts';
import type { WorkerSetup } from './workers/tasks.ts';

/** The state of site, catalogue and seeds at the start of a build. */
export interface BuildState {
  readonly catalogue: Catalogue;
  readonly setup: WorkerSetup;
  readonly assets: SiteAssets;
  readonly scan: Scan;
  readonly record: AddressRecord;
  /** Returns the catalogue's meta values after a build with templates of these files. */
  readonly metaOf: (templateFiles: readonly string[]) => MetaValues;
  /** Number of this build. */
  readonly build: number;
  /** Whether the catalogue records every file of the site and the disk agrees. */
  readonly knowsSite: boolean;
  /** Whether the rendering key is that of the last build. */
  readonly sameRendering: boolean;
  /** Whether the site was published by this program. */
  readonly sameProgram: boolean;
}

/** What the catalogue records of the site in the output folder. */
interface SiteRecord {
  /** The output folder, relative to the cache: a site that was moved is not trusted. */
  readonly outputFolder: string;
  /** Whether the catalogue describes the site in this folder. */
  readonly isSameFolder: boolean;
  /** Whether it records every file of the site. */
  readonly isComplete: boolean;
}

/** Reads what the catalogue records of the site. */
function readRecord(catalogue: Catalogue, { out, cache }: BuildOptions): SiteRecord {
  const outputFolder = relative(cache, out);
  const isSameFolder = meta(catalogue, 'out') === outputFolder && exists(out);
  const isComplete =
    isSameFolder && meta(catalogue, 'complete') !== undefined && !wasInterrupted(out);
  return { outputFolder, isSameFolder, isComplete };
}

/** Returns the keys of a build whose templates import these files. */
type KeysOf = (imported: readonly string[]) => BuildKeys;

/** Returns a function that computes the keys of a build with these assets. */
function keyReader(options: BuildOptions, templates: string, assets: SiteAssets): KeysOf {
  // Preloads are listed again, because pages name them and their choice changes no file name.
  const sheets = [...assets.files, ...assets.preloads].map(({ outputPath }) => outputPath);
  const parts = {
    ...{ config: options.config, seeds: seedsName(options), assets: sheets },
    ...{ program: programHash(), templates: codeHash(templates) },
  };
  return (imported) => buildKeys({ ...parts, imported: hashesOf(imported) });
}

/** Returns the files outside `templates/` that the site's templates imported in the last build. */
const importedFiles = (catalogue: Catalogue): readonly string[] =>
  JSON.parse(meta(catalogue, 'imported') ?? '[]') as readonly string[];

/** Marks every seed to be read again if the reading key has changed. */
function invalidateOtherReading(catalogue: Catalogue, reading: string): void {
  if (meta(catalogue, 'reading') === reading) return;
  invalidateSeeds(catalogue);
  setMeta(catalogue, 'reading', reading);
}

/** Forgets the site of another output folder, also for the case that this build is interrupted. */
const forgetOtherSite = (catalogue: Catalogue): void =>
  inTransaction(catalogue, () => {
    forgetPages(catalogue);
    for (const name of ['out', 'complete', 'manifest'] as const) {
      setMeta(catalogue, name, undefined);
    }
  });

/** Records the files of the site that the catalogue lacks: from a killed build, or one with another catalogue. */
const adoptUnknownFiles = (catalogue: Catalogue, out: string): void =>
  inTransaction(catalogue, () => {
    const hasRecords = countFiles(catalogue).files > 0;
    adoptSite(out, pageWriter(catalogue, 0), contentHashAt(catalogue), hasRecords);
  });

/** Returns the state but for the site, while this is checked: of a site that is, no record of a file is written. */
function prepareBeside(
  options: BuildOptions,
  catalogue: Catalogue,
  now: number,
  record: SiteRecord,
): Omit<BuildState, 'knowsSite'> {
  const { root, seeds, out, cache, config: given } = options;
  const templates = join(root, 'templates');
  const assets = collectAssets(
    ...([templates, given.look, given.search, siteMessages(given).reader] as const),
  );
  const { files, ...sharedAssets } = assets;
  const build = Number(meta(catalogue, 'build') ?? 0) + 1;

  if (!record.isSameFolder) forgetOtherSite(catalogue);
  if (!record.isComplete) adoptUnknownFiles(catalogue, out);
  clearStaging(out);
  forgetLostPictures(catalogue, (path) => exists(cachedPicture(cache, path)));
  const addressRecord = openAddressRecord(catalogue, options);
  const config = keepsMarkdown(catalogue, given, record.isComplete)
    ? { ...given, keepsMarkdown: true }
    : given;
  const keysOf = keyReader({ ...options, config }, templates, assets);
  const keys = keysOf(importedFiles(catalogue));
  invalidateOtherReading(catalogue, keys.reading);
  return {
    catalogue,
    setup: { config, seeds, cache, out, templates, assets: sharedAssets },
    assets,
    record: addressRecord,
    scan: scanSeeds(catalogue, seeds, now, config, options.formats),
    metaOf: (files) => ({
      rendering: keysOf(files).rendering,
      imported: JSON.stringify(files),
      out: record.outputFolder,
      build: String(build),
      program: programHash(),
    }),
    build,
    sameRendering: meta(catalogue, 'rendering') === keys.rendering,
    sameProgram: meta(catalogue, 'program') === programHash(),
  };
}

/**
 * Prepares a build: adapts the catalogue to the output folder and the program, removes files that a
 * killed build staged, and scans the seeds.
 *
 * @param now milliseconds since 1970 by the file system's clock
 * @throws TemplateError for a style sheet of the site that refers to a missing file; ForeignFileError if
 *   the output folder holds a manifest that is not Warraq's
 */
export async function prepareBuild(
  options: BuildOptions,
  catalogue: Catalogue,
  now: number,
): Promise<BuildState> {
  const record = readRecord(catalogue, options);
  const check: SiteCheck | undefined = record.isComplete
    ? startSiteCheck(catalogue, options.cache, options.out)
    : undefined;
  try {
    const state = prepareBeside(options, catalogue, now, record);
    return { ...state, knowsSite: (await check?.result()) ?? false };
  } finally {
    await check?.stop();
  }
}

/** Returns the seeds folder as shown to the user: relative to the root, with slashes. */
export const seedsName = ({ root, seeds }: BuildOptions): string =>
  relative(root, seeds).split(sep).join('/') || '.';
