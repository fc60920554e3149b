import { join, relative, sep } from 'node:path';
import type { Catalogue } from '../catalogue/database.ts';
import { type MetaValues, meta, setMeta } from '../catalogue/meta.ts';
import { forgetPages, pageWriter, publishedAt } from '../catalogue/pages.ts';
import { invalidateSeeds } from '../catalogue/seeds.ts';
import { exists } from '../publish/exists.ts';
import { adoptSite, wasInterrupted } from '../publish/journal.ts';
import { isIntact } from '../publish/site-state.ts';
import { clearStaging } from '../publish/staging.ts';
import { collectAssets, type SiteAssets } from '../render/assets.ts';
import { type BuildKeys, buildKeys } from './build-keys.ts';
import type { BuildOptions } from './build-options.ts';
import { codeHash, hashesOf, programHash } from './file-hashes.ts';
import { type Scan, scanSeeds } from './read/scan-seeds.ts';
import type { WorkerSetup } from './workers/tasks.ts';

/** The state in which a build finds the site and what is known of it. */
export interface BuildState {
  readonly catalogue: Catalogue;
  readonly setup: WorkerSetup;
  readonly assets: SiteAssets;
  readonly scan: Scan;
  /** Returns what the catalogue is to say when the site has been made by templates of these files. */
  readonly metaOf: (templateFiles: readonly string[]) => MetaValues;
  /** Number of this build. */
  readonly build: number;
  /** Whether the catalogue records every file of the site, and the disk has them so. */
  readonly knowsSite: boolean;
  /** Whether pages were made by what would make them now. */
  readonly sameRendering: boolean;
}

/** What the catalogue says of the site in the output folder. */
interface SiteRecord {
  /** The output folder, relative to the cache: the catalogue of a site that was moved is not trusted. */
  readonly target: string;
  /** Whether the catalogue is of the site there. */
  readonly sameTarget: boolean;
  /** Whether it records every file of that site. */
  readonly complete: boolean;
}

/** Reads what the catalogue says of the site. */
function readRecord(catalogue: Catalogue, { out, cache }: BuildOptions): SiteRecord {
  const target = relative(cache, out);
  const sameTarget = meta(catalogue, 'out') === target && exists(out);
  const complete = sameTarget && meta(catalogue, 'complete') !== undefined && !wasInterrupted(out);
  return { target, sameTarget, complete };
}

/** Returns the keys of a build whose templates import these files from elsewhere. */
type KeysOf = (imported: readonly string[]) => BuildKeys;

/** Returns a function that gives the keys of a build with these style sheets and fonts. */
function keyReader(options: BuildOptions, templates: string, assets: SiteAssets): KeysOf {
  // Which of them a page asks for at once stands in the pages, not in their names.
  const sheets = [...assets.files, ...assets.preloads].map(({ outputPath }) => outputPath);
  const fixed = {
    ...{ config: options.config, seeds: seedsName(options), assets: sheets },
    ...{ program: programHash(), templates: codeHash(templates) },
  };
  return (imported) => buildKeys({ ...fixed, imported: hashesOf(imported) });
}

/** Returns the files outside `templates/` that the site's templates imported in the last build. */
const importedFiles = (catalogue: Catalogue): readonly string[] =>
  JSON.parse(meta(catalogue, 'imported') ?? '[]') as readonly string[];

/** Has every seed read again where articles were made by something else than now. */
function invalidateOtherReading(catalogue: Catalogue, reading: string): void {
  if (meta(catalogue, 'reading') === reading) return;
  invalidateSeeds(catalogue);
  setMeta(catalogue, 'reading', reading);
}

/** Records the files of the site that the catalogue does not know: of another catalogue's build, or a killed one. */
function adoptUnknownFiles(catalogue: Catalogue, out: string): void {
  const published = publishedAt(catalogue);
  adoptSite(out, pageWriter(catalogue, 0), (outputPath) => published(outputPath) !== undefined);
}

/**
 * Prepares a build, step by step: brings the catalogue up to the output folder and the program, removes
 * what a killed build left waiting, and scans the seeds.
 *
 * @param now milliseconds since 1970 by the clock of the disk
 * @throws TemplateError for a style sheet of the site that refers to what is not there;
 *   ForeignFileError where the folder holds another's manifest.
 */
export function prepareBuild(options: BuildOptions, catalogue: Catalogue, now: number): BuildState {
  const { root, seeds, out, cache, config } = options;
  const templates = join(root, 'templates');
  const assets = collectAssets(templates, config.look, config.search);
  const keysOf = keyReader(options, templates, assets);
  const keys = keysOf(importedFiles(catalogue));
  const record = readRecord(catalogue, options);
  const build = Number(meta(catalogue, 'build') ?? 0) + 1;

  invalidateOtherReading(catalogue, keys.reading);
  if (!record.sameTarget) forgetPages(catalogue);
  const knowsSite = record.complete && isIntact(catalogue, out);
  if (!record.complete) adoptUnknownFiles(catalogue, out);
  clearStaging(out);
  return {
    catalogue,
    setup: { config, cache, out, templates },
    assets,
    scan: scanSeeds(catalogue, seeds, now, options.formats),
    metaOf: (files) => ({
      rendering: keysOf(files).rendering,
      imported: JSON.stringify(files),
      out: record.target,
      build: String(build),
    }),
    build,
    knowsSite,
    sameRendering: meta(catalogue, 'rendering') === keys.rendering,
  };
}

/** Returns the seeds folder as the user knows it. */
export const seedsName = ({ root, seeds }: BuildOptions): string =>
  relative(root, seeds).split(sep).join('/') || '.';
