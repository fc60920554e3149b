import { join, relative, sep } from 'node:path';
import { type Catalogue, fact, setFact } from '../catalogue/open.ts';
import { pageWriter, publishedAt } from '../catalogue/pages.ts';
import { distrustSeeds } from '../catalogue/seeds.ts';
import { type Assets, collectAssets } from '../render/assets.ts';
import { isThere } from './is-there.ts';
import { adoptSite, wasInterrupted } from './journal.ts';
import { type BuildKeys, buildKeys } from './keys.ts';
import type { BuildOptions } from './options.ts';
import { type Scan, scanSeeds } from './scan.ts';
import { isIntact } from './site-state.ts';
import { clearStaging } from './staging.ts';
import type { Setup } from './tasks.ts';

/** The state in which a build finds the site and what is known of it. */
export interface Situation {
  readonly catalogue: Catalogue;
  readonly setup: Setup;
  readonly assets: Assets;
  readonly scan: Scan;
  /** Returns the facts to state when the site has been made by templates of these files. */
  readonly facts: (templateFiles: readonly string[]) => Readonly<Record<string, string>>;
  /** Number of this build. */
  readonly build: number;
  /** Whether the catalogue says what is on the disk. */
  readonly knowsSite: boolean;
  /** Whether pages were made by what would make them now. */
  readonly sameRendering: boolean;
}

/**
 * Finds out what there is to do.
 *
 * @param now milliseconds since 1970 by the clock of the disk
 * @throws TemplateError for a style sheet of the site that refers to what is not there;
 *   ForeignFileError where the folder holds another's manifest.
 */
export function survey(options: BuildOptions, catalogue: Catalogue, now: number): Situation {
  const { root, seeds, out, cache, config } = options;
  const templates = join(root, 'templates');
  const assets = collectAssets(templates, config.look, config.search);
  const imported = JSON.parse(fact(catalogue, 'imported') || '[]') as readonly string[];
  // Which of them a page asks for at once stands in the pages, not in their names.
  const sheets = [...assets.files, ...assets.preloads].map(({ url }) => url);
  const keysWith = (files: readonly string[]): BuildKeys =>
    buildKeys(config, seedsName(options), templates, files, sheets);
  const keys = keysWith(imported);
  if (fact(catalogue, 'reading') !== keys.reading) {
    distrustSeeds(catalogue);
    setFact(catalogue, 'reading', keys.reading);
  }
  const build = Number(fact(catalogue, 'build') || '0') + 1;
  const target = relative(cache, out);
  const sameTarget = fact(catalogue, 'out') === target && isThere(out);
  if (!sameTarget) catalogue.exec('DELETE FROM pages');
  const complete = fact(catalogue, 'complete') === '1' && sameTarget && !wasInterrupted(out);
  const knowsSite = complete && isIntact(catalogue, out);
  if (!complete) {
    const published = publishedAt(catalogue);
    adoptSite(out, pageWriter(catalogue, 0), (url) => published(url) !== undefined);
  }
  clearStaging(out);
  return {
    catalogue,
    setup: { config, cache, out, templates },
    assets,
    scan: scanSeeds(catalogue, seeds, now),
    facts: (files) => ({
      rendering: keysWith(files).rendering,
      imported: JSON.stringify(files),
      out: target,
      build: String(build),
    }),
    build,
    knowsSite,
    sameRendering: fact(catalogue, 'rendering') === keys.rendering,
  };
}

/** Returns the seeds folder as the user knows it. */
export const seedsName = ({ root, seeds }: BuildOptions): string =>
  relative(root, seeds).split(sep).join('/') || '.';
