import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadConfig } from '../config/load.ts';
import type { Config } from '../model/config.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import type { OwnPage } from '../model/own-page.ts';
import type { PictureSettings } from '../model/picture.ts';
import { heldPages } from '../pipeline/held-pages.ts';
import { ownPagesCache } from '../pipeline/own-pages-cache.ts';
import { needPictures } from '../pipeline/pictures/folder-pictures.ts';
import type { Arguments } from './arguments.ts';
import { withDay } from './as-of.ts';
import { type CommandPaths, displayPath } from './paths.ts';

/** Loads modules that few sites need. */
const require = createRequire(import.meta.url);

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Puts their pictures into the site's own pages. What reads pictures is loaded where there are any. */
function illustrated(
  pages: readonly OwnPage[],
  settings: PictureSettings | undefined,
  { pages: folder, root, cache }: CommandPaths,
): Outcome<readonly OwnPage[]> {
  if (!needPictures(pages, folder)) return { value: pages, diagnostics: [] };
  const module: typeof import('../pipeline/pictures/page-pictures.ts') = require(
    `../pipeline/pictures/page-pictures.${extension}`,
  );
  return module.illustratePages(pages, settings, {
    ...{ folder, label: displayPath(folder, root), cache },
  });
}

/** Returns the warnings about a site's templates. What knows all templates is loaded where there is a folder of them. */
function templateHints({ templates, root }: CommandPaths): readonly Diagnostic[] {
  if (!isFolder(templates)) return [];
  const module: typeof import('../pipeline/unknown-templates.ts') = require(
    `../pipeline/unknown-templates.${extension}`,
  );
  return module.unknownTemplates(templates, displayPath(templates, root));
}

/**
 * Loads and validates the site's settings, and completes them with those of the command line.
 *
 * @returns the settings, with warnings about their files
 * @throws ConfigError where they are invalid; UsageError where `--as-of` is no day
 */
export const readSiteConfig = (
  paths: CommandPaths,
  options: Arguments['options'],
): Outcome<Config> => {
  const { value, diagnostics } = loadConfig(
    {
      root: paths.root,
      config: options.config === undefined ? undefined : paths.configFile,
    },
    (path) => displayPath(path, paths.root),
    ownPagesCache(paths.cache),
  );
  const pages = illustrated(value.pages, value.pictures, paths);
  const config = withDay({ ...value, pages: pages.value }, options);
  const held = options.drafts === true ? [] : heldPages(pages.value, config.asOf);
  return {
    value: config,
    diagnostics: [...diagnostics, ...templateHints(paths), ...pages.diagnostics, ...held],
  };
};
