import { openArchive } from '../../catalogue/archive.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import { pagePaths } from '../../catalogue/pages.ts';
import { hostRedirects } from '../../catalogue/redirects.ts';
import { siteMessages } from '../../i18n/site-messages.ts';
import type { Config } from '../../model/config.ts';
import type { Output, OutputFile, OutputSource } from '../../outputs/output.ts';
import { outputs } from '../../outputs/outputs.ts';
import { homePath, searchPagePath } from '../../pages/output-paths.ts';
import type { SiteAssets } from '../../render/assets.ts';
import { unlistedGroups } from '../plan/page-group.ts';

const sourceOf = (config: Config, catalogue: Catalogue): OutputSource => ({
  config,
  messages: siteMessages(config),
  archive: openArchive(catalogue),
  pagePaths: () => pagePaths(catalogue, unlistedGroups),
  redirects: () => hostRedirects(catalogue),
  homePage: homePath,
  searchPage: config.search ? searchPagePath : undefined,
});

function* filesOf(changesWith: Output['changesWith'], source: OutputSource): Generator<OutputFile> {
  for (const output of outputs) if (output.changesWith === changesWith) yield* output.files(source);
}

/** Yields style sheets and fonts, and the outputs that may change with every build. */
export function* outputFiles(
  config: Config,
  catalogue: Catalogue,
  assets: SiteAssets,
): Generator<OutputFile> {
  for (const { outputPath, bytes } of assets.files) yield { outputPath, content: bytes };
  yield* filesOf('archive', sourceOf(config, catalogue));
}

/** Yields the outputs that change only when a page is added or removed: the sitemaps. */
export const sitemapFiles = (config: Config, catalogue: Catalogue): Generator<OutputFile> =>
  filesOf('pages', sourceOf(config, catalogue));
